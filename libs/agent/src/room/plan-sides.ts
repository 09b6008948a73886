import { type OptionSide } from '@travellite/model';
import { type PlanningOptions, type PlanningResult } from '@travellite/planner';
import { type Catalogue, type TripRequest } from '@travellite/protocol';
import { type SidedPlan } from '../plan/sided-plan.js';
import { type PlanTrip, type TurnWork } from '../turn-work.js';
import { type Side } from './merge-wishes.js';
import { callNames } from './room-state.js';

const mostSides = 3;

/** For whom an option is made, and the trip they want. */
interface SidePlan {
  request: TripRequest;
  side: OptionSide;
}

/** Members do not agree on what a trip is about: a plan for each side, in an order that does not depend on who spoke first. */
export function sidesToPlan({ state, room }: TurnWork, request: TripRequest): SidePlan[] {
  const conflict = room?.conflicts.find(({ topic }) => topic === 'interests' || topic === 'pace');
  if (!conflict || !state.room) return [];
  const called = callNames(state.room.members);
  return conflict.sides.slice(0, mostSides).map((side) => ({
    request: requestOf(side, request, conflict.kind === 'differ'),
    side: { names: side.members.map((userId) => called.get(userId) ?? 'somebody'), ...wantedBy(side) },
  }));
}

/** The trip as one side wants it. Tastes that differ stand for themselves; one that others refuse is added or left out. */
function requestOf({ wish }: Side, request: TripRequest, alone: boolean): TripRequest {
  if (wish.pace) return { ...request, pace: wish.pace };
  if (wish.avoidInterests) {
    return { ...request, avoidInterests: [...(request.avoidInterests ?? []), ...wish.avoidInterests] };
  }
  const { interests = [] } = wish;
  return { ...request, interests: alone ? interests : [...request.interests, ...interests] };
}

const wantedBy = ({ wish: { pace, interests, avoidInterests } }: Side): Omit<OptionSide, 'names'> =>
  pace ? { pace } : avoidInterests ? { without: avoidInterests } : { interests: interests ?? [] };

/** One option a side; nothing when not every side can have one, so that nobody's is missing. */
export function planSides(
  sides: readonly SidePlan[],
  catalogue: Catalogue,
  options: PlanningOptions,
  planTrip: PlanTrip,
): PlanningResult | undefined {
  if (sides.length < 2) return undefined;
  const plans: SidedPlan[] = [];
  let steps = 0;
  for (const { request, side } of sides) {
    const result = planTrip(request, catalogue, { ...options, maxOptions: 1 });
    steps += result.steps;
    const [plan] = result.options;
    if (!plan) return undefined;
    plans.push({ ...plan, side });
  }
  return { options: plans, steps };
}
