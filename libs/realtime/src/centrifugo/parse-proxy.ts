import { idFault } from '@travellite/protocol';
import { z } from 'zod';
import {
  type Refusal,
  type RoomEvent,
  type Webhook,
  type WebhookHeaders,
  type WebhookReply,
} from '../port.js';
import { memberId } from '../webhook/event-id.js';
import { isOurs, readSaid, toMessageEvent } from '../webhook/message-event.js';
import { headerOf, readJson, readText } from '../webhook/read-body.js';
import { jsonReply, refusalReply, unavailableReply } from '../webhook/replies.js';
import { showsSecret } from '../webhook/shared-secret.js';
import { WebhookRefusal } from '../webhook/webhook-refusal.js';
import { fromChannel } from './channel.js';

/** Header that says which proxy asks, set in each proxy's `http.static_headers`. Without it the body's shape decides. */
const eventHeader = 'x-centrifugo-event';

const requestSchema = z.object({
  client: z.string(),
  user: z.string().optional(),
  channel: z.string().optional(),
  data: z.unknown().optional(),
});
type ProxyRequest = z.infer<typeof requestSchema>;

export interface ProxyOptions {
  namespace: string;
  secrets: readonly string[];
  /** Connects clients without a token as whoever they say they are (`data.userId`): for development. Otherwise they are sent away. */
  trustConnect: boolean;
}

/**
 * A request of Centrifugo's connect, subscribe or publish proxy (docs: server/proxy). Refusals of what a member did are answered with
 * 200 and an error object, because Centrifugo passes only that on to the member's client.
 * @throws {WebhookRefusal}
 */
export function parseProxyRequest(raw: Uint8Array, headers: WebhookHeaders, options: ProxyOptions): Webhook {
  const read = readText(raw);
  if ('fault' in read) throw refuse(read.fault, refusalReply(read.fault));
  checkProxySecret(headers, options.secrets);
  const json = readJson(read.text);
  if ('fault' in json) throw refuse(json.fault, refusalReply(json.fault));
  const request = requestSchema.safeParse(json.json);
  if (!request.success) {
    const fault = { code: 'bad_frame', message: 'Body is not a request of a Centrifugo proxy' } as const;
    throw refuse(fault, refusalReply(fault));
  }
  switch (kindOf(request.data, headers)) {
    case 'connect':
      return connect(request.data, options);
    case 'subscribe':
      return subscribe(request.data, options);
    default:
      return publish(request.data, options);
  }
}

/** @throws {WebhookRefusal} when the headers show none of the secrets */
export function checkProxySecret(headers: WebhookHeaders, secrets: readonly string[]): void {
  if (showsSecret(headers, secrets)) return;
  const fault = { code: 'unauthenticated', message: 'Invalid signature' } as const;
  throw refuse(fault, refusalReply(fault));
}

/** A refusal in the form that reaches the member's client; codes are 400 to 1999 by the documentation. */
export const toProxyError = ({ code, message }: Refusal): WebhookReply =>
  jsonReply(200, { error: { code: proxyCodes[code], message } });

const proxyCodes: Readonly<Record<Refusal['code'], number>> = {
  invalid: 400,
  bad_frame: 400,
  unauthenticated: 401,
  forbidden: 403,
  too_large: 413,
  rate_limited: 429,
};

const refuse = (fault: Refusal & { cause?: unknown }, reply: WebhookReply) =>
  new WebhookRefusal(fault.code, fault.message, reply, { cause: fault.cause });

const refuseMember = (code: Refusal['code'], message: string) =>
  refuse({ code, message }, toProxyError({ code, message }));

function kindOf({ channel, data }: ProxyRequest, headers: WebhookHeaders): string {
  const said = headerOf(headers, eventHeader);
  if (said !== undefined) return said;
  if (channel === undefined) return 'connect';
  return data === undefined ? 'subscribe' : 'publish';
}

function taken(result: object, events: RoomEvent[] = []): Webhook {
  return {
    events,
    unreadable: [],
    reply: (outcome) => (outcome === 'accepted' ? jsonReply(200, { result }) : unavailableReply()),
  };
}

const claimSchema = z.object({ userId: z.string() });

function connect({ data }: ProxyRequest, { trustConnect }: ProxyOptions): Webhook {
  const userId = trustConnect ? claimSchema.safeParse(data).data?.userId : undefined;
  if (userId !== undefined && !idFault(userId)) return taken({ user: userId });
  // A terminal code of the range for applications: the client does not come back by itself.
  const disconnect = { code: 4501, reason: 'unauthorized' };
  throw refuse(
    { code: 'unauthenticated', message: 'A connection token is required' },
    jsonReply(200, { disconnect }),
  );
}

function placeOf(
  { user, channel = '' }: ProxyRequest,
  { namespace }: ProxyOptions,
): { room: string; userId: string } {
  const room = fromChannel(namespace, channel);
  if (!room || idFault(room)) throw refuseMember('invalid', 'Room ID is required');
  // Nobody's words in a room that is named like somebody would be taken for that person's.
  if (!user) throw refuseMember('unauthenticated', 'User ID is required');
  return { room, userId: user };
}

function subscribe(request: ProxyRequest, options: ProxyOptions): Webhook {
  const { room, userId } = placeOf(request, options);
  if (idFault(userId)) throw refuseMember('invalid', 'User ID cannot be used');
  return taken({}, [{ type: 'presence', room, userId, status: 'subscribed' }]);
}

function publish(request: ProxyRequest, options: ProxyOptions): Webhook {
  const { room, userId } = placeOf(request, options);
  const said = readSaid(request.data);
  if (isOurs(said)) throw refuseMember('forbidden', 'Only the agent may say this');
  // Typing, reactions and the like pass, and are none of the agent's business.
  if (said.type !== undefined && said.type !== 'message') return taken({});
  if (said.text.trim() === '') throw refuseMember('invalid', 'Message text is required');
  const id = memberId(room, userId, said.id, said.text);
  const made = toMessageEvent(said, { room, userId, ...(id === undefined ? {} : { id }) });
  if ('fault' in made) throw refuse(made.fault, toProxyError(made.fault));
  // The channel then shows a resend once, too.
  return taken(id === undefined ? {} : { idempotency_key: id }, [made.event]);
}
