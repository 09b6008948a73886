import { type z } from 'zod';
import { type Peer } from '../http/peer.js';
import { type Namespace } from '../rooms/namespace.js';
import { type Member } from '../rooms/presence.js';
import { type Listener } from '../rooms/room.js';
import { clientFrameSchema, errorFrame, messageFrame, parseFrame, presenceFrame } from './frames.js';
import { subscribe } from './subscribe.js';

type ClientFrame = z.infer<typeof clientFrameSchema>;

/** The socket of a person: joins rooms, says things, sees everything that is said there, its own words too. */
export function serveClient(namespace: Namespace, peer: Peer, member: Member): void {
  const rooms = new Set<string>();
  const listener: Listener = {
    onPublication: (publication) => peer.deliver(messageFrame(publication)),
    onPresence: (room, change) => peer.answer(presenceFrame(room, change)),
  };

  const leave = (name: string) => {
    if (!rooms.delete(name)) return;
    const room = namespace.room(name);
    room.unlisten(listener);
    room.presence.leave(member.userId, listener);
    namespace.connection(name, member.userId, 'disconnected');
  };

  const take = (frame: ClientFrame): void => {
    const room = namespace.room(frame.room);
    switch (frame.type) {
      case 'subscribe':
        if (!rooms.has(frame.room)) {
          rooms.add(frame.room);
          namespace.connection(frame.room, member.userId, 'connected');
          room.join(member, listener);
        }
        return subscribe(namespace, peer, listener, frame, {
          showLast: true,
          more: { members: room.presence.list() },
        });
      case 'unsubscribe':
        return leave(frame.room);
      case 'status':
        return room.presence.update(member.userId, frame.status);
      case 'message': {
        const { id } = frame;
        const said = namespace.say(frame.room, member, frame.message, id);
        const { epoch, offset, id: key, ts } = said.publication;
        return peer.acknowledge(
          JSON.stringify({ type: 'ack', id, room: frame.room, key, epoch, offset, timestamp: ts }),
        );
      }
    }
  };

  peer.socket.on('message', (data, isBinary) => {
    const frame = isBinary ? 'The frame is binary' : parseFrame(clientFrameSchema, String(data));
    if (typeof frame === 'string') {
      return peer.answer(JSON.stringify({ type: 'error', code: 'invalid', message: frame }));
    }
    try {
      take(frame);
    } catch (thrown) {
      const id = frame.type === 'message' ? frame.id : undefined;
      peer.answer(errorFrame(thrown, { room: frame.room, ...(id === undefined ? {} : { id }) }));
    }
  });
  peer.socket.once('close', () => [...rooms].forEach(leave));
}
