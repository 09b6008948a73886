import { idFault } from '@travellite/protocol';
import { z } from 'zod';
import { type RoomEvent, type Webhook, type WebhookHeaders } from '../port.js';
import { memberId, serviceId } from '../webhook/event-id.js';
import { isOurs, readSaid, toMessageEvent } from '../webhook/message-event.js';
import { readJson, readText, type Unreadable } from '../webhook/read-body.js';
import { jsonReply, refusalReply, unavailableReply } from '../webhook/replies.js';
import { WebhookRefusal } from '../webhook/webhook-refusal.js';
import { fromChannel } from './channel.js';
import { type AblyTrust, isFromAbly, mayBeFromAbly } from './verify-signature.js';

const messageSchema = z.object({
  id: z.string().optional(),
  clientId: z.string().nullish(),
  name: z.string().nullish(),
  timestamp: z.number().int().positive().optional().catch(undefined),
  data: z.unknown().optional(),
  encoding: z.string().nullish(),
  action: z.number().optional().catch(undefined),
});
type WireMessage = z.infer<typeof messageSchema>;

const contentSchema = z.object({
  messages: z.array(z.unknown()).max(1000).optional(),
  presence: z.array(z.unknown()).max(1000).optional(),
});
const singleSchema = contentSchema.extend({ source: z.string(), channel: z.string() });
const batchSchema = z.object({ items: z.array(z.unknown()).max(1000) });
const itemSchema = z.object({ source: z.string(), data: contentSchema.extend({ channelId: z.string() }) });

/** Events of one channel, as a request or a part of a batch tells them. */
interface Part {
  channel: string;
  messages: readonly unknown[];
  presence: readonly unknown[];
}

/** A batch is sent again for 5 minutes (docs: webhooks, batched); what is older was sent by somebody who kept it. */
const oldestMs = 10 * 60_000;
const aheadMs = 5 * 60_000;
/** Presence actions by their number (client library specification, TP2). */
const presenceActions = ['absent', 'present', 'enter', 'leave', 'update'];

export interface AblyWebhookOptions extends AblyTrust {
  namespace: string;
  /** Unix ms. */
  now: () => number;
}

/**
 * A webhook of an Ably integration: batched, or single and enveloped (docs: platform/integrations/webhooks). A part of a batch that
 * cannot be read is left out; the others count.
 * @throws {WebhookRefusal}
 */
export function parseAblyWebhook(
  raw: Uint8Array,
  headers: WebhookHeaders,
  options: AblyWebhookOptions,
): Webhook {
  const read = readText(raw);
  if ('fault' in read) throw refuse(read.fault);
  if (!isFromAbly(read.text, headers, options)) throw unauthenticated();
  const parsed = readJson(read.text);
  if ('fault' in parsed) throw refuse(parsed.fault);
  const unreadable: string[] = [];
  const events: RoomEvent[] = [];
  for (const part of partsOf(parsed.json, unreadable)) readPart(part, options, events, unreadable);
  checkAge(events, options);
  return {
    events,
    unreadable,
    reply: (outcome) => (outcome === 'accepted' ? jsonReply(200, { received: true }) : unavailableReply()),
  };
}

/** @throws {WebhookRefusal} when no body makes a webhook with these headers Ably's */
export function checkAblyHeaders(headers: WebhookHeaders, trust: AblyTrust): void {
  if (!mayBeFromAbly(headers, trust)) throw unauthenticated();
}

const refuse = (fault: Unreadable): WebhookRefusal =>
  new WebhookRefusal(fault.code, fault.message, refusalReply(fault), { cause: fault.cause });

const unauthenticated = () => refuse({ code: 'unauthenticated', message: 'Invalid signature' });

function partsOf(json: unknown, unreadable: string[]): Part[] {
  const batch = batchSchema.safeParse(json);
  if (batch.success) {
    return batch.data.items.flatMap((one) => {
      const item = itemSchema.safeParse(one);
      if (!item.success) {
        unreadable.push('An item of the batch has not the form of one');
        return [];
      }
      const { channelId, messages = [], presence = [] } = item.data.data;
      return [{ channel: channelId, messages, presence }];
    });
  }
  const single = singleSchema.safeParse(json);
  if (!single.success)
    throw refuse({ code: 'bad_frame', message: 'Body is no webhook of Ably’s (batched or enveloped)' });
  const { channel, messages = [], presence = [] } = single.data;
  return [{ channel, messages, presence }];
}

function readPart(
  part: Part,
  { namespace }: AblyWebhookOptions,
  events: RoomEvent[],
  unreadable: string[],
): void {
  const { channel, messages, presence } = part;
  const room = fromChannel(namespace, channel);
  if (!room || idFault(room)) {
    if (messages.length + presence.length > 0) unreadable.push('A channel is no room of the namespace');
    return;
  }
  for (const [list, toEvent] of [
    [messages, toMessage],
    [presence, toPresence],
  ] as const) {
    for (const one of list) {
      const wire = messageSchema.safeParse(one);
      const made = wire.success ? toEvent(room, wire.data) : 'A message has not the form of one';
      if (typeof made === 'string') unreadable.push(made);
      else if (made) events.push(made);
    }
  }
}

function toMessage(room: string, wire: WireMessage): RoomEvent | string | undefined {
  const { name, clientId, timestamp } = wire;
  const data = decode(wire);
  if (data === undefined) return 'A message has an encoding that is not read here';
  const said = readSaid(data);
  // Our answers say `skipRule`; this is for rules that do not honour it.
  if (isOurs(said) || name?.startsWith('agent_')) return undefined;
  // Typing, reactions and the like are none of the agent's business.
  if (said.type !== undefined && said.type !== 'message') return undefined;
  // Nobody's words in a room that is named like somebody would be taken for that person's.
  if (!clientId) return 'A message has no clientId';
  // Ably's own where the member gave none; nothing tells which it is.
  const id = memberId(room, clientId, wire.id, said.text);
  const made = toMessageEvent(said, {
    room,
    userId: clientId,
    ...(id === undefined ? {} : { id }),
    ...(timestamp === undefined ? {} : { ts: timestamp }),
  });
  return 'fault' in made ? made.fault.message : made.event;
}

function toPresence(room: string, { id, clientId, timestamp, action = 0 }: WireMessage): RoomEvent | string {
  if (!clientId || idFault(clientId)) return 'A presence message has no clientId';
  const known = serviceId(id);
  return {
    type: 'presence',
    room,
    userId: clientId,
    status: presenceActions[action] ?? 'unknown',
    ...(known === undefined ? {} : { id: known }),
    ...(timestamp === undefined ? {} : { ts: timestamp }),
  };
}

/** Text and objects; `undefined` for what is encrypted or binary. */
function decode({ data, encoding }: WireMessage): unknown {
  if (!encoding) return data ?? '';
  if (encoding !== 'json' || typeof data !== 'string') return undefined;
  const parsed = readJson(data);
  return 'json' in parsed ? parsed.json : undefined;
}

/** Signatures know no time, so the events' own tells whether somebody sends a webhook that was kept. */
function checkAge(events: readonly RoomEvent[], { signingKeys, secrets, now }: AblyWebhookOptions): void {
  if (signingKeys.length === 0 && secrets.length === 0) return;
  const at = now();
  const fits = ({ ts }: RoomEvent) => ts === undefined || (ts > at - oldestMs && ts < at + aheadMs);
  if (!events.every(fits)) throw unauthenticated();
}
