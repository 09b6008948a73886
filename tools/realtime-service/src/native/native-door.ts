import { type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { type Faults } from '../faults/faults.js';
import { type Door, type UpgradeAnswer } from '../http/door.js';
import { type Peers } from '../http/peers.js';
import { sameText } from '../http/same-text.js';
import { readJsonBody, sendJson, sendRefusal } from '../http/send.js';
import { type Namespace } from '../rooms/namespace.js';
import { RoomRefusal } from '../rooms/room.js';
import { serveClient } from './client-socket.js';
import { serveServer } from './server-socket.js';

export interface NativeDoorOptions {
  token: string;
  /** Acknowledges publications with an id; `false` keeps to the letter of the contract. */
  confirms: boolean;
}

const messageSchema = z.looseObject({ type: z.string() });
const mostHistory = 1000;

/** The native contract (docs/design/wire-contracts.md, door 2), and sockets for people. */
export function createNativeDoor(
  find: (namespace: string) => { namespace: Namespace; options: NativeDoorOptions } | undefined,
  peers: Peers,
  faults: Faults,
): Door {
  return {
    upgrade(_, url) {
      const [, id = '', kind] = /^\/namespaces\/([^/]+)\/(server|client)$/.exec(url.pathname) ?? [];
      if (kind === undefined) return undefined;
      const found = find(decodeURIComponent(id));
      if (!found) return { status: 404, sentence: 'There is no such namespace' };
      return kind === 'server' ? openServer(found, url, peers) : openClient(found.namespace, url, peers);
    },
    async request(request, response, url) {
      const match =
        /^\/accounts\/[^/]+\/realtime\/namespaces\/([^/]+)\/rooms\/([^/]+)\/(messages|presence)$/.exec(
          url.pathname,
        );
      if (!match) return false;
      const [, id = '', room = '', what] = match.map(decodeURIComponent);
      const found = find(id);
      if (!found) sendJson(response, 404, { error: 'There is no such namespace' });
      else if (!sameText(request.headers.authorization ?? '', `Bearer ${found.options.token}`)) {
        sendJson(response, 401, { error: 'The token is wrong' });
      } else await answer({ request, response, url }, found.namespace, room, what);
      return true;
    },
  };

  async function answer(http: Exchange, namespace: Namespace, room: string, what?: string): Promise<void> {
    const { request, response, url } = http;
    try {
      if (request.method === 'GET') return sendJson(response, 200, read(namespace, room, what, url));
      if (request.method !== 'POST' || what !== 'messages') {
        return sendJson(response, 405, { error: 'Method not allowed' }, { allow: 'GET, POST' });
      }
      const message = messageSchema.safeParse(await readJsonBody(request));
      if (!message.success) throw new RoomRefusal('invalid', 'The body is not a message');
      const key = request.headers['idempotency-key'];
      const { publication } = namespace.publish(
        room,
        message.data,
        typeof key === 'string' ? key : undefined,
      );
      const lose = faults.happens(faults.plan.acks.lose);
      // The message is there, and its sender does not get to know.
      if (lose) request.socket.destroy();
      else sendJson(response, 200, { success: true, epoch: publication.epoch, offset: publication.offset });
    } catch (thrown) {
      sendRefusal(response, thrown);
    }
  }
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
}

function read(namespace: Namespace, name: string, what: string | undefined, url: URL): object {
  const room = namespace.room(name);
  if (what === 'presence') return { members: room.presence.list() };
  const limit = Math.min(mostHistory, Number(url.searchParams.get('limit') ?? 100) || 0);
  return { epoch: room.stream.epoch, offset: room.stream.offset, messages: room.stream.last(limit) };
}

function openServer(
  { namespace, options }: { namespace: Namespace; options: NativeDoorOptions },
  url: URL,
  peers: Peers,
): UpgradeAnswer {
  if (!sameText(url.searchParams.get('token') ?? '', options.token)) {
    return { status: 401, sentence: 'The token is wrong' };
  }
  return {
    headers: options.confirms ? { 'realtime-confirms': 'publish' } : {},
    open: (socket) => serveServer(namespace, peers.add(socket, 'server'), options.confirms),
  };
}

function openClient(namespace: Namespace, url: URL, peers: Peers): UpgradeAnswer {
  const userId = url.searchParams.get('userId') ?? '';
  if (userId.trim() === '') return { status: 400, sentence: 'userId is required' };
  const name = url.searchParams.get('name') ?? undefined;
  return {
    open: (socket) => {
      serveClient(namespace, peers.add(socket, 'client'), {
        userId,
        ...(name === undefined ? {} : { name }),
      });
    },
  };
}
