import { type PlanningOptions, type PlanningResult, type TripPlan } from '@travellite/planner';
import { type Catalogue, type TripRequest } from '@travellite/protocol';
import { interestLabels } from '../understand/data/interests.js';
import { type PlanTrip, type TurnWork } from '../turn-work.js';
import { type Side } from './merge-wishes.js';
import { callNames } from './room-state.js';

const mostSides = 3;

/** What an option is called and for whom it is made. */
interface SidePlan {
  request: TripRequest;
  title: string;
  names: string[];
}

/** Members do not agree on what a trip is about: a plan for each side, in an order that does not depend on who spoke first. */
export function sidesToPlan({ state, room }: TurnWork, request: TripRequest): SidePlan[] {
  const conflict = room?.conflicts.find(({ topic }) => topic === 'interests' || topic === 'pace');
  if (!conflict || !state.room) return [];
  const called = callNames(state.room.members);
  return conflict.sides.slice(0, mostSides).map((side) => ({
    request: requestOf(side, request, conflict.kind === 'differ'),
    title: titleOf(side),
    names: side.members.map((userId) => called.get(userId) ?? 'somebody'),
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

/** Letters and spaces only, as names of options are. */
function titleOf({ wish }: Side): string {
  const label = (tag: string) => interestLabels[tag] ?? tag.replaceAll('_', ' ');
  const words = wish.pace
    ? `${wish.pace} pace`
    : wish.avoidInterests
      ? `Without ${wish.avoidInterests.map(label).join(' and ')}`
      : (wish.interests ?? []).slice(0, 2).map(label).join(' and ');
  const plain = words
    .replaceAll(/[^\p{L} ]+/gu, ' ')
    .replaceAll(/ +/g, ' ')
    .trim()
    .slice(0, 40)
    .trim();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** One option a side; nothing when not every side can have one, so that nobody's is missing. */
export function planSides(
  sides: readonly SidePlan[],
  catalogue: Catalogue,
  options: PlanningOptions,
  planTrip: PlanTrip,
): PlanningResult | undefined {
  if (sides.length < 2) return undefined;
  const plans: TripPlan[] = [];
  let steps = 0;
  for (const { request, title, names } of sides) {
    const result = planTrip(request, catalogue, { ...options, maxOptions: 1 });
    steps += result.steps;
    const [plan] = result.options;
    if (!plan) return undefined;
    plans.push({ ...plan, title, reason: `For ${new Intl.ListFormat('en').format(names)}. ${plan.reason}` });
  }
  return { options: plans, steps };
}
