import { type Catalogue, type CatalogueCity, type Destination, type TripRequest } from '@travellite/protocol';
import { plainName } from './names.js';
import { countsLastDay, type StayWish } from './stay-wishes.js';
import { type Fault, avoidTest } from './suitable.js';

/** Cities of which some must be visited: those of a state, region or country. */
export interface CityGroup {
  name: string;
  /** Indexes in `RouteWishes.cities`. */
  cities: number[];
  least: number;
  most: number;
}

/** Which cities the trip may touch and which it must. */
export interface RouteWishes {
  /** Names as in the catalogue. */
  cities: string[];
  /** By index: named as a destination, so it must be visited. */
  named: boolean[];
  /** By index: what is wished of the stop there. */
  stays: StayWish[];
  /** A stop said in days has one night fewer than wished when it ends the trip. */
  lastShorter: boolean;
  groups: CityGroup[];
  /** Absent when unknown, or when it is the only destination. */
  origin?: string;
  faults: (Fault & { subject: string })[];
}

/** Cities of the catalogue, also those that only its things name. */
function cityList(catalogue: Catalogue): CatalogueCity[] {
  const known = new Map(catalogue.cities.map((city) => [plainName(city.name), city]));
  const seen = new Set(catalogue.cities.map((city) => city.name));
  for (const { city } of [...catalogue.stays, ...catalogue.attractions, ...catalogue.restaurants]) {
    if (seen.has(city)) continue;
    seen.add(city);
    if (!known.has(plainName(city))) known.set(plainName(city), { name: city });
  }
  return [...known.values()];
}

const same = (a: string | undefined, b: string | undefined) =>
  a !== undefined && b !== undefined && plainName(a) === plainName(b);

/** A city lies in an area that names its region or country. */
const liesIn = (city: CatalogueCity, area: Destination): boolean =>
  same(city.region, area.name) ||
  same(city.place?.region, area.name) ||
  same(city.country, area.name) ||
  (area.kind === 'country' && [city.country, city.place?.country].some((code) => same(code, area.country)));

/** Three days for one city, two more for each further: what people plan when they say only the country. */
const usualCityCount = (nights: number): number => Math.max(1, Math.min(4, Math.floor(nights / 2)));

class Collector {
  readonly wishes: RouteWishes = {
    cities: [],
    named: [],
    stays: [],
    lastShorter: false,
    groups: [],
    faults: [],
  };

  index(name: string): number {
    const { cities, named, stays } = this.wishes;
    const at = cities.indexOf(name);
    if (at >= 0) return at;
    named.push(false);
    stays.push({});
    return cities.push(name) - 1;
  }

  city(place: Destination, found: CatalogueCity | undefined): void {
    if (found === undefined) {
      const message = `Nothing is known about ${place.name}.`;
      this.wishes.faults.push({ code: 'unknown_city', message, subject: place.name });
      return;
    }
    const at = this.index(found.name);
    this.wishes.named[at] = true;
    const { nights, inDays, during } = place;
    this.wishes.stays[at] = {
      ...(nights === undefined ? {} : { nights }),
      ...(inDays === true ? { inDays } : {}),
      ...(during === undefined ? {} : { during }),
      ...this.wishes.stays[at],
    };
  }

  area(place: Destination, inside: CatalogueCity[], nights: number): void {
    const count = place.cityCount;
    const cities = inside.map((city) => this.index(city.name));
    if (cities.length < (count ?? 1)) {
      const message =
        cities.length === 0
          ? `No city of ${place.name} is known.`
          : `Only ${cities.length} cities of ${place.name} are known, not ${count}.`;
      this.wishes.faults.push({
        code: cities.length === 0 ? 'unknown_city' : 'city_count',
        message,
        subject: place.name,
      });
      return;
    }
    const most = Math.min(cities.length, usualCityCount(nights));
    this.wishes.groups.push({ name: place.name, cities, least: count ?? 1, most: count ?? most });
  }
}

/** Reads destinations and origin against the cities of the catalogue. `nights` is the length of the trip. */
export function routeWishes(request: TripRequest, catalogue: Catalogue, nights: number): RouteWishes {
  const cities = cityList(catalogue);
  const avoided = avoidTest(request);
  const collector = new Collector();
  const { wishes } = collector;
  const origin = request.origin?.name;
  wishes.lastShorter = countsLastDay(request.destinations, nights);
  for (const place of request.destinations) {
    if (place.kind !== 'city') continue;
    collector.city(
      place,
      cities.find((city) => same(city.name, place.name)),
    );
  }
  for (const place of request.destinations) {
    if (place.kind === 'city') continue;
    const inside = cities.filter((city) => liesIn(city, place));
    const any = inside.length > 0 || request.destinations.length > 1 ? inside : cities;
    const usable = any.filter(
      (city) => !same(city.name, origin) && avoided({ name: city.name }) === undefined,
    );
    collector.area(place, usable, nights);
  }
  if (request.destinations.length === 0) {
    wishes.faults.push({ code: 'no_destination', message: 'No destination is known yet.', subject: '' });
  }
  const stayingHome = wishes.cities.length === 1 && same(wishes.cities[0], origin);
  if (origin !== undefined && !stayingHome) wishes.origin = origin;
  return wishes;
}

/** Whether the catalogue knows any way from or to the origin; if not, the way there and back is left open. */
export function outerTransportKnown(catalogue: Catalogue, origin: string): boolean {
  const touches = (leg: { from: string; to: string }) => same(leg.from, origin) || same(leg.to, origin);
  return catalogue.flights.some(touches) || catalogue.legs.some(touches);
}

/** Whether the catalogue knows any way between two of these cities. */
export function innerTransportKnown(catalogue: Catalogue, cities: readonly string[]): boolean {
  const inside = new Set(cities.map(plainName));
  const within = (leg: { from: string; to: string }) =>
    inside.has(plainName(leg.from)) && inside.has(plainName(leg.to));
  return catalogue.legs.some(within) || catalogue.flights.some(within);
}
