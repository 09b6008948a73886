import { type TripRequest } from '@travellite/protocol';
import { type MergedWishes } from './merge-wishes.js';

/**
 * The trip's request with what members like and avoid put together: a taste counts as long as one member has it, and what some like and
 * others do not is neither wanted nor avoided. Of budgets that differ the lowest holds, since nobody can be asked to spend more; for the same reason
 * that one member needs no limit does not lift another's.
 */
export function withMerged(
  request: TripRequest,
  { liked, avoided, contested, budget, usualBudget, conflicts }: MergedWishes,
): TripRequest {
  const interests = [...new Set([...request.interests, ...liked])].filter((tag) => !avoided.includes(tag));
  const avoidInterests = [...new Set([...(request.avoidInterests ?? []), ...avoided])].filter(
    (tag) => !liked.includes(tag),
  );
  const merged: TripRequest = { ...request, interests: interests.filter((tag) => !contested.includes(tag)) };
  if (avoidInterests.length > 0) merged.avoidInterests = avoidInterests;
  else delete merged.avoidInterests;
  const held = budget ?? request.budget ?? usualBudget;
  if (held) {
    merged.budget = held;
    delete merged.budgetUnlimited;
  }
  if (conflicts.some(({ topic }) => topic === 'pace')) delete merged.pace;
  return merged;
}
