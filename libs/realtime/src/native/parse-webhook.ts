import { idFault } from '@travellite/protocol';
import { z } from 'zod';
import { type RoomEvent, type Webhook, type WebhookHeaders } from '../port.js';
import { memberId, serviceId } from '../webhook/event-id.js';
import { isOurs, readSaid, toMessageEvent } from '../webhook/message-event.js';
import { headerOf, readJson, readText, type Unreadable } from '../webhook/read-body.js';
import { jsonReply, refusalReply, unavailableReply } from '../webhook/replies.js';
import { type standardWebhooksCheck } from '../webhook/standard-webhooks.js';
import { WebhookRefusal } from '../webhook/webhook-refusal.js';

/** Lenient on purpose: a field of the wrong kind counts as left out, so that each fault is told in the contract's own words. */
const bodySchema = z.object({
  type: z.string().optional().catch(undefined),
  room: z.string().optional().catch(undefined),
  userId: z.string().optional().catch(undefined),
  id: z.string().optional().catch(undefined),
  status: z.string().optional().catch(undefined),
  timestamp: z.number().int().positive().optional().catch(undefined),
  message: z.unknown().optional(),
});
type Body = z.infer<typeof bodySchema>;

const maxStatusLength = 64;

/**
 * A webhook of the native contract (docs/design/wire-contracts.md, door 2). Without `check` it is taken unsigned.
 * @throws {WebhookRefusal}
 */
export function parseNativeWebhook(
  raw: Uint8Array,
  headers: WebhookHeaders,
  check?: ReturnType<typeof standardWebhooksCheck>,
): Webhook {
  const read = readText(raw);
  if ('fault' in read) throw refuse(read.fault);
  const fault = check?.(read.text, headers);
  if (fault !== undefined) throw invalidSignature(fault);
  const parsed = readJson(read.text);
  if ('fault' in parsed) throw refuse(parsed.fault);
  const body = bodySchema.safeParse(parsed.json);
  if (!body.success || Array.isArray(parsed.json)) {
    throw refuse({ code: 'bad_frame', message: 'Body is not a JSON object' });
  }
  const event = toEvent(body.data, serviceId(headerOf(headers, 'webhook-id') ?? body.data.id));
  const accepted = event?.type === 'message' ? { success: true } : { received: true };
  return {
    events: event ? [event] : [],
    unreadable: [],
    reply: (outcome) => (outcome === 'accepted' ? jsonReply(200, accepted) : unavailableReply()),
  };
}

/** Which part of the signature was wrong is nobody's business but the operator's. */
export const invalidSignature = (fault: string): WebhookRefusal =>
  refuse({ code: 'unauthenticated', message: 'Invalid signature', cause: new Error(fault) });

const refuse = (fault: Unreadable): WebhookRefusal =>
  new WebhookRefusal(fault.code, fault.message, refusalReply(fault), { cause: fault.cause });

function toEvent(body: Body, deliveryId: string | undefined): RoomEvent | undefined {
  if (body.type === 'presence' || body.type === 'connection') return toRecord(body.type, body, deliveryId);
  if (body.type !== 'message' || body.message === undefined || body.message === null) return undefined;
  const said = typeof body.message === 'object' ? readSaid(body.message) : { text: '' };
  // What the agent said comes back from services that tell of every message of a room.
  if (isOurs(said)) return undefined;
  if (said.text.trim() === '') throw refuse({ code: 'invalid', message: 'Message text is required' });
  const { room, timestamp: ts } = body;
  if (!room) throw refuse({ code: 'invalid', message: 'Room ID is required' });
  const userId = body.userId || room;
  const id = deliveryId ?? memberId(room, userId, said.id, said.text);
  const made = toMessageEvent(said, {
    room,
    userId,
    ...(id === undefined ? {} : { id }),
    ...(ts === undefined ? {} : { ts }),
  });
  if ('fault' in made) throw refuse(made.fault);
  return made.event;
}

/** Presence and connection events are recorded, not answered; one that names nothing is only received. */
function toRecord(
  type: 'presence' | 'connection',
  body: Body,
  id: string | undefined,
): RoomEvent | undefined {
  const { room, status = '', timestamp } = body;
  const userId = body.userId || room;
  if (!room || !userId || idFault(room) || idFault(userId)) return undefined;
  return {
    type,
    room,
    userId,
    status: status.length > maxStatusLength || idFault(status) ? 'unknown' : status,
    ...(id === undefined ? {} : { id }),
    ...(timestamp === undefined ? {} : { ts: timestamp }),
  };
}
