import { z } from 'zod';
import { type Namespace } from '../rooms/namespace.js';
import { RoomRefusal } from '../rooms/room.js';
import { fromChannel, toError } from './channel.js';
import { commandSchema } from './commands.js';
import { readHistory, readPresence } from './read-room.js';

const publishSchema = z.object({
  channel: z.string().min(1).max(255),
  data: z.unknown().refine((data) => data !== undefined),
  idempotency_key: z.string().max(256).optional(),
  tags: z.record(z.string(), z.string()).optional(),
});
const channelSchema = z.object({ channel: z.string().min(1).max(255) });
const historySchema = commandSchema.shape.history.unwrap();
const batchSchema = z.object({ commands: z.array(z.record(z.string(), z.unknown())).max(1000) });

/** What one method answers: a result, or an error object (docs: server/server_api). */
export type ApiReply = { result: object } | { error: { code: number; message: string } };

/** Methods of Centrifugo's server API. */
export function callApi(
  namespace: Namespace,
  method: string,
  body: unknown,
): ApiReply | { replies: object[] } {
  if (method !== 'batch') return callOne(namespace, method, body);
  const batch = batchSchema.safeParse(body);
  if (!batch.success) return badRequest;
  const replies = batch.data.commands.map((command) => {
    const [[name, request] = ['', undefined]] = Object.entries(command);
    const reply = callOne(namespace, name, request);
    return 'result' in reply ? { [name]: reply.result } : reply;
  });
  return { replies };
}

const badRequest: ApiReply = { error: { code: 107, message: 'bad request' } };

const methods: Record<string, (namespace: Namespace, body: unknown) => object> = {
  publish: (namespace, body) => {
    const { channel, data, idempotency_key: key, tags } = parse(publishSchema, body);
    const attributes = tags ? { tags } : undefined;
    const { publication } = namespace.publish(fromChannel(namespace.id, channel), data, key, { attributes });
    return { offset: publication.offset, epoch: publication.epoch };
  },
  presence: (namespace, body) =>
    readPresence(namespace.room(fromChannel(namespace.id, parse(channelSchema, body).channel))),
  history: (namespace, body) => {
    const request = parse(historySchema, body);
    return readHistory(namespace.room(fromChannel(namespace.id, request.channel)), request);
  },
  info: () => ({ nodes: [{ name: 'local', uid: 'local', version: '6.0.0' }] }),
};

function callOne(namespace: Namespace, method: string, body: unknown): ApiReply {
  const run = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (!run) return { error: { code: 104, message: 'method not found' } };
  try {
    return { result: run(namespace, body) };
  } catch (thrown) {
    const { code, message } = toError(thrown);
    return { error: { code, message } };
  }
}

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new RoomRefusal('invalid', 'bad request');
  return parsed.data;
}
