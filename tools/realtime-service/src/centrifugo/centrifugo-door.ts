import { type Faults } from '../faults/faults.js';
import { type Door } from '../http/door.js';
import { type Peers } from '../http/peers.js';
import { sameText } from '../http/same-text.js';
import { readJsonBody, sendJson, sendRefusal } from '../http/send.js';
import { callApi } from './server-api.js';
import { CentrifugoSession, type SessionOptions } from './session.js';
import { verifyToken } from './token.js';

export interface CentrifugoDoorOptions extends SessionOptions {
  apiKey: string;
  /** User of servers' connections; counted as servers and cut as such. */
  serverUser: string;
}

/** The part of Centrifugo's protocols that the official client (`centrifuge`) and servers need: `/connection/websocket` and `/api`. */
export function createCentrifugoDoor(options: CentrifugoDoorOptions, peers: Peers, faults: Faults): Door {
  return {
    upgrade(_, url) {
      if (url.pathname !== '/connection/websocket') return undefined;
      return {
        open: (socket) => {
          const peer = peers.add(socket, 'client');
          // Whose connection it is comes with the first frame.
          socket.once('message', (data) => {
            const [, token = ''] = /"token":"([^"]+)"/.exec(String(data)) ?? [];
            const verified = token ? verifyToken(options.tokenSecret, token, options.now()) : 'invalid';
            if (typeof verified === 'object' && verified.user === options.serverUser) peer.kind = 'server';
          });
          new CentrifugoSession(peer, options);
        },
      };
    },
    async request(request, response, url) {
      const [, method] = /^\/api\/([a-z_]+)$/.exec(url.pathname) ?? [];
      if (method === undefined || request.method !== 'POST') return false;
      if (!sameText(String(request.headers['x-api-key'] ?? ''), options.apiKey)) {
        sendJson(response, 401, { error: 'unauthorized' });
        return true;
      }
      try {
        const reply = callApi(options.namespace, method, await readJsonBody(request));
        const publishes = method === 'publish' || method === 'batch';
        if (publishes && faults.happens(faults.plan.acks.lose)) request.socket.destroy();
        else sendJson(response, 200, reply);
      } catch (thrown) {
        sendRefusal(response, thrown);
      }
      return true;
    },
  };
}
