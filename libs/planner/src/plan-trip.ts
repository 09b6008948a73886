import { type Catalogue, type TripRequest } from '@travellite/protocol';
import { chooseOptions } from './choose/choose-options.js';
import { explain } from './explain/explain.js';
import { probing } from './explain/probe.js';
import { type Infeasible, type PlanningOptions, type PlanningResult, type Violation } from './report.js';
import { cheapestTrip } from './search/cheapest.js';
import { setUp } from './search/setup.js';

const defaultSteps = 2_000_000;
/** For each question asked to explain why nothing was found. */
const probeSteps = 200_000;

/** A trip was built and the check refused it, which must not happen: the rules it broke are all there is to say. */
const refusal = (refused: readonly Violation[]): Infeasible => ({
  blocking: refused.map(({ code, message, subject }) => ({
    code,
    wish: subject ?? code,
    message,
    ...(subject === undefined ? {} : { subject }),
  })),
  relaxations: [],
  proven: false,
});

/**
 * Plans a trip: options that pass every check, or what stands in the way and the smallest changes that help.
 * Pure: the same input gives the same output, and effort is bounded by steps, not by the clock.
 */
export function planTrip(
  request: TripRequest,
  catalogue: Catalogue,
  options: PlanningOptions,
): PlanningResult {
  const { today, seed, stepBudget = defaultSteps } = options;
  const setup = setUp(request, catalogue, { today, stepBudget, ...(seed === undefined ? {} : { seed }) });
  const { draft, proven } =
    setup.faults.length > 0 ? { draft: undefined, proven: true } : cheapestTrip(setup);
  const { plans, refused } =
    draft === undefined ? { plans: [], refused: [] } : chooseOptions(setup, draft, options);
  if (plans.length > 0) return { options: plans, steps: setup.steps.used };
  const probe = probing(catalogue, today, Math.min(probeSteps, stepBudget));
  const infeasible = draft === undefined ? explain(setup, probe, today, proven) : refusal(refused);
  return { options: [], infeasible, steps: setup.steps.used };
}
