import { z } from 'zod';
import { DeliveryError } from '../delivery-error.js';
import { request } from '../http/request.js';
import {
  type Delivery,
  type Publishing,
  type RealtimeCapabilities,
  type RoomMember,
  type RoomMessage,
  type RoomPublication,
} from '../port.js';
import { checkPublication, wireId } from '../publication-ids.js';
import { toPublication } from './frames.js';
import { withId } from './message-text.js';

export interface NativeHttpOptions {
  apiUrl: string;
  account: string;
  namespace: string;
  token: string;
  timeoutMs: number;
  capabilities: RealtimeCapabilities;
  /** Whether the service is one that knows no ids: they then go with the message. */
  plain: () => boolean;
}

const membersSchema = z.object({
  members: z.array(z.object({ userId: z.string(), status: z.string().optional() })),
});

const historySchema = z.object({
  epoch: z.string(),
  messages: z.array(
    z.object({
      id: z.string().optional(),
      userId: z.string().optional(),
      offset: z.number(),
      message: z.unknown(),
    }),
  ),
});

/** The HTTP door of the native contract; presence and history go beyond it. */
export class NativeHttp implements Publishing {
  constructor(private readonly options: NativeHttpOptions) {}

  /** One request a message, as the contract has it; the id goes along as `Idempotency-Key`. */
  async publish(room: string, messages: readonly RoomMessage[], id: string): Promise<Delivery> {
    for (const [n, text] of checkPublication(messages, id, this.options.capabilities).entries()) {
      const key = wireId(id, n);
      const json = this.options.plain() ? withId(text, key) : text;
      await this.request(room, 'messages', { json, headers: { 'idempotency-key': key } });
    }
    return { confirmed: true };
  }

  async presence(room: string): Promise<RoomMember[]> {
    return parse(membersSchema, await this.request(room, 'presence')).members;
  }

  async history(room: string, limit: number): Promise<RoomPublication[]> {
    const text = await this.request(room, `messages?limit=${limit}`);
    const { epoch, messages } = parse(historySchema, text);
    return messages.map((message) => toPublication({ room, epoch, ...message }));
  }

  private async request(
    room: string,
    what: string,
    post?: { json: string; headers: Readonly<Record<string, string>> },
  ): Promise<string> {
    // No encoding keeps such a name from being a step in the path, and our token would go to another address.
    if (room === '.' || room === '..') throw new DeliveryError('invalid', 'A room cannot have this name.');
    const { apiUrl, account, namespace, token, timeoutMs } = this.options;
    const path = ['accounts', account, 'realtime', 'namespaces', namespace, 'rooms', room].map(
      encodeURIComponent,
    );
    return request({
      url: new URL(`${apiUrl.replace(/\/+$/, '')}/${path.join('/')}/${what}`),
      method: post ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}`, ...post?.headers },
      ...(post ? { json: post.json } : {}),
      timeoutMs,
    });
  }
}

function parse<T>(schema: z.ZodType<T>, text: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new DeliveryError('provider_unavailable', 'The service gave an answer that cannot be read.', {
      cause,
    });
  }
}
