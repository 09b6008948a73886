import fc from 'fast-check';
import { checkPlan, planTrip } from '../index.js';
import { Random } from './random.js';
import { anyRequest } from './requests.js';
import { secondOpinion } from './second-opinion/second-opinion.js';
import { makeWorld, type WorldShape } from './world.js';

const today = '2026-11-21';

/** A world and a request from one number, so that a failure can be made again. */
export function caseOf(seed: number, sizes: { cities: number; places: number }) {
  const random = new Random(seed);
  const days = random.int(1, 7);
  const start = `2027-03-0${random.int(1, 9)}`;
  const shape: WorldShape = {
    cities: random.int(1, sizes.cities),
    stays: random.int(0, 12),
    restaurants: random.int(0, sizes.places),
    attractions: random.int(1, sizes.places),
    located: random.chance(0.6),
    hours: random.chance(0.6),
    start,
    days: days + 4,
    flights: random.pick([0, 0.5, 0.9]),
    ground: random.pick([0.2, 0.6, 0.95]),
  };
  const catalogue = makeWorld(random, shape);
  return { catalogue, request: anyRequest(random, catalogue, start, days) };
}

describe('any catalogue and any request', () => {
  it('gives plans that a second checker finds nothing wrong with', () => {
    let shown = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const { catalogue, request } = caseOf(seed, { cities: 5, places: 30 });
        const { options } = planTrip(request, catalogue, { today });
        shown += options.length;
        for (const option of options) {
          expect(secondOpinion(option, request, catalogue)).toEqual([]);
          expect(checkPlan(option, request, catalogue)).toEqual([]);
        }
      }),
      { numRuns: 200, seed: 5 },
    );
    expect(shown).toBeGreaterThan(150);
  });

  it('gives the same answer to the same question', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const { catalogue, request } = caseOf(seed, { cities: 4, places: 20 });
        const [one, two] = [1, 2].map(() => planTrip(request, catalogue, { today, seed: 7 }));
        expect(JSON.stringify(one)).toBe(JSON.stringify(two));
      }),
      { numRuns: 40, seed: 6 },
    );
  });

  it('names changes that help, when nothing can be planned', () => {
    let named = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const { catalogue, request } = caseOf(seed, { cities: 4, places: 20 });
        const { options, infeasible } = planTrip(request, catalogue, { today });
        expect(infeasible === undefined).toBe(options.length > 0);
        if (infeasible === undefined) return;
        expect(infeasible.blocking.length).toBeGreaterThan(0);
        for (const relaxation of infeasible.relaxations) {
          named += 1;
          const again = planTrip(relaxation.request, catalogue, { today, names: ['cheapest'] });
          expect(again.options).not.toEqual([]);
          expect(secondOpinion(again.options[0]!, relaxation.request, catalogue)).toEqual([]);
        }
      }),
      { numRuns: 120, seed: 8 },
    );
    expect(named).toBeGreaterThan(40);
  });

  it('works within its budget of steps and says so when that was not enough', () => {
    const { catalogue, request } = caseOf(11, { cities: 5, places: 30 });
    const { options, infeasible } = planTrip(request, catalogue, { today, stepBudget: 1 });
    expect(options).toEqual([]);
    expect(infeasible?.proven).toBe(false);
  });
});
