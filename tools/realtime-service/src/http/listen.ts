import { createServer, type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { type Faults } from '../faults/faults.js';
import { type Door, type UpgradeAnswer } from './door.js';
import { sendJson } from './send.js';

const maxPayload = 1024 * 1024;

/** Listens on one port for every door. */
export async function listen(
  { host, port }: { host: string; port: number },
  doors: readonly Door[],
  faults: Faults,
  onFault: (thrown: unknown) => void,
): Promise<{ server: Server; port: number; close(): Promise<void> }> {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload });
  const server = createServer((request, response) => {
    const url = urlOf(request);
    if (!url) return sendJson(response, 400, { error: 'The path cannot be read' });
    const serving = faults.plan.refuse ? doors.filter(({ always }) => always) : doors;
    const work = firstOf(serving, (door) => door.request(request, response, url)).then((taken) => {
      if (taken) return;
      if (faults.plan.refuse) sendJson(response, 503, { error: 'Not now' }, { 'retry-after': '1' });
      else sendJson(response, 404, { error: 'There is nothing here' });
    });
    work.catch((thrown: unknown) => {
      if (thrown instanceof URIError) return sendJson(response, 400, { error: 'The path cannot be read' });
      onFault(thrown);
      if (!response.headersSent) sendJson(response, 500, { error: 'A fault of the realtime service' });
    });
  });
  server.on('upgrade', (request, socket: Duplex, head) => {
    socket.on('error', () => socket.destroy());
    if (faults.plan.refuse) return refuse(socket, 503, 'Not now');
    const url = urlOf(request);
    if (!url) return refuse(socket, 400, 'The path cannot be read');
    for (const door of doors) {
      const answer = upgradeOf(door, request, url);
      if (!answer) continue;
      if ('status' in answer) return refuse(socket, answer.status, answer.sentence);
      const add = (lines: string[]) => {
        for (const [name, value] of Object.entries(answer.headers ?? {})) lines.push(`${name}: ${value}`);
      };
      sockets.once('headers', add);
      sockets.handleUpgrade(request, socket, head, (opened) => answer.open(opened));
      // A handshake that failed has not used it.
      return void sockets.off('headers', add);
    }
    return refuse(socket, 404, 'There is nothing here');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    server,
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function upgradeOf(door: Door, request: IncomingMessage, url: URL): UpgradeAnswer | undefined {
  try {
    return door.upgrade(request, url);
  } catch (thrown) {
    if (thrown instanceof URIError) return { status: 400, sentence: 'The path cannot be read' };
    throw thrown;
  }
}

/** A path such as `//` is none: it would be taken for the name of a host. */
const urlOf = (request: IncomingMessage): URL | null => URL.parse(request.url ?? '/', 'http://localhost');

async function firstOf<T>(items: readonly T[], test: (item: T) => Promise<boolean>): Promise<boolean> {
  for (const item of items) if (await test(item)) return true;
  return false;
}

function refuse(socket: Duplex, status: number, sentence: string): void {
  const body = JSON.stringify({ error: sentence });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}
