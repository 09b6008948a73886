import { type IsoDate, type PlaceRef, TravelError } from '@travellite/protocol';
import { type Airport } from '../gazetteer/airport-table.js';
import { type Gazetteer, type KnownCity } from '../gazetteer/gazetteer.js';
import { metroAreas } from '../gazetteer/metro-areas.js';
import { addDays } from '../geo/time-zones.js';
import { type FlightQuery } from './port.js';

const invalid = (message: string): TravelError => new TravelError('invalid', message);

/** Whether the text is a day of the calendar, `YYYY-MM-DD`. */
export function isIsoDate(text: string): text is IsoDate {
  const unixMs = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(unixMs) && new Date(unixMs).toISOString().startsWith(text);
}

/**
 * What no provider could answer.
 * @throws {TravelError} `invalid`
 */
export function checkFlightQuery(query: FlightQuery, nowMs: number): void {
  if (!isIsoDate(query.date)) throw invalid('The departure date is not a day of the calendar.');
  // A day may have begun in one zone and not in another.
  const yesterday = addDays(new Date(nowMs).toISOString().slice(0, 10), -1);
  if (query.date < yesterday) throw invalid('The departure date lies in the past.');
  const { adults, children = 0, infants = 0 } = query;
  if (![adults, children, infants].every((count) => Number.isInteger(count) && count >= 0)) {
    throw invalid('Travellers must be whole numbers.');
  }
  if (adults < 1) throw invalid('At least one adult must travel.');
  if (infants > adults) throw invalid('Every infant needs an adult.');
}

/**
 * The city a reference means.
 * @throws {TravelError} `not_found`
 */
export function requireCity(gazetteer: Gazetteer, ref: PlaceRef): KnownCity {
  const city = gazetteer.findCity(ref);
  if (!city) throw new TravelError('not_found', `No city called ${ref.name.slice(0, 60)} is known.`);
  return city;
}

/** Pairs of airports to fly between, likeliest first; none when one city has no airport or both share it. */
export function airportPairs(gazetteer: Gazetteer, query: FlightQuery): [Airport, Airport][] {
  const from = gazetteer.airportsOf(requireCity(gazetteer, query.from));
  const to = gazetteer.airportsOf(requireCity(gazetteer, query.to));
  if (from.some((a) => to.some((b) => a.code === b.code))) return [];
  return from
    .flatMap((a, i) => to.map((b, j) => ({ pair: [a, b] as [Airport, Airport], rank: i + j })))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, 4)
    .map(({ pair }) => pair);
}

/**
 * The code to search flights with: that of the metropolitan area, so that all its airports count, else of the airport.
 * @throws {TravelError} `not_found` when no airport serves the city
 */
export function flightCode(gazetteer: Gazetteer, city: KnownCity): string {
  const main = gazetteer.airportsOf(city)[0];
  if (!main) throw new TravelError('not_found', `No airport serves ${city.name.slice(0, 60)}.`);
  return Object.entries(metroAreas).find(([, codes]) => codes.includes(main.code))?.[0] ?? main.code;
}
