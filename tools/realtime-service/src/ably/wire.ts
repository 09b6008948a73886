import { z } from 'zod';
import { RoomRefusal } from '../rooms/room.js';
import { type Publication } from '../rooms/stream.js';

/** Actions of protocol messages (Ably's client library specification, TR2). */
export const actions = {
  heartbeat: 0,
  ack: 1,
  nack: 2,
  connected: 4,
  close: 7,
  closed: 8,
  error: 9,
  attach: 10,
  attached: 11,
  detach: 12,
  detached: 13,
  presence: 14,
  message: 15,
  sync: 16,
} as const;

/** Flags of `attached` (TR3). */
export const flags = {
  hasPresence: 1,
  resumed: 4,
  modes: (1 << 16) | (1 << 17) | (1 << 18) | (1 << 19),
} as const;

/** Actions of presence messages (TP2). */
export const presenceActions = { absent: 0, present: 1, enter: 2, leave: 3, update: 4 } as const;

export const wireMessageSchema = z.object({
  id: z.string().optional(),
  name: z.string().nullish(),
  clientId: z.string().nullish(),
  data: z.unknown().optional(),
  encoding: z.string().nullish(),
  extras: z.looseObject({}).nullish(),
});
export type WireMessage = z.infer<typeof wireMessageSchema>;

export const protocolMessageSchema = z.object({
  action: z.number().int(),
  id: z.string().optional(),
  channel: z.string().optional(),
  channelSerial: z.string().nullish(),
  msgSerial: z.number().int().optional(),
  messages: z.array(wireMessageSchema).max(1000).optional(),
  presence: z
    .array(
      z.object({ action: z.number().int(), clientId: z.string().nullish(), data: z.unknown().optional() }),
    )
    .max(1000)
    .optional(),
});
export type ProtocolMessage = z.infer<typeof protocolMessageSchema>;

/** A frame as a protocol message; undefined when it is none. */
export function parseProtocolMessage(text: string): ProtocolMessage | undefined {
  try {
    return protocolMessageSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Objects travel as text with `encoding: 'json'`. */
export function decode({ data, encoding }: WireMessage): unknown {
  if (encoding !== 'json' || typeof data !== 'string') return data;
  try {
    return JSON.parse(data) as unknown;
  } catch {
    throw new RoomRefusal('invalid', 'The data is not JSON');
  }
}

const encode = (data: unknown) =>
  typeof data === 'object' && data !== null ? { data: JSON.stringify(data), encoding: 'json' } : { data };

/** A message of a room as clients, webhooks and history see it. */
export function toWire({ id, ts, userId, message, attributes }: Publication) {
  const { name, extras, connectionId } = attributes ?? {};
  return {
    id,
    timestamp: ts,
    ...encode(message),
    ...(userId ? { clientId: userId } : {}),
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof connectionId === 'string' ? { connectionId } : {}),
    ...(extras ? { extras } : {}),
  };
}

/** An error as Ably spells it. */
export const ablyError = (code: number, statusCode: number, message: string) => ({
  code,
  statusCode,
  message,
  href: `https://help.ably.io/error/${code}`,
});
export type AblyError = ReturnType<typeof ablyError>;
