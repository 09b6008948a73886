import { type Catalogue, type TripRequest } from '@travellite/protocol';
import { checkBy } from '../check/check-plan.js';
import { yardstick } from '../check/subject.js';
import { assemble } from '../search/assemble.js';
import { cheapestTrip } from '../search/cheapest.js';
import { type Draft } from '../search/draft.js';
import { type Setup, setUp } from '../search/setup.js';

/** Asks whether a changed request can be planned, and for how much at least. */
export interface Probe {
  /** The cheapest trip, or undefined. */
  find(request: TripRequest): { setup: Setup; draft: Draft } | undefined;
  /** The same, with the plan written out and checked. */
  proves(request: TripRequest): boolean;
}

export function probing(catalogue: Catalogue, today: string, stepBudget: number): Probe {
  const known = new Map<string, { setup: Setup; draft: Draft } | undefined>();
  const find: Probe['find'] = (request) => {
    const key = JSON.stringify(request);
    if (known.has(key)) return known.get(key);
    const setup = setUp(request, catalogue, { today, stepBudget });
    const draft = setup.faults.length > 0 ? undefined : cheapestTrip(setup).draft;
    const found = draft && { setup, draft };
    known.set(key, found);
    return found;
  };
  const proves: Probe['proves'] = (request) => {
    const found = find(request);
    if (found === undefined) return false;
    const body = assemble(found.setup, found.draft);
    const score = { interests: 0, pace: 0, walking: 0, price: 0, variety: 0, rating: 0, total: 0 };
    const plan = { ...body, name: 'cheapest' as const, title: '', reason: '', score };
    return checkBy(yardstick(request, catalogue), plan).length === 0;
  };
  return { find, proves };
}
