import { type GoldCase } from './case.js';
import { feasibleCases } from './feasible.js';
import { infeasibleCases } from './infeasible.js';

/** The whole gold set of planning: three levels of what can be solved, and each level spoilt in every way. */
export const goldCases = (): { feasible: GoldCase[]; infeasible: GoldCase[] } => ({
  feasible: (['easy', 'medium', 'hard'] as const).flatMap((level) => feasibleCases(level, 55)),
  infeasible: infeasibleCases(18),
});
