import { createHash } from 'node:crypto';
import { limits, newTurnId, realtimeConversation, type Turn, type UserMessage } from '@travellite/protocol';
import { type RoomEvent } from '@travellite/realtime';

export interface TurnCircumstances {
  /** Unix ms at which the door took the event. */
  now: number;
  /** Namespace of the service, where there are several. */
  namespace?: string;
}

/** What happened in a room as a turn: a message to be answered, or a note of who came and went to be recorded. */
export function toTurn(event: RoomEvent, { now, namespace }: TurnCircumstances): Turn {
  const author = event.type === 'message' ? event.author : { userId: event.userId };
  const message: UserMessage = {
    text: event.type === 'message' ? event.text : '',
    ...(event.type === 'message' ? {} : { note: { kind: event.type, status: event.status } }),
    author,
    ts: now,
    door: 'realtime',
    ...(namespace === undefined ? {} : { namespace }),
  };
  return {
    id: turnIdOf(event, namespace),
    conversation: realtimeConversation(event.room, author.userId),
    message,
  };
}

const prefix = 'rt:';
const hashOf = (...parts: readonly unknown[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/**
 * The same id for the same event however often it is delivered, so that the mailbox remembers deliveries for us. The prefix keeps ids
 * of a service apart from those that direct clients give, and the namespace those of one apart from another's: each may count from 1. Of an event without an id its own time makes one; without that, every delivery counts.
 */
function turnIdOf(event: RoomEvent, namespace: string | undefined): string {
  const { id, ts, room } = event;
  const where = namespace === undefined ? [] : [{ namespace }];
  if (id !== undefined) {
    if (namespace !== undefined) return `${prefix}${hashOf(id, ...where)}`;
    return id.length + prefix.length <= limits.maxTurnIdLength ? `${prefix}${id}` : `${prefix}${hashOf(id)}`;
  }
  if (ts === undefined) return newTurnId();
  const { type } = event;
  const said = type === 'message' ? [event.author.userId, event.text] : [event.userId, event.status];
  return `${prefix}${hashOf(room, type, ts, ...said, ...where)}`;
}
