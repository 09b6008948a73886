import { type z } from 'zod';
import { type Peer } from '../http/peer.js';
import { type Namespace } from '../rooms/namespace.js';
import { type Listener } from '../rooms/room.js';
import { errorFrame, messageFrame, parseFrame, serverFrameSchema } from './frames.js';
import { subscribe } from './subscribe.js';

type ServerFrame = z.infer<typeof serverFrameSchema>;

/**
 * The socket of a server: subscribes, publishes, and hears what others say. With `confirms` it answers `ack` and `subscribed`; without,
 * it keeps to the letter of the contract.
 */
export function serveServer(namespace: Namespace, peer: Peer, confirms: boolean): void {
  const rooms = new Set<string>();
  const listener: Listener = { onPublication: (publication) => peer.deliver(messageFrame(publication)) };

  const publish = (frame: Extract<ServerFrame, { type: 'publish' }>) =>
    answering(frame, () => {
      namespace.publish(frame.room, frame.message, frame.id, { from: listener });
      if (confirms && frame.id !== undefined) peer.acknowledge(JSON.stringify({ type: 'ack', id: frame.id }));
    });

  const join = (frame: Extract<ServerFrame, { type: 'subscribe' }>) =>
    answering(frame, () => {
      const room = namespace.room(frame.room);
      rooms.add(frame.room);
      if (confirms) subscribe(namespace, peer, listener, frame, { showLast: false });
      else room.listen(listener);
    });

  const answering = (frame: ServerFrame, work: () => void) => {
    try {
      work();
    } catch (thrown) {
      const about =
        frame.type === 'publish' && frame.id !== undefined ? { id: frame.id } : { room: frame.room };
      peer.answer(errorFrame(thrown, about));
    }
  };

  peer.socket.on('message', (data, isBinary) => {
    const frame = isBinary ? 'The frame is binary' : parseFrame(serverFrameSchema, String(data));
    if (typeof frame === 'string') {
      return peer.answer(JSON.stringify({ type: 'error', code: 'invalid', message: frame }));
    }
    if (frame.type === 'publish') peer.receive(() => publish(frame));
    else join(frame);
  });
  peer.socket.once('close', () => {
    for (const room of rooms) namespace.room(room).unlisten(listener);
  });
}
