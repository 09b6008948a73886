import { type EventBatch, type OutboundAnswer } from '@travellite/bus';
import { type Addressee, type CanonicalEvent } from '@travellite/protocol';

/**
 * What the rooms of a realtime service are to see of a batch: that a turn has begun, and how it ended. An end always stands in one batch
 * with the answer or the error, because they became durable together; what lies between is live only.
 */
export function outboundAnswersOf({ conversation, events }: EventBatch): OutboundAnswer[] {
  return events.flatMap((event) => {
    const to = addresseeOf(event);
    if (!to) return [];
    const { epoch, seq, turn, type } = event;
    const isOfEnd = (one: CanonicalEvent) =>
      one.turn === turn && (one.type === 'response' || one.type === 'error');
    // Members at the service have not seen what came by another door.
    const isHeardElsewhere = (one: CanonicalEvent) =>
      one.turn === turn && one.type === 'message' && one.message.door !== 'realtime';
    return {
      id: `${conversation}:${epoch}:${seq}`,
      conversation,
      namespace: to.namespace ?? '',
      userId: to.userId,
      events: [...events.filter(type === 'done' ? isOfEnd : isHeardElsewhere), event],
    };
  });
}

/** Whether rooms are to see anything of these events. */
export const hasAnswers = (events: readonly CanonicalEvent[]): boolean =>
  events.some((event) => addresseeOf(event) !== undefined);

const addresseeOf = (event: CanonicalEvent): Addressee | undefined =>
  event.type === 'turn_started' || event.type === 'done' ? event.outbound : undefined;
