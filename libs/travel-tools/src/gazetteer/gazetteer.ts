import { type GeoPoint, type PlaceRef } from '@travellite/protocol';
import { distanceKm } from '../geo/distance.js';
import { type CityData } from '../places/city-data.js';
import { type Airport } from './airport-table.js';
import { countryFacts } from './country-facts.js';
import { metroAreas } from './metro-areas.js';
import { plainName } from './plain-name.js';
import { otherNames } from './other-names.js';
import { regionNames } from './regions.js';
import { type Town } from './town-table.js';

/** A city the tools can work with. */
export interface KnownCity {
  name: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  region?: string;
  location: GeoPoint;
  /** IANA. */
  timeZone: string;
  population: number;
  /** ISO 4217. */
  currency: string;
  /** Visitor prices beside Western Europe. */
  priceLevel: number;
  /** IATA city or airport code, when it was known by one. */
  iata?: string;
  /** Present when it is in the curated data set. */
  curated?: CityData;
}

/** Where cities and airports are. Pure data: nothing here asks a network. */
export interface Gazetteer {
  /** The city meant by a reference: by code, by name (country, region and location tell equals apart), or by location alone. */
  findCity(ref: PlaceRef | string): KnownCity | undefined;
  /** Airports that serve a city, best first; empty when there is none within 250 km. */
  airportsOf(city: KnownCity): readonly Airport[];
  /** By IATA code. */
  airport(code: string): Airport | undefined;
  /** Zone of an airport; UTC for an unknown one. */
  timeZoneOfAirport(code: string): string;
  /** Cities of a country or of one of its regions: curated ones first, then by population. */
  citiesIn(area: { country?: string; region?: string }): readonly KnownCity[];
}

export interface GazetteerTables {
  curated: readonly CityData[];
  towns: readonly Town[];
  airports: readonly Airport[];
}

/** Zones that the nearest town of the table gets wrong. */
const zoneCorrections: Readonly<Record<string, string>> = {
  IPC: 'Pacific/Easter',
  CHT: 'Pacific/Chatham',
  PUQ: 'America/Punta_Arenas',
  PNT: 'America/Punta_Arenas',
  CXI: 'Pacific/Kiritimati',
  NHV: 'Pacific/Marquesas',
  FEN: 'America/Noronha',
  GCI: 'Europe/Guernsey',
  JER: 'Europe/Jersey',
  BAH: 'Asia/Bahrain',
};

const fromCurated = (city: CityData): KnownCity => ({
  name: city.name,
  country: city.country,
  region: city.region,
  location: { lat: city.centre[0], lng: city.centre[1] },
  timeZone: city.timeZone,
  population: 0,
  currency: city.currency,
  priceLevel: countryFacts(city.country).level,
  iata: city.iata,
  curated: city,
});

const fromTown = (town: Town): KnownCity => {
  const { currency, level } = countryFacts(town.country);
  return { ...town, currency, priceLevel: level };
};

function nearest<T extends { location: GeoPoint }>(items: readonly T[], to: GeoPoint): T | undefined {
  let best: T | undefined;
  let bestKm = Infinity;
  for (const item of items) {
    if (Math.abs(item.location.lat - to.lat) * 111 > bestKm) continue;
    const km = distanceKm(item.location, to);
    if (km < bestKm) [best, bestKm] = [item, km];
  }
  return best;
}

/** A gazetteer over the given tables. Tables are indexed once; answers are kept. */
export function createGazetteer(tables: GazetteerTables): Gazetteer {
  const airports = new Map(tables.airports.map((airport) => [airport.code, airport]));
  const townsByCountry = Map.groupBy(tables.towns, ({ country }) => country);
  const zoneAt = (point: GeoPoint, country: string): string =>
    (nearest(townsByCountry.get(country) ?? [], point) ?? nearest(tables.towns, point))?.timeZone ?? 'UTC';

  const cities = collectCities(tables, zoneAt);
  const byName = Map.groupBy(
    cities.flatMap((city) => namesOf(city).map((name) => ({ name: plainName(name), city }))),
    ({ name }) => name,
  );
  const served = new Map<KnownCity, readonly Airport[]>();
  const zones = new Map<string, string>();

  const cityOfAirport = (airport: Airport): KnownCity => {
    const metro = Object.entries(metroAreas).find(([, codes]) => codes.includes(airport.code))?.[0];
    const curated = cities.find((city) => city.iata === (metro ?? airport.code));
    return curated ?? { ...fromAirportTown(airport, zoneAt), iata: airport.code };
  };

  const findByCode = (code: string): KnownCity | undefined => {
    const curated = cities.find(({ iata }) => iata === code);
    if (curated) return curated;
    const main = airports.get(metroAreas[code]?.[0] ?? code);
    return main && cityOfAirport(main);
  };

  return {
    findCity(ref) {
      const { name, ...hints }: { name: string } & Hints = typeof ref === 'string' ? { name: ref } : ref;
      const named = byName.get(plainName(name))?.map(({ city }) => city) ?? [];
      const best = rank(named, hints)[0];
      if (best) return best;
      const code = hints.iata ?? (/^[A-Z]{3}$/.test(name) ? name : undefined);
      const coded = code === undefined ? undefined : findByCode(code);
      if (coded) return typeof ref === 'string' ? coded : { ...coded, name };
      return hints.location && fromLocation(name, hints.location, hints.country, zoneAt);
    },
    airportsOf(city) {
      const known = served.get(city);
      if (known) return known;
      const found = airportsServing(city, tables.airports, airports);
      served.set(city, found);
      return found;
    },
    airport: (code) => airports.get(code),
    timeZoneOfAirport(code) {
      const airport = airports.get(code);
      if (!airport) return 'UTC';
      const zone = zones.get(code) ?? zoneCorrections[code] ?? zoneAt(airport.location, airport.country);
      zones.set(code, zone);
      return zone;
    },
    citiesIn({ country, region }) {
      const wanted = region === undefined ? undefined : plainName(region);
      return cities
        .filter((city) => country === undefined || city.country === country)
        .filter((city) => wanted === undefined || regionNames(city).includes(wanted))
        .sort((a, b) => Number(!a.curated) - Number(!b.curated) || b.population - a.population);
    },
  };
}

