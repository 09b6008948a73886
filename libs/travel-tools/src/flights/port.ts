import { type FlightOffer, type IsoDate, type PlaceRef } from '@travellite/protocol';
import { type SearchOptions } from '../search-options.js';

/** One-way flights between two cities on one day. */
export interface FlightQuery {
  from: PlaceRef;
  to: PlaceRef;
  /** Day of departure, local to the origin. */
  date: IsoDate;
  adults: number;
  children?: number;
  infants?: number;
  /** Economy when absent. */
  cabin?: FlightOffer['cabin'];
  directOnly?: boolean;
  /** ISO 4217 wished for prices; a provider may answer in another. */
  currency?: string;
  /** Most offers to return; 12 when absent. */
  limit?: number;
}

/**
 * Flight search.
 *
 * Guarantees, each with a file of its own in `conformance/`:
 *
 * 1. **fit** — every offer leaves on the asked day by the clock of its first airport, serves airports of the two cities, carries the query's city names, the asked cabin, and is direct when that was asked.
 * 2. **time** — times are wall clocks of the airports; `durationMinutes` is the time between them, zones and summer time counted.
 * 3. **money** — `price` is for one adult in minor units, above zero.
 * 4. **provenance** — every offer says its source, when it was fetched, when it expires, and `sample` only when it is made up.
 * 5. **identity** — ids are unique in an answer; offers come cheapest first, at most `limit`.
 * 6. **errors** — every rejection is a `TravelError`: `invalid` (bad query), `not_found` (unknown place), `cancelled` (aborted), `provider_unavailable` (down, too slow, too busy, or it does not take our credentials) or `tool_failed` (it refused the request or its answer cannot be read). No flights is an empty list.
 */
export interface FlightSearch {
  /** Provider's name as it stands in `source`. */
  readonly source: string;
  search(query: FlightQuery, options?: SearchOptions): Promise<FlightOffer[]>;
}
