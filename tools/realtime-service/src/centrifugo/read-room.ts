import { RoomRefusal, type Room } from '../rooms/room.js';
import { type Command } from './commands.js';
import { toPub } from './publication.js';

/**
 * History as both of Centrifugo's protocols answer it: the position alone without a limit; −1 is no limit.
 * @throws {RoomRefusal}
 */
export function readHistory(room: Room, { limit = 0, reverse, since }: NonNullable<Command['history']>) {
  const { epoch, offset } = room.stream;
  const all = since ? room.stream.since(since) : room.stream.last(Number.MAX_SAFE_INTEGER);
  if (!all) throw new RoomRefusal('invalid', 'unrecoverable position');
  const ordered = reverse ? all.toReversed() : all;
  return { epoch, offset, publications: (limit < 0 ? ordered : ordered.slice(0, limit)).map(toPub) };
}

/** Who is there, by client. */
export function readPresence(room: Room) {
  const infos = room.presence.list().map(({ userId }) => ({ client: `client-of-${userId}`, user: userId }));
  return { presence: Object.fromEntries(infos.map((info) => [info.client, info])) };
}
