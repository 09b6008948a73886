import { planTrip } from '../index.js';
import { bruteForce } from './brute-force.js';
import { secondOpinion } from './second-opinion/second-opinion.js';
import { tinyCase } from './tiny.js';

const today = '2026-11-21';
const seeds = Array.from({ length: 260 }, (_, index) => index + 1);

/** What trying everything says of each small world; worlds that are too large to try are left out. */
const tried = seeds.flatMap((seed) => {
  const { catalogue, request } = tinyCase(seed);
  const least = bruteForce(request, catalogue);
  return least === undefined ? [] : [{ seed, catalogue, request, least }];
});
const possible = tried.filter(({ least }) => least < Infinity);

describe('against trying everything in small worlds', () => {
  it('has both kinds of world', () => {
    expect(possible.length).toBeGreaterThan(60);
    expect(tried.length - possible.length).toBeGreaterThan(60);
  });

  it('never says that nothing is possible when something is', () => {
    const missed = possible.filter(
      ({ request, catalogue }) => planTrip(request, catalogue, { today }).infeasible,
    );
    expect(missed.map(({ seed }) => seed)).toEqual([]);
  });

  it('finds a plan with no more money than the cheapest one takes', () => {
    const missed = possible.filter(({ request, catalogue, least }) => {
      const max = { amountMinor: least, currency: 'USD' };
      const tight = { ...request, budget: { max, scope: 'total' as const, kind: 'max' as const } };
      return planTrip(tight, catalogue, { today, names: ['cheapest'] }).infeasible !== undefined;
    });
    expect(missed.map(({ seed }) => seed)).toEqual([]);
  });

  it('is right where it finds what trying everything on the hour does not', () => {
    for (const { request, catalogue, least } of tried) {
      if (least < Infinity) continue;
      for (const option of planTrip(request, catalogue, { today }).options) {
        expect(secondOpinion(option, request, catalogue)).toEqual([]);
      }
    }
  });
});