type ZoneAt = (point: GeoPoint, country: string) => string;
type Hints = Omit<Partial<PlaceRef>, 'name'>;

/** Curated cities, towns that are not among them, and places that only the airport table knows (islands, resorts). */
function collectCities(tables: GazetteerTables, zoneAt: ZoneAt): KnownCity[] {
  const curated = tables.curated.map(fromCurated);
  const populations = new Map<KnownCity, number>();
  const towns = tables.towns.map(fromTown).filter((town) => {
    const twin = curated.find(
      (city) =>
        city.country === town.country &&
        distanceKm(city.location, town.location) < 40 &&
        sameName(city, town),
    );
    if (twin) populations.set(twin, Math.max(town.population, populations.get(twin) ?? 0));
    return !twin;
  });
  const known = [...curated.map((city) => ({ ...city, population: populations.get(city) ?? 0 })), ...towns];
  const names = new Set(known.map((city) => `${city.country} ${plainName(city.name)}`));
  const resorts = tables.airports
    .filter(({ town, country }) => town !== '' && !names.has(`${country} ${plainName(town)}`))
    .map((airport) => fromAirportTown(airport, zoneAt));
  return [...known, ...resorts];
}

const namesOf = (city: KnownCity): string[] => [
  city.name,
  ...(city.curated?.aliases ?? []),
  ...(otherNames[`${city.country} ${city.name}`] ?? []),
];

const sameName = (a: KnownCity, b: KnownCity): boolean => {
  const names = namesOf(a).map(plainName);
  return names.some((name) => name === plainName(b.name));
};

function fromAirportTown(airport: Airport, zoneAt: ZoneAt): KnownCity {
  const { currency, level } = countryFacts(airport.country);
  return {
    name: airport.town.replace(/[,/(].*$| Islands?$/, '').trim() || airport.name,
    country: airport.country,
    location: airport.location,
    // Thousands of towns are known this way and few are ever asked for.
    get timeZone() {
      return zoneAt(airport.location, airport.country);
    },
    population: 0,
    currency,
    priceLevel: level,
    iata: airport.code,
  };
}

function fromLocation(
  name: string,
  location: GeoPoint,
  country: string | undefined,
  zoneAt: ZoneAt,
): KnownCity {
  const facts = countryFacts(country);
  return {
    name,
    country: country ?? '',
    location,
    timeZone: zoneAt(location, country ?? ''),
    population: 0,
    currency: facts.currency,
    priceLevel: facts.level,
  };
}

/** Those that fit the hints, likeliest first. A hint that fits none of them means another place is meant. */
function rank(named: readonly KnownCity[], hints: Hints): KnownCity[] {
  const { country, region, location } = hints;
  const inCountry = country === undefined ? named : named.filter((city) => city.country === country);
  const wanted = region === undefined ? undefined : plainName(region);
  const inRegion = inCountry.filter((city) => wanted !== undefined && regionNames(city).includes(wanted));
  const fitting = [...(inRegion.length > 0 ? inRegion : inCountry)];
  if (location) {
    return fitting
      .filter((city) => distanceKm(city.location, location) < 100)
      .sort((a, b) => distanceKm(a.location, location) - distanceKm(b.location, location));
  }
  return fitting.sort((a, b) => Number(!a.curated) - Number(!b.curated) || b.population - a.population);
}

const nearKm = 110;
const farKm = 250;

function airportsServing(
  city: KnownCity,
  table: readonly Airport[],
  byCode: ReadonlyMap<string, Airport>,
): readonly Airport[] {
  const listed = city.curated?.airports ?? metroAreas[city.iata ?? ''];
  const known = listed?.flatMap((code) => byCode.get(code) ?? []) ?? [];
  if (known.length > 0) return known;
  const around = table
    .filter(({ location }) => Math.abs(location.lat - city.location.lat) * 111 < farKm)
    .map((airport) => ({ airport, km: distanceKm(airport.location, city.location) }))
    .filter(({ km }) => km < farKm)
    .map(({ airport, km }) => ({ airport, km, cost: km + burden(airport, city) }))
    .sort((a, b) => a.cost - b.cost);
  const near = around.filter(({ km }) => km < nearKm);
  const first = (near.length > 0 ? near : around)[0];
  if (!first) return [];
  const metro = Object.values(metroAreas).find((codes) => codes.includes(first.airport.code));
  if (metro) return metro.flatMap((code) => byCode.get(code) ?? []);
  const others = near.filter(({ airport, km }) => airport !== first.airport && airport.large && km < 60);
  return [first, ...others].slice(0, 3).map(({ airport }) => airport);
}

/** Extra km that a traveller accepts for a bigger airport, one of the same name or one in the same country. */
function burden(airport: Airport, city: KnownCity): number {
  const named = plainName(`${airport.town} ${airport.name}`).includes(plainName(city.name));
  return (airport.large ? 0 : 45) + (named ? 0 : 25) + (airport.country === city.country ? 0 : 30);
}
