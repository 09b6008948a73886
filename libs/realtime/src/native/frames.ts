import { z } from 'zod';
import { type RoomPublication, type StreamPosition } from '../port.js';

/**
 * Response header of the upgrade by which a service says that it goes beyond the contract: publications carry an `id`, are remembered
 * by it and answered `ack`; subscriptions are answered `subscribed`. A service that does not say so gets the contract's frames and nothing more.
 */
export const confirmsHeader = 'realtime-confirms';

const position = { epoch: z.string().optional(), offset: z.number().int().min(0).optional() };

const frameSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ack'), id: z.string() }),
  z.object({ type: z.literal('subscribed'), room: z.string(), recovered: z.boolean(), ...position }),
  z.object({
    type: z.literal('message'),
    room: z.string(),
    id: z.string().optional(),
    userId: z.string().optional(),
    message: z.unknown(),
    ...position,
  }),
  z.object({
    type: z.literal('error'),
    id: z.string().optional(),
    room: z.string().optional(),
    code: z.coerce.string().optional(),
    status: z.number().optional(),
    message: z.string().optional(),
    error: z.string().optional(),
    retryAfterMs: z.number().min(0).optional(),
  }),
]);

/** A frame the service sends to a server's socket. */
export type ServiceFrame = z.infer<typeof frameSchema>;

/** Reads a frame; undefined for what is none of ours: unknown types are ignored, as the contract wants. */
export function parseServiceFrame(text: string): ServiceFrame | undefined {
  try {
    return frameSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

export function toPosition({
  epoch,
  offset,
}: {
  epoch?: string;
  offset?: number;
}): StreamPosition | undefined {
  return epoch === undefined || offset === undefined ? undefined : { epoch, offset };
}

type MessageFrame = Pick<
  Extract<ServiceFrame, { type: 'message' }>,
  'room' | 'id' | 'userId' | 'message' | 'epoch' | 'offset'
>;

export function toPublication({ room, id, userId, message, ...where }: MessageFrame): RoomPublication {
  const at = toPosition(where);
  return {
    room,
    message,
    ...(id === undefined ? {} : { id }),
    ...(userId === undefined ? {} : { userId }),
    ...(at === undefined ? {} : { position: at }),
  };
}
