import { type Counters, type Log } from '@travellite/telemetry';
import { type AmadeusAccess, createAmadeusConnection } from './amadeus/amadeus-connection.js';
import { type RateSource } from './currency/port.js';
import { createTableRates } from './currency/table/table-rates.js';
import { createAmadeusFlights } from './flights/amadeus/amadeus-flights.js';
import { createCombinedFlights } from './flights/combined/combined-flights.js';
import { createDuffelFlights, type DuffelAccess } from './flights/duffel/duffel-flights.js';
import { type FlightSearch } from './flights/port.js';
import { createSampleFlights } from './flights/sample/sample-flights.js';
import { type Gazetteer } from './gazetteer/gazetteer.js';
import { worldGazetteer } from './gazetteer/open-gazetteer.js';
import { type LegSearch } from './legs/port.js';
import { createSampleLegs } from './legs/sample/sample-legs.js';
import { createAmadeusActivities } from './places/amadeus/amadeus-activities.js';
import { createCombinedPlaces } from './places/combined/combined-places.js';
import { createCuratedActivities } from './places/curated/curated-activities.js';
import { createCuratedPlaces } from './places/curated/curated-places.js';
import { createOpenTripMapPlaces, type OpenTripMapAccess } from './places/opentripmap/opentripmap-places.js';
import { createOverpassPlaces, type OverpassAccess } from './places/overpass/overpass-places.js';
import { type PlaceSearch } from './places/port.js';
import { createSuggestedPlaces } from './places/suggestions/suggested-places.js';
import { type CallLimits, ProviderCalls } from './remote/provider-calls.js';
import { TtlCache } from './remote/ttl-cache.js';
import { createAmadeusStays } from './stays/amadeus/amadeus-stays.js';
import { type StaySearch } from './stays/port.js';
import { createSampleStays } from './stays/sample/sample-stays.js';
import { createNormalWeather } from './weather/normals/normal-weather.js';
import { createOpenMeteo, type OpenMeteoAccess } from './weather/open-meteo/open-meteo.js';
import { type WeatherSource } from './weather/port.js';

/** Every search a trip needs. Each says in `source` who answers. */
export interface TravelTools {
  flights: FlightSearch;
  stays: StaySearch;
  /** Known places; a city nobody knows anything of has none. */
  places: PlaceSearch;
  /** Ideas that hold in any town, for cities without known places. */
  ideas: PlaceSearch;
  /** Bookable tours and activities. */
  activities: PlaceSearch;
  weather: WeatherSource;
  currency: RateSource;
  legs: LegSearch;
  gazetteer: Gazetteer;
  /** Circuits of the providers in use, for readiness pages. */
  health(): { provider: string; service: string; state: 'closed' | 'open' | 'half_open' }[];
}

/** Which providers to use. Without any, everything works on the data set and labelled samples, and no network is used. */
export interface TravelToolsConfig {
  /** Flights, hotels and activities. */
  amadeus?: AmadeusAccess;
  /** Flights; together with Amadeus both are asked. */
  duffel?: DuffelAccess;
  /** Forecasts; the free service asks for no key. */
  openMeteo?: OpenMeteoAccess;
  /** Places of cities outside the data set. */
  overpass?: OverpassAccess;
  openTripMap?: OpenTripMapAccess;
}

export interface TravelToolsSurroundings {
  /** Unix ms. */
  now: () => number;
  log?: Log;
  counters?: Counters;
  /** How patient calls to providers are. */
  limits?: Partial<CallLimits>;
}

/** Answers kept for all providers together. */
const cacheEntries = 1_000;

/** The tools for a configuration. Providers connect on first use. */
export function createTravelTools(config: TravelToolsConfig, around: TravelToolsSurroundings): TravelTools {
  const { now } = around;
  const gazetteer = worldGazetteer();
  const cache = new TtlCache(cacheEntries, now);
  const circuits: ProviderCalls[] = [];
  // Each service of a provider has a circuit of its own: hotels may be down while flights are well.
  const calls = (provider: string, service: string): ProviderCalls => {
    const made = new ProviderCalls(provider, service, { ...around, cache }, around.limits);
    circuits.push(made);
    return made;
  };
  return {
    ...bookings(config, gazetteer, now, calls),
    ...placesAndWeather(config, gazetteer, now, calls),
    currency: createTableRates(),
    legs: createSampleLegs(gazetteer, now),
    gazetteer,
    health: () => circuits.map(({ provider, service, state }) => ({ provider, service, state })),
  };
}

type Calls = (provider: string, service: string) => ProviderCalls;

function bookings(
  { amadeus, duffel }: TravelToolsConfig,
  gazetteer: Gazetteer,
  now: () => number,
  calls: Calls,
): Pick<TravelTools, 'flights' | 'stays' | 'activities'> {
  const curated = createCuratedActivities(createCuratedPlaces(gazetteer));
  const byDuffel = duffel && createDuffelFlights(duffel, calls('duffel', 'flight search'), gazetteer, now);
  if (!amadeus) {
    return {
      flights: byDuffel ?? createSampleFlights(gazetteer, now),
      stays: createSampleStays(gazetteer, now),
      activities: curated,
    };
  }
  const connection = createAmadeusConnection(amadeus, now);
  const byAmadeus = createAmadeusFlights(connection, calls('amadeus', 'flight search'), gazetteer, now);
  const activities = createAmadeusActivities(connection, calls('amadeus', 'activity search'), gazetteer, now);
  return {
    flights: byDuffel ? createCombinedFlights([byAmadeus, byDuffel]) : byAmadeus,
    stays: createAmadeusStays(connection, calls('amadeus', 'hotel search'), gazetteer, now),
    activities: createCombinedPlaces([activities, curated]),
  };
}

function placesAndWeather(
  { overpass, openTripMap, openMeteo }: TravelToolsConfig,
  gazetteer: Gazetteer,
  now: () => number,
  calls: Calls,
): Pick<TravelTools, 'places' | 'ideas' | 'weather'> {
  const curated = createCuratedPlaces(gazetteer);
  const others = [
    ...(overpass ? [createOverpassPlaces(overpass, calls('overpass', 'place search'), gazetteer, now)] : []),
    ...(openTripMap
      ? [createOpenTripMapPlaces(openTripMap, calls('opentripmap', 'place search'), gazetteer, now)]
      : []),
  ];
  return {
    places: others.length > 0 ? createCombinedPlaces([curated, ...others]) : curated,
    ideas: createSuggestedPlaces(gazetteer, now),
    weather: openMeteo
      ? createOpenMeteo(openMeteo, calls('open-meteo', 'weather service'), gazetteer, now)
      : createNormalWeather(gazetteer, now),
  };
}
