import { type IsoDate, type PlaceRef, type Stay } from '@travellite/protocol';
import { type SearchOptions } from '../search-options.js';

export interface StayQuery {
  city: PlaceRef;
  checkIn: IsoDate;
  checkOut: IsoDate;
  adults: number;
  children?: number;
  /** ISO 4217 wished for prices; a provider may answer in another. */
  currency?: string;
  /** Most stays to return; 40 when absent. */
  limit?: number;
}

/**
 * Places to sleep.
 *
 * 1. **fit** — every stay is in the asked city (under the query's name); its minimum nights do not exceed the nights asked for.
 * 2. **money** — `pricePerNight` is for one room, home or bed, in minor units, above zero.
 * 3. **provenance** — as for flights: source, fetched-at, `sample`.
 * 4. **identity** — unique ids; cheapest first; at most `limit`.
 * 5. **errors** — as for flights.
 */
export interface StaySearch {
  readonly source: string;
  search(query: StayQuery, options?: SearchOptions): Promise<Stay[]>;
}
