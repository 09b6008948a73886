import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { toTravelError, TravelError } from '@travellite/protocol';
import { type Startup } from './startup.js';

export interface HttpAddress {
  /** 0 takes a free one. */
  port: number;
  host: string;
}

/** The HTTP port of a service, open from its first moment. */
export interface HttpPort {
  /** `http://127.0.0.1:3000` */
  readonly url: string;
  /** From now on requests and upgrades go to this server, which does not listen itself. */
  handOver(server: Server): void;
  /** Takes nothing new; resolves when the open requests are answered. Idempotent. */
  close(): Promise<void>;
}

/**
 * Listens before the service stands: the process lives, is not ready, and says what it waits for.
 * @throws {TravelError} `conflict` with a sentence when the address cannot be had
 */
export async function openHttpPort(address: HttpAddress, startup?: Startup): Promise<HttpPort> {
  const front = createServer();
  const waiting: RequestListener = (request, response) => answerWhileStarting(request, response, startup);
  front.on('request', waiting);
  await listen(front, address);
  let closing: Promise<void> | undefined;
  return {
    url: urlOf(front),
    handOver: (server) => {
      front.off('request', waiting);
      forward(front, server);
    },
    close: () => (closing ??= close(front)),
  };
}

function answerWhileStarting(request: IncomingMessage, response: ServerResponse, startup?: Startup): void {
  const path = request.url?.split('?', 1)[0];
  if (path === '/health' || path === '/health/live') return sendJson(response, 200, { status: 'ok' });
  if (path === '/health/ready') {
    return sendJson(response, 503, { status: 'unavailable', parts: startup?.readiness() ?? {} });
  }
  response.setHeader('Retry-After', '1');
  sendJson(response, 503, { error: 'The server starts. Try again soon.' });
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    })
    .end(JSON.stringify(body));
}

/** Which upgrades the inner server takes is its own decision (`shouldUpgradeCallback`, Node 24.9 and later). */
function forward(front: Server, server: Server): void {
  front.on('request', (request, response) => server.emit('request', request, response));
  if (server.listenerCount('upgrade') === 0) return;
  front.on('upgrade', (request, socket, head) => server.emit('upgrade', request, socket, head));
  const { shouldUpgradeCallback } = server as Server & { shouldUpgradeCallback?: unknown };
  Object.assign(front, { shouldUpgradeCallback });
}

async function listen(server: Server, address: HttpAddress): Promise<void> {
  try {
    server.listen(address.port, address.host);
    await once(server, 'listening');
  } catch (error) {
    throw listenFault(error, address);
  }
}

const listenReasons: Record<string, string> = {
  EADDRINUSE: 'is taken by another program. PORT chooses another',
  EACCES: 'needs more rights than this user has. PORT chooses another',
  EADDRNOTAVAIL: 'is not an address of this machine. HOST chooses another',
  ENOTFOUND: 'is not an address of this machine. HOST chooses another',
};

function listenFault(error: unknown, { host, port }: HttpAddress): TravelError {
  const reason = listenReasons[(error as NodeJS.ErrnoException).code ?? ''];
  if (reason === undefined) return toTravelError(error);
  return new TravelError('conflict', `${host}:${port} ${reason}.`, { cause: error });
}

function urlOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new TypeError('the server does not listen on a port');
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return `http://${host}:${address.port}`;
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  await closed;
}
