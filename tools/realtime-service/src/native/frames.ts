import { z } from 'zod';
import { type PresenceChange } from '../rooms/presence.js';
import { RoomRefusal } from '../rooms/room.js';
import { type Publication } from '../rooms/stream.js';

const since = z.object({ epoch: z.string(), offset: z.int().min(0) }).optional();
const message = z.looseObject({});
const room = z.string().min(1);
const id = z.string().min(1).max(256).optional();

/** What a server's socket may send. */
export const serverFrameSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('subscribe'), room, since }),
  z.object({ type: z.literal('publish'), room, message, id }),
]);

/** What a member's socket may send. */
export const clientFrameSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('subscribe'), room, since }),
  z.object({ type: z.literal('unsubscribe'), room }),
  z.object({ type: z.literal('message'), room, message, id }),
  z.object({ type: z.literal('status'), room, status: z.string().min(1).max(64) }),
]);

/** A frame of a schema, or a sentence about what is wrong with it. */
export function parseFrame<T>(schema: z.ZodType<T>, text: string): T | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'The frame is not JSON';
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return `The frame has a wrong ${issue?.path.join('.') || 'shape'}`;
}

export const messageFrame = ({
  room: name,
  epoch,
  offset,
  id: key,
  ts,
  userId,
  message: said,
}: Publication) =>
  JSON.stringify({
    type: 'message',
    room: name,
    epoch,
    offset,
    id: key,
    timestamp: ts,
    userId,
    message: said,
  });

export const presenceFrame = (name: string, change: PresenceChange) =>
  JSON.stringify({ type: 'presence', room: name, ...change });

/** A refusal as a frame; what is no refusal is a fault of the service and thrown on. */
export function errorFrame(thrown: unknown, about: { id?: string; room?: string }): string {
  if (!(thrown instanceof RoomRefusal)) throw thrown;
  const { code, message: sentence, retryAfterMs } = thrown;
  return JSON.stringify({ type: 'error', ...about, code, message: sentence, retryAfterMs });
}
