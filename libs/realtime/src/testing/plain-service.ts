import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

export interface PlainRequest {
  method?: string;
  url?: string;
  headers: IncomingMessage['headers'];
  text: string;
}

/** A service of the native contract by hand: it notes what comes, and says only what a test has it say. */
export async function openPlainService({ confirms = false } = {}) {
  const requests: PlainRequest[] = [];
  const upgrades: (string | undefined)[] = [];
  const frames: unknown[] = [];
  const sockets: WebSocket[] = [];
  let answer = { status: 200, body: '{}', headers: {} as Record<string, string> };
  let refuse: number | undefined;
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => (text += String(chunk)));
    request.on('end', () => {
      requests.push({ method: request.method, url: request.url, headers: request.headers, text });
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  const upgrading = new WebSocketServer({ noServer: true });
  if (confirms) upgrading.on('headers', (headers) => headers.push('Realtime-Confirms: publish'));
  server.on('upgrade', (request, socket, head) => {
    upgrades.push(request.url);
    if (refuse !== undefined) return socket.end(`HTTP/1.1 ${refuse} No\r\nconnection: close\r\n\r\n`);
    return upgrading.handleUpgrade(request, socket, head, (opened) => {
      sockets.push(opened);
      opened.on('message', (data) => frames.push(JSON.parse(String(data))));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    wsUrl: `ws://127.0.0.1:${port}`,
    apiUrl: `http://127.0.0.1:${port}`,
    requests,
    upgrades,
    frames,
    sockets,
    say: (frame: object | string) => {
      for (const socket of sockets) socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
    },
    answerWith: (status: number, body = '{}', headers: Record<string, string> = {}) => {
      answer = { status, body, headers };
    },
    refuseWith: (status: number | undefined) => (refuse = status),
    close: async () => {
      for (const socket of sockets) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Waits until the condition holds; throws what it last threw when it does not in time. */
export async function until(condition: () => void, patienceMs = 5000): Promise<void> {
  const end = Date.now() + patienceMs;
  for (;;) {
    try {
      return condition();
    } catch (thrown) {
      if (Date.now() > end) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
  }
}
