import { type IncomingMessage } from 'node:http';
import { type ConversationId, idFault, realtimeConversation, userConversation } from '@travellite/protocol';
import { type Identify, type Rooms } from '../options.js';
import { originAllowed } from './origin.js';
import { readQuery } from './query.js';

/** Who may come in, and to which conversation. Without `userId`: an unnamed visitor. */
export interface Admission {
  userId?: string;
  conversation?: ConversationId;
  /** The last event a resuming client has. */
  after?: { epoch: number; seq: number };
}

/** An answer instead of the upgrade. `reason` is a sentence for the person or the client's author. */
export interface Refusal {
  httpStatus: 400 | 401 | 403 | 404 | 426 | 503;
  reason: string;
}

export interface AdmissionRules {
  origins: readonly string[];
  identify?: Identify;
}

type Decision = { admission: Admission; refusal?: undefined } | { refusal: Refusal };

/**
 * Decides about a request for a conversation, before any upgrade. `nameNeeded`: the door is not for unnamed visitors. `roomsToo`:
 * `?room=` names a room of several people instead of the user's own conversation.
 */
export async function admit(
  request: IncomingMessage,
  rules: AdmissionRules,
  nameNeeded: boolean,
  roomsToo = false,
): Promise<Decision> {
  const { origin, host } = request.headers;
  if (!originAllowed(origin, host, rules.origins)) {
    return refuse(403, 'This page may not connect here: its origin is not allowed.');
  }
  const query = readQuery(request.url ?? '/');
  if (query.fault !== undefined) return refuse(400, query.fault);
  const named = query.values.get('userId');
  const fault = named === undefined ? undefined : idFault(named);
  if (fault !== undefined) return refuse(400, `userId ${fault}.`);
  const after = readPosition(query.values);
  if (after === 'invalid') return refuse(400, 'epoch and seq must be whole numbers, given together.');
  const who = await whoIs(request, rules, named);
  if (who.refusal) return who;
  if (who.userId === undefined) {
    return nameNeeded ? refuse(400, 'userId is required.') : { admission: {} };
  }
  const { userId } = who;
  const place = whereTo(userId, roomsToo ? query.values.get('room') : undefined, who.rooms);
  if (place.refusal) return place;
  return { admission: { userId, conversation: place.conversation, ...(after ? { after } : {}) } };
}

/** A room named like the user is the user's own conversation, as it is at a realtime service. */
function whereTo(
  userId: string,
  room: string | undefined,
  rooms: Rooms,
): { conversation: ConversationId; refusal?: undefined } | { refusal: Refusal } {
  if (room === undefined) return { conversation: userConversation(userId) };
  const fault = idFault(room);
  if (fault !== undefined) return refuse(400, `room ${fault}.`);
  if (room !== userId && rooms !== 'all' && !rooms.includes(room)) {
    return refuse(403, 'These credentials do not admit to this room.');
  }
  return { conversation: realtimeConversation(room, userId) };
}

const refuse = (httpStatus: Refusal['httpStatus'], reason: string) => ({ refusal: { httpStatus, reason } });

async function whoIs(
  request: IncomingMessage,
  rules: AdmissionRules,
  named: string | undefined,
): Promise<{ userId: string | undefined; rooms: Rooms; refusal?: undefined } | { refusal: Refusal }> {
  if (!rules.identify) return { userId: named, rooms: 'all' };
  const identity = await rules.identify(request);
  if (identity.status === 'refused') return refuse(identity.httpStatus, identity.reason);
  if (named !== undefined && named !== identity.userId) {
    return refuse(403, 'userId is not the user of these credentials.');
  }
  return { userId: identity.userId, rooms: identity.rooms ?? [] };
}

function readPosition(query: ReadonlyMap<string, string>): Admission['after'] | 'invalid' {
  const epoch = query.get('epoch');
  const seq = query.get('seq');
  if (epoch === undefined && seq === undefined) return undefined;
  const whole = /^\d{1,15}$/;
  if (!whole.test(epoch ?? '') || !whole.test(seq ?? '')) return 'invalid';
  return { epoch: Number(epoch), seq: Number(seq) };
}
