import { type Peer } from '../http/peer.js';
import { type Namespace } from '../rooms/namespace.js';
import { type Listener } from '../rooms/room.js';
import { errorFrame, messageFrame, parseFrame, serverFrameSchema } from './frames.js';
import { subscribe } from './subscribe.js';

/**
 * The socket of a server: subscribes, publishes, and hears what others say. With `confirms` it answers `ack` and `subscribed`; without,
 * it keeps to the letter of the contract.
 */
export function serveServer(namespace: Namespace, peer: Peer, confirms: boolean): void {
  const rooms = new Set<string>();
  const listener: Listener = { onPublication: (publication) => peer.deliver(messageFrame(publication)) };

  peer.socket.on('message', (data, isBinary) => {
    const frame = isBinary ? 'The frame is binary' : parseFrame(serverFrameSchema, String(data));
    if (typeof frame === 'string') {
      return peer.answer(JSON.stringify({ type: 'error', code: 'invalid', message: frame }));
    }
    try {
      if (frame.type === 'publish') {
        namespace.publish(frame.room, frame.message, frame.id, { from: listener });
        if (confirms && frame.id !== undefined)
          peer.acknowledge(JSON.stringify({ type: 'ack', id: frame.id }));
        return;
      }
      rooms.add(frame.room);
      if (confirms) subscribe(namespace, peer, listener, frame, { showLast: false });
      else namespace.room(frame.room).listen(listener);
    } catch (thrown) {
      const about =
        frame.type === 'publish' && frame.id !== undefined ? { id: frame.id } : { room: frame.room };
      peer.answer(errorFrame(thrown, about));
    }
  });
  peer.socket.once('close', () => {
    for (const room of rooms) namespace.room(room).unlisten(listener);
  });
}
