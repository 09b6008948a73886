import { type TripRequest } from '@travellite/protocol';
import { planTrip } from '../index.js';
import { brokenRules } from './state-trips-rules.js';
import { stateTrip } from './state-trips.js';

const today = '2026-11-21';
const cases = 60;

const within = (request: TripRequest, amountMinor: number): TripRequest => ({
  ...request,
  budget: { max: { amountMinor, currency: 'USD' }, scope: 'total', kind: 'max' },
});

/** Plans a trip; every option must keep the rules. */
function planned(seed: number, request: TripRequest) {
  const { catalogue } = stateTrip(seed);
  const result = planTrip(request, catalogue, { today });
  for (const option of result.options)
    expect({ seed, broken: brokenRules(option, request, catalogue) }).toEqual({ seed, broken: [] });
  return { ...result, least: Math.min(...result.options.map(({ cost }) => cost.totalMinor)) };
}

describe('round trips through a state', () => {
  it('keep every rule in all options, also with no more money than they take', () => {
    let solved = 0;
    for (let seed = 1; seed <= cases; seed += 1) {
      const { request } = stateTrip(seed);
      const { options, infeasible, least } = planned(seed, request);
      if (options.length === 0) {
        expect({ seed, proven: infeasible?.proven }).toEqual({ seed, proven: true });
        continue;
      }
      solved += 1;
      const just = planned(seed, within(request, least));
      expect({ seed, solved: just.options.length > 0 }).toEqual({ seed, solved: true });
    }
    expect(solved).toBeGreaterThan(cases * 0.8);
  });

  it('that cost more than there is are impossible for the budget, and the sum named is enough', () => {
    for (const seed of [1, 5, 6, 7, 8, 9]) {
      const { request } = stateTrip(seed);
      const tooLittle = planned(seed, within(request, 5_000));
      expect({ seed, codes: tooLittle.infeasible?.blocking.map(({ code }) => code) }).toEqual({
        seed,
        codes: expect.arrayContaining(['budget']) as string[],
      });
      const raised = tooLittle.infeasible?.relaxations.find(({ code }) => code === 'budget');
      expect(planned(seed, raised!.request).options.length).toBeGreaterThan(0);
    }
  });

  it('whose rules nobody would break are not found broken by chance: the checker sees each of them', () => {
    const { catalogue, request } = stateTrip(1);
    const [plan] = planTrip(request, catalogue, { today }).options;
    const spoilt = [
      { ...plan!, days: plan!.days.slice(1) },
      { ...plan!, cost: { ...plan!.cost, totalMinor: plan!.cost.totalMinor + 1 } },
      { ...plan!, stops: [...plan!.stops, ...plan!.stops] },
      { ...plan!, legs: plan!.legs.map((leg) => ({ ...leg, to: 'Nowhere' })) },
      { ...plan!, days: [...plan!.days, plan!.days[0]!] },
    ];
    for (const broken of spoilt) expect(brokenRules(broken, request, catalogue)).not.toEqual([]);
  });
});
