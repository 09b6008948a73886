export {
  type CostBreakdown,
  type ItemRef,
  type LegBlock,
  type LocalMove,
  type Meal,
  type MealBlock,
  type NightLodging,
  type OptionName,
  type PlanGap,
  type PlanScore,
  type TripBlock,
  type TripDay,
  type TripLeg,
  type TripPlan,
  type TripStay,
  type TripStop,
  type VisitBlock,
} from './plan.js';
export {
  type Blocking,
  type Infeasible,
  type PlanningOptions,
  type PlanningResult,
  type Relaxation,
  type RuleCode,
  ruleCodes,
  type Violation,
} from './report.js';
export { checkPlan } from './check/check-plan.js';
export { planTrip } from './plan-trip.js';
