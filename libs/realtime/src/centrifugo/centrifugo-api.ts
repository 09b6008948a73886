import { z } from 'zod';
import { type DeliveryCode, DeliveryError } from '../delivery-error.js';
import { request } from '../http/request.js';
import { type RoomMember, type RoomMessage, type RoomPublication } from '../port.js';
import { saidByService } from '../said-by-service.js';
import { wireId } from '../publication-ids.js';
import { fromChannel, toChannel } from './channel.js';

export interface CentrifugoApiOptions {
  /** `http://…/api`. */
  apiUrl: string;
  apiKey: string;
  namespace: string;
  timeoutMs: number;
}

/** Codes of Centrifugo's errors (docs: server/codes). What is not here is passing. */
const codes: Readonly<Record<number, DeliveryCode>> = {
  101: 'unauthenticated',
  102: 'not_found',
  103: 'forbidden',
  104: 'invalid',
  106: 'rate_limited',
  107: 'invalid',
  108: 'not_found',
  111: 'rate_limited',
  112: 'conflict',
};

const errorSchema = z.object({ code: z.number(), message: z.string().default('') });
const replySchema = z.object({ error: errorSchema.optional(), result: z.unknown().optional() });
const batchSchema = z.object({ replies: z.array(z.object({ error: errorSchema.optional() })) });
const infoSchema = z.object({ user: z.string().optional() }).optional();
const presenceSchema = z.object({ presence: z.record(z.string(), z.object({ user: z.string() })) });
const historySchema = z.object({
  epoch: z.string(),
  publications: z
    .array(
      z.object({
        data: z.unknown(),
        offset: z.number(),
        tags: z.record(z.string(), z.string()).optional(),
        info: infoSchema,
      }),
    )
    .nullish(),
});

/** One message for one channel. */
export interface PublishCommand {
  channel: string;
  data: RoomMessage;
  idempotency_key: string;
  tags: { id: string };
}

/** Centrifugo's server API over HTTP (docs: server/server_api). */
export class CentrifugoApi {
  constructor(private readonly options: CentrifugoApiOptions) {}

  /** The id goes twice: Centrifugo keeps the key for itself, members see tags. */
  commandsOf(room: string, messages: readonly RoomMessage[], id: string): PublishCommand[] {
    const channel = toChannel(this.options.namespace, room);
    return messages.map((data, n) => {
      const key = wireId(id, n);
      return { channel, data, idempotency_key: key, tags: { id: key } };
    });
  }

  /**
   * Publishes in order, by one request; what became of each.
   * @throws {DeliveryError} when nothing is known of any
   */
  async publish(commands: readonly PublishCommand[]): Promise<(DeliveryError | undefined)[]> {
    const text = await this.post('batch', { commands: commands.map((publish) => ({ publish })) });
    const { replies } = parse(batchSchema, text);
    if (replies.length !== commands.length) throw unreadable();
    return replies.map(({ error }) => (error ? toDeliveryError(error) : undefined));
  }

  async presence(room: string): Promise<RoomMember[]> {
    const { presence } = await this.call('presence', { channel: this.channel(room) }, presenceSchema);
    const users = new Set(Object.values(presence).map(({ user }) => user));
    return [...users].map((userId) => ({ userId }));
  }

  async history(room: string, limit: number): Promise<RoomPublication[]> {
    const channel = this.channel(room);
    const { epoch, publications } = await this.call(
      'history',
      { channel, limit, reverse: true },
      historySchema,
    );
    return (publications ?? []).toReversed().map(({ data, offset, tags, info }) => ({
      room,
      message: data,
      position: { epoch, offset },
      ...(tags?.['id'] === undefined ? {} : { id: tags['id'] }),
      ...(info?.user ? { userId: info.user } : {}),
    }));
  }

  channel(room: string): string {
    return toChannel(this.options.namespace, room);
  }

  roomOf(channel: string): string | undefined {
    return fromChannel(this.options.namespace, channel);
  }

  private async call<T>(method: string, body: object, schema: z.ZodType<T>): Promise<T> {
    const { error, result } = parse(replySchema, await this.post(method, body));
    if (error) throw toDeliveryError(error);
    const parsed = schema.safeParse(result);
    if (!parsed.success) throw unreadable(parsed.error);
    return parsed.data;
  }

  private post(method: string, body: object): Promise<string> {
    const { apiUrl, apiKey, timeoutMs } = this.options;
    const url = new URL(`${apiUrl.replace(/\/+$/, '')}/${method}`);
    return request({ url, headers: { 'x-api-key': apiKey }, body, timeoutMs });
  }
}

const unreadable = (cause?: unknown) =>
  new DeliveryError('provider_unavailable', 'Centrifugo gave an answer that cannot be read.', { cause });

const toDeliveryError = ({ code, message }: z.infer<typeof errorSchema>) =>
  new DeliveryError(
    codes[code] ?? 'provider_unavailable',
    `Centrifugo answered ${code}: ${saidByService(message)}`,
  );

function parse<T>(schema: z.ZodType<T>, text: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw unreadable(cause);
  }
}
