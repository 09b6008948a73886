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

export interface NativeHttpOptions {
  apiUrl: string;
  account: string;
  namespace: string;
  token: string;
  timeoutMs: number;
  capabilities: RealtimeCapabilities;
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
    checkPublication(messages, id, this.options.capabilities);
    for (const [n, message] of messages.entries()) {
      await this.request(room, 'messages', { body: message, headers: { 'idempotency-key': wireId(id, n) } });
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

  private request(
    room: string,
    what: string,
    post?: { body: unknown; headers: Readonly<Record<string, string>> },
  ): Promise<string> {
    const { apiUrl, account, namespace, token, timeoutMs } = this.options;
    const path = ['accounts', account, 'realtime', 'namespaces', namespace, 'rooms', room].map(
      encodeURIComponent,
    );
    return request({
      url: new URL(`${apiUrl.replace(/\/+$/, '')}/${path.join('/')}/${what}`),
      method: post ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${token}`, ...post?.headers },
      ...(post ? { body: post.body } : {}),
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
