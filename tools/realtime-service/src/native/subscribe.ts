import { type Peer } from '../http/peer.js';
import { type Namespace } from '../rooms/namespace.js';
import { type Listener } from '../rooms/room.js';
import { messageFrame } from './frames.js';

/**
 * Begins to listen: `subscribed` with the newest position, then what was missed (or, for a member without a usable position, the last
 * messages), then live. `more` goes into the answer.
 */
export function subscribe(
  namespace: Namespace,
  peer: Peer,
  listener: Listener,
  { room: name, since }: { room: string; since?: { epoch: string; offset: number } },
  options: { showLast: boolean; more?: object },
): void {
  const room = namespace.room(name);
  const missed = since && room.stream.since(since);
  const shown = missed ?? (options.showLast ? room.newcomersSee() : []);
  const { epoch, offset } = room.stream;
  peer.answer(
    JSON.stringify({
      type: 'subscribed',
      room: name,
      epoch,
      offset,
      recovered: missed !== undefined,
      shown: shown.length,
      ...options.more,
    }),
  );
  for (const publication of shown) peer.deliver(messageFrame(publication));
  room.listen(listener);
}
