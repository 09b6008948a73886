import { median, quantile } from '../statistics.js';
import { type Scenario, timeOnce } from './scenario.js';

/** Times of one scenario over several worlds, in ms. */
export interface Timing extends Scenario {
  medianMs: number;
  worstMs: number;
  worlds: number;
  /** Longest it should take, in ms. */
  aimMs?: number;
}

export const aims: readonly (Scenario & { aimMs: number })[] = [
  { days: 3, cities: 1, candidates: 500, aimMs: 20 },
  { days: 7, cities: 3, candidates: 500, aimMs: 300 },
  { days: 14, cities: 10, candidates: 500, aimMs: 1_000 },
  // Little to choose from is harder: more routes fail before one can be filled.
  { days: 14, cities: 10, candidates: 60, aimMs: 1_000 },
];

/** Candidates per city for the question how cost grows. */
export const growing: readonly Scenario[] = [125, 250, 500, 1_000, 2_000].map((candidates) => ({
  days: 7,
  cities: 3,
  candidates,
}));

/** Plans in so many different worlds, after as many unmeasured runs as the compiler needs. */
export function timeScenario(scenario: Scenario, worlds: number): Timing {
  for (let seed = 1; seed <= 3; seed += 1) timeOnce(scenario, 10_000 + seed);
  const times: number[] = [];
  for (let seed = 1; times.length < worlds; seed += 1) {
    if (seed > worlds * 20) throw new Error('hardly any of these worlds holds such a trip');
    const ms = timeOnce(scenario, seed);
    if (ms !== undefined) times.push(ms);
  }
  return { ...scenario, medianMs: median(times), worstMs: quantile(times, 1), worlds };
}

/** The power of the number of candidates that time grows with, by least squares on logarithms: 1 is linear, 2 is quadratic. */
export function growthOf(timings: readonly Pick<Timing, 'candidates' | 'medianMs'>[]): number {
  const points = timings.map(
    ({ candidates, medianMs }) => [Math.log(candidates), Math.log(medianMs)] as const,
  );
  const mean = (pick: 0 | 1) => points.reduce((sum, point) => sum + point[pick], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const over = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
  return over / points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}
