import { type GroundLeg, type PlaceRef } from '@travellite/protocol';
import { type SearchOptions } from '../search-options.js';

export interface LegQuery {
  from: PlaceRef;
  to: PlaceRef;
  /** All when absent. */
  modes?: readonly GroundLeg['mode'][];
}

/**
 * Connections between two cities over land or water.
 *
 * 1. **fit** — legs go from the one to the other under the query's names, in the asked modes, at most one a mode; none where there is no way.
 * 2. **symmetry** — there is a way back in the same mode that takes as long.
 * 3. **money** — per person or per vehicle (then with its capacity), minor units, above zero.
 * 4. **provenance** and **errors** as for flights.
 */
export interface LegSearch {
  readonly source: string;
  search(query: LegQuery, options?: SearchOptions): Promise<GroundLeg[]>;
}
