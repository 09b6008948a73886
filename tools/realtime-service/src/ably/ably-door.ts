import { type IncomingMessage, type ServerResponse } from 'node:http';
import { type Faults } from '../faults/faults.js';
import { type Door } from '../http/door.js';
import { type Peers } from '../http/peers.js';
import { sameText } from '../http/same-text.js';
import { readJsonBody, sendJson } from '../http/send.js';
import { type Namespace } from '../rooms/namespace.js';
import { toAblyError } from './publish.js';
import { getMessages, getPresence, postMessages } from './rest.js';
import { AblySession } from './session.js';
import { ablyError, type AblyError, actions } from './wire.js';

export interface AblyDoorOptions {
  namespace: Namespace;
  /** Key of servers (`app.key:secret`), and of people. */
  serverKey: string;
  memberKey: string;
}

const unauthorized = ablyError(40101, 401, 'Invalid credentials');

/** The part of Ably's protocols that the official client (`ably`) needs: the realtime connection (JSON) at `/`, and `/channels/…`. */
export function createAblyDoor(options: AblyDoorOptions, peers: Peers, faults: Faults): Door {
  const { namespace, serverKey, memberKey } = options;
  const mayPublish = (key: string) => sameText(key, serverKey) || sameText(key, memberKey);
  return {
    upgrade(_, url) {
      if (url.pathname !== '/' || !url.searchParams.has('v')) return undefined;
      const key = url.searchParams.get('key') ?? '';
      const clientId = url.searchParams.get('clientId') ?? undefined;
      return {
        open: (socket) => {
          const peer = peers.add(socket, sameText(key, serverKey) ? 'server' : 'client');
          if (!mayPublish(key)) {
            peer.answer(JSON.stringify({ action: actions.error, error: unauthorized }));
            return socket.close(1000);
          }
          const echo = url.searchParams.get('echo') !== 'false';
          new AblySession(peer, { namespace, echo, ...(clientId === undefined ? {} : { clientId }) });
        },
      };
    },
    async request(request, response, url) {
      if (url.pathname === '/time') {
        sendJson(response, 200, [Date.now()]);
        return true;
      }
      const [, channel = '', what] = /^\/channels\/([^/]+)\/(messages|presence)$/.exec(url.pathname) ?? [];
      if (what === undefined) return false;
      if (!mayPublish(keyOf(request))) sendError(response, unauthorized);
      else await answer({ request, response, url }, decodeURIComponent(channel), what);
      return true;
    },
  };

  async function answer({ request, response, url }: Exchange, channel: string, what: string): Promise<void> {
    try {
      if (request.method === 'GET') {
        const list =
          what === 'presence'
            ? getPresence(namespace, channel)
            : getMessages(namespace, channel, url.searchParams);
        return sendJson(response, 200, list);
      }
      const published = postMessages(namespace, channel, await readJsonBody(request));
      if (faults.happens(faults.plan.acks.lose)) request.socket.destroy();
      else sendJson(response, 201, published);
    } catch (thrown) {
      sendError(response, toAblyError(thrown));
    }
  }
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
}

function keyOf(request: IncomingMessage): string {
  const [, basic = ''] = /^Basic (.+)$/.exec(request.headers.authorization ?? '') ?? [];
  return Buffer.from(basic, 'base64').toString();
}

function sendError(response: ServerResponse, error: AblyError): void {
  const headers = { 'x-ably-errorcode': String(error.code), 'x-ably-errormessage': error.message };
  sendJson(response, error.statusCode, { error }, headers);
}
