import { RoomRefusal } from '../rooms/room.js';

/** A room of the namespace as a channel: Centrifugo's channel names are ASCII, and some characters of theirs have a meaning. */
export const toChannel = (namespace: string, room: string): string =>
  `${namespace}:${encodeURIComponent(room)}`;

/**
 * The room behind a channel.
 * @throws {RoomRefusal} when it is none of this namespace
 */
export function fromChannel(namespace: string, channel: string): string {
  const prefix = `${namespace}:`;
  if (!channel.startsWith(prefix)) throw new RoomRefusal('not_found', 'unknown channel');
  try {
    return decodeURIComponent(channel.slice(prefix.length));
  } catch {
    throw new RoomRefusal('invalid', 'bad request');
  }
}

const codes: Readonly<Record<RoomRefusal['code'], { code: number; temporary?: true }>> = {
  rate_limited: { code: 111, temporary: true },
  invalid: { code: 107 },
  too_large: { code: 107 },
  forbidden: { code: 103 },
  not_found: { code: 102 },
};

/** A refusal as Centrifugo's error object (docs: server/codes); what is no refusal is thrown on. */
export function toError(thrown: unknown): { code: number; message: string; temporary?: true } {
  if (thrown instanceof ProxyRefusal) return { code: thrown.proxyCode, message: thrown.message };
  if (!(thrown instanceof RoomRefusal)) throw thrown;
  return { ...codes[thrown.code], message: thrown.message };
}

/** What a proxy answered instead of a result. */
export class ProxyRefusal extends Error {
  constructor(
    readonly proxyCode: number,
    message: string,
  ) {
    super(message);
  }
}
