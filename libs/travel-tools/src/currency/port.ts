import { type IsoDate, type Provenance } from '@travellite/protocol';
import { type SearchOptions } from '../search-options.js';

/** What one unit of a currency costs in `base`, on a day. Units are main units: one yen, one euro. */
export interface RateTable extends Provenance {
  date: IsoDate;
  /** ISO 4217. */
  base: string;
  perUnit: Record<string, number>;
}

/**
 * Exchange rates.
 *
 * 1. **base** — `perUnit[base]` is 1; every rate is above zero.
 * 2. **consistency** — going from one currency to another and back gives the same amount (within rounding).
 * 3. **date** — the table says of which day it is.
 * 4. **errors** — `not_found` for a currency that is not known; otherwise as for flights.
 */
export interface RateSource {
  readonly source: string;
  rates(base: string, options?: SearchOptions): Promise<RateTable>;
}
