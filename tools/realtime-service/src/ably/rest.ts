import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { type Namespace } from '../rooms/namespace.js';
import { RoomRefusal } from '../rooms/room.js';
import { publishAll, roomOfChannel } from './publish.js';
import { presenceActions, toWire, wireMessageSchema } from './wire.js';

const bodySchema = z.union([
  wireMessageSchema.transform((one) => [one]),
  z.array(wireMessageSchema).min(1).max(1000),
]);

/**
 * `POST /channels/{channel}/messages`.
 * @throws {RoomRefusal}
 */
export function postMessages(namespace: Namespace, channel: string, body: unknown) {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) throw new RoomRefusal('invalid', 'The body is no message');
  const base = randomBytes(9).toString('base64url');
  const published = publishAll(namespace, roomOfChannel(namespace.id, channel), parsed.data, {
    idOf: (at) => `${base}:${at}`,
  });
  return {
    channel,
    messageId: published[0]?.id,
    serials: published.map(({ epoch, offset }) => `${epoch}:${offset}`),
  };
}

/** `GET /channels/{channel}/messages`: newest first, unless `direction=forwards`. */
export function getMessages(namespace: Namespace, channel: string, query: URLSearchParams) {
  const limit = Math.min(1000, Number(query.get('limit') ?? 100) || 0);
  const last = namespace.room(roomOfChannel(namespace.id, channel)).stream.last(limit).map(toWire);
  return query.get('direction') === 'forwards' ? last : last.reverse();
}

/** `GET /channels/{channel}/presence`. */
export function getPresence(namespace: Namespace, channel: string) {
  const members = namespace.room(roomOfChannel(namespace.id, channel)).presence.list();
  return members.map(({ userId }) => ({
    action: presenceActions.present,
    clientId: userId,
    connectionId: `of-${userId}`,
    id: `of-${userId}:0:0`,
    timestamp: 0,
  }));
}
