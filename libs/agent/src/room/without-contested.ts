import { type TripRequest } from '@travellite/protocol';
import { type TurnWork } from '../turn-work.js';

/**
 * The work as if nobody had wished before what members do not agree on now: that such a wish no longer holds is told as the
 * disagreement it is, not as something that was taken off the trip.
 */
export function withoutContested(work: TurnWork): TurnWork {
  const conflicts = work.room?.conflicts ?? [];
  if (conflicts.length === 0) return work;
  const tags = conflicts
    .filter(({ topic, kind }) => topic === 'interests' && kind === 'oppose')
    .flatMap(({ sides }) =>
      sides.flatMap(({ wish }) => [...(wish.interests ?? []), ...(wish.avoidInterests ?? [])]),
    );
  const { request } = work.before;
  const quiet: TripRequest = {
    ...request,
    interests: request.interests.filter((tag) => !tags.includes(tag)),
    ...(request.avoidInterests
      ? { avoidInterests: request.avoidInterests.filter((tag) => !tags.includes(tag)) }
      : {}),
  };
  if (conflicts.some(({ topic }) => topic === 'pace')) delete quiet.pace;
  return { ...work, before: { ...work.before, request: quiet } };
}
