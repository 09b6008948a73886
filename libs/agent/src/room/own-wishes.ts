import { type TripRequest } from '@travellite/protocol';
import { type AgentPorts, type TurnWork } from '../turn-work.js';
import { withoutAddress } from './addressing.js';
import { type Member } from './room-state.js';

/** Single things a model may have read that the rules did not. */
const single = ['origin', 'dates', 'budget', 'travellers'] as const;

/**
 * What this member alone has said of the trip, this message included: the message is read as if nobody else had said anything, and
 * what only the reading in the light of the whole trip brought is added.
 */
export function ownWishes(
  { turn, today, before, understanding }: TurnWork,
  { userId, wishes }: Member,
  all: readonly Member[],
  understand: AgentPorts['understand'],
): TripRequest {
  const asked = before.asked === undefined ? {} : { asked: before.asked };
  const text = withoutAddress(turn.message.text, all);
  const alone = understand(text, today, understanding.language, {
    request: wishes,
    shown: before.plan,
    ...asked,
  });
  const own: TripRequest = { ...alone.request };
  for (const field of single) {
    const said = understanding.patch.set[field];
    if (said !== undefined && alone.patch.set[field] === undefined) Object.assign(own, { [field]: said });
  }
  const come = (list: readonly string[] = [], known: readonly string[] = []) =>
    list.filter((item) => !known.includes(item));
  const likes = come(understanding.patch.set.interests, before.request.interests);
  own.interests = [...new Set([...own.interests, ...likes])];
  const others = all.filter((member) => member.userId !== userId);
  const refused = droppedOfOthers(before.request, understanding.request, others).filter(
    (tag) => !own.interests.includes(tag),
  );
  if (refused.length > 0) own.avoidInterests = [...new Set([...(own.avoidInterests ?? []), ...refused])];
  return own;
}

/** To take away what another likes is to be against it: nobody's wish goes because somebody else dropped it. */
function droppedOfOthers(before: TripRequest, after: TripRequest, others: readonly Member[]): string[] {
  return before.interests.filter(
    (tag) => !after.interests.includes(tag) && others.some(({ wishes }) => wishes.interests.includes(tag)),
  );
}
