import { type Namespace } from '../rooms/namespace.js';
import { type Listener, RoomRefusal } from '../rooms/room.js';
import { type Publication } from '../rooms/stream.js';
import { ablyError, type AblyError, decode, type WireMessage } from './wire.js';

/** The room behind a channel: `namespace:room`. */
export function roomOfChannel(namespace: string, channel: string): string {
  if (channel.startsWith(`${namespace}:`)) return channel.slice(namespace.length + 1);
  throw new RoomRefusal('not_found', 'There is no such namespace');
}

export const channelOf = (namespace: string, room: string): string => `${namespace}:${room}`;

interface Publisher {
  /** Of the connection; messages may name another one only where there is none. */
  clientId?: string;
  connectionId?: string;
  /** Ids of messages that have none. */
  idOf: (at: number) => string;
  /** Gets no echo. */
  from?: Listener;
}

/**
 * Publishes messages of one request or frame, in order; known ids have no effect. Whatever may be told is told to integrations, whoever
 * said it, but for messages with `skipRule`.
 * @throws {RoomRefusal}
 */
export function publishAll(
  namespace: Namespace,
  room: string,
  messages: readonly WireMessage[],
  publisher: Publisher,
): Publication[] {
  return messages.map((message, at) => {
    const { clientId, connectionId, idOf, from } = publisher;
    const author = clientId ?? message.clientId ?? undefined;
    const { publication, duplicate } = namespace.room(room).publish(decode(message), message.id ?? idOf(at), {
      ...(author === undefined ? {} : { userId: author }),
      ...(from ? { from } : {}),
      attributes: { name: message.name, extras: message.extras ?? undefined, connectionId },
    });
    if (!duplicate && !skipsRules(message)) namespace.tell(publication, { userId: author ?? '' });
    return publication;
  });
}

const skipsRules = ({ extras }: WireMessage): boolean => {
  const privileged = extras?.['privileged'];
  return typeof privileged === 'object' && privileged !== null && 'skipRule' in privileged;
};

const codes: Readonly<Record<RoomRefusal['code'], [number, number]>> = {
  rate_limited: [42911, 429],
  invalid: [40000, 400],
  too_large: [40009, 400],
  forbidden: [40160, 401],
  not_found: [40400, 404],
};

/** A refusal in Ably's words; what is no refusal is thrown on. */
export function toAblyError(thrown: unknown): AblyError {
  if (!(thrown instanceof RoomRefusal)) throw thrown;
  const [code, status] = codes[thrown.code];
  return ablyError(code, status, thrown.message);
}
