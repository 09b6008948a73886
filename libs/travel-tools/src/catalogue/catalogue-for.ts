import {
  type Attraction,
  type Catalogue,
  type CatalogueCity,
  type FlightOffer,
  type GroundLeg,
  type IsoDate,
  type PlaceRef,
  type Restaurant,
  type Stay,
  toTravelError,
  type TravelError,
  type TripRequest,
} from '@travellite/protocol';
import { type TravelTools } from '../open-travel-tools.js';
import { inTurns } from './in-turns.js';
import { expandDestinations } from './expand-destinations.js';
import { planFlightSearches } from './flight-plan.js';

export interface CatalogueOptions {
  signal?: AbortSignal;
  /** Most flight searches; 80 when absent. Lower it where searches cost money. */
  maxFlightSearches?: number;
  /** Searches under way at a time; 6 when absent. */
  parallel?: number;
}

/** A search that did not work. The catalogue then lacks what it would have brought. */
export interface ToolFault {
  tool: 'flights' | 'stays' | 'places' | 'legs' | 'currency';
  error: TravelError;
}

export interface CatalogueResult {
  catalogue: Catalogue;
  /** One a tool: its first fault. */
  faults: ToolFault[];
  /** Destinations that no table knows. */
  unknown: string[];
}

/** Fewer known places than this and general ideas are added, so that no day stays empty. */
const enoughPlaces = 6;

/**
 * Everything a planning run may use for a request on the given days: the cities it may mean, flights, stays, sights,
 * restaurants, legs and exchange rates. A tool that fails leaves a gap and is named in `faults`; only an abort rejects
 * (`cancelled`).
 */
export async function catalogueFor(
  tools: TravelTools,
  request: TripRequest,
  dates: { start: IsoDate; end: IsoDate },
  options: CatalogueOptions = {},
): Promise<CatalogueResult> {
  const { cities, unknown } = expandDestinations(request, tools.gazetteer);
  const run = new Gathering(tools, request, dates, options);
  const [legs, stays, places] = await Promise.all([run.legs(cities), run.stays(cities), run.places(cities)]);
  const flights = await run.flights(cities, legs);
  const catalogue: Catalogue = {
    cities,
    flights,
    legs,
    stays,
    restaurants: places.restaurants,
    attractions: places.attractions,
  };
  const rates = await run.rates(catalogue);
  return { catalogue: rates ? { ...catalogue, rates } : catalogue, faults: run.faults, unknown };
}

class Gathering {
  readonly faults: ToolFault[] = [];
  readonly #adults: number;
  readonly #children: number;

  constructor(
    readonly tools: TravelTools,
    readonly request: TripRequest,
    readonly dates: { start: IsoDate; end: IsoDate },
    readonly options: CatalogueOptions,
  ) {
    this.#adults = Math.max(1, request.travellers?.adults ?? 1);
    this.#children = request.travellers?.children ?? 0;
  }

  get #currency(): string {
    return this.request.budget?.max.currency ?? 'USD';
  }

  async legs(cities: readonly CatalogueCity[]): Promise<GroundLeg[]> {
    const refused = this.request.transport?.refused ?? [];
    const origin = this.request.origin;
    const places = [
      ...(origin ? [origin] : []),
      ...placesOf(cities).filter(({ name }) => name !== origin?.name),
    ];
    const pairs = places.flatMap((from) => places.filter((to) => to !== from).map((to) => ({ from, to })));
    const found = await this.#each('legs', pairs, (pair) => this.tools.legs.search(pair, this.options));
    return found.filter(({ mode }) => !refused.includes(mode));
  }

  stays(cities: readonly CatalogueCity[]): Promise<Stay[]> {
    const { start, end } = this.dates;
    if (start === end) return Promise.resolve([]);
    const guests = { adults: this.#adults, children: this.#children, currency: this.#currency, limit: 60 };
    return this.#each('stays', placesOf(cities), (city) =>
      this.tools.stays.search({ city, checkIn: start, checkOut: end, ...guests }, this.options),
    );
  }

  async places(
    cities: readonly CatalogueCity[],
  ): Promise<{ attractions: Attraction[]; restaurants: Restaurant[] }> {
    const { interests, cuisines } = this.request;
    const [attractions, restaurants] = await Promise.all([
      this.#each('places', placesOf(cities), async (city) => {
        const known = await this.tools.places.attractions({ city, tags: interests }, this.options);
        return known.length >= enoughPlaces
          ? known
          : [...known, ...(await this.tools.ideas.attractions({ city, tags: interests }, this.options))];
      }),
      this.#each('places', placesOf(cities), async (city) => {
        const known = await this.tools.places.restaurants({ city, cuisines }, this.options);
        return known.length >= enoughPlaces
          ? known
          : [...known, ...(await this.tools.ideas.restaurants({ city, cuisines }, this.options))];
      }),
    ]);
    return { attractions, restaurants };
  }

  flights(cities: readonly CatalogueCity[], legs: readonly GroundLeg[]): Promise<FlightOffer[]> {
    const { transport, origin } = this.request;
    if (transport?.refused?.includes('flight')) return Promise.resolve([]);
    const limit = this.options.maxFlightSearches ?? 80;
    const searches = planFlightSearches({ ...this.dates, origin, cities, legs, limit });
    return this.#each('flights', searches, (search) =>
      this.tools.flights.search(
        {
          ...search,
          adults: this.#adults,
          children: this.#children,
          currency: this.#currency,
          ...(transport?.cabin ? { cabin: transport.cabin } : {}),
          ...(transport?.directOnly ? { directOnly: true } : {}),
          limit: 8,
        },
        this.options,
      ),
    );
  }

  async rates(catalogue: Catalogue): Promise<Catalogue['rates']> {
    const { flights, legs, stays, restaurants, attractions } = catalogue;
    const used = new Set([
      this.#currency,
      ...[...flights, ...legs, ...restaurants, ...attractions].map(({ price }) => price.currency),
      ...stays.map(({ pricePerNight }) => pricePerNight.currency),
    ]);
    const [table] = await this.#each('currency', [this.#currency], async (base) => [
      await this.tools.currency.rates(base, this.options),
    ]);
    if (!table) return undefined;
    const perUnit = Object.fromEntries(Object.entries(table.perUnit).filter(([code]) => used.has(code)));
    return { date: table.date, base: table.base, perUnit };
  }

  /** Runs one search for every item; a failed one leaves a gap and is noted once a tool. */
  async #each<I, T>(
    tool: ToolFault['tool'],
    items: readonly I[],
    search: (item: I) => Promise<T[]>,
  ): Promise<T[]> {
    const results = await inTurns(items, this.options.parallel ?? 6, async (item) => {
      try {
        return await search(item);
      } catch (thrown) {
        const error = toTravelError(thrown);
        if (error.code === 'cancelled' || this.options.signal?.aborted) throw error;
        if (!this.faults.some((fault) => fault.tool === tool)) this.faults.push({ tool, error });
        return [];
      }
    });
    return results.flat();
  }
}

const placesOf = (cities: readonly CatalogueCity[]): PlaceRef[] => cities.flatMap(({ place }) => place ?? []);
