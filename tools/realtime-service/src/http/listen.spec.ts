import { once } from 'node:events';
import { connect } from 'node:net';
import { WebSocket } from 'ws';
import { joinRoom, openRealtimeService, type RealtimeService } from '../index.js';
import { until } from '../testing/until.js';

let service: RealtimeService;
beforeEach(async () => void (service = await openRealtimeService()));
afterEach(() => service.close());

/** The first line of what the service answers to a request given byte by byte. */
async function answerTo(request: string): Promise<string> {
  const { hostname, port } = new URL(service.native.apiUrl);
  const socket = connect(Number(port), hostname);
  let heard = '';
  socket.on('data', (data) => (heard += String(data)));
  socket.write(request);
  await once(socket, 'close');
  return heard.split('\r\n', 1)[0] ?? '';
}

async function openServer(): Promise<WebSocket> {
  const { wsUrl, token } = service.native;
  const socket = new WebSocket(`${wsUrl}/namespaces/local/server?token=${token}`);
  await once(socket, 'open');
  return socket;
}

describe('a path that cannot be read', () => {
  const upgrade = 'connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n';

  it.each([
    ['//', 'connection: close\r\n'],
    ['//[/', 'connection: close\r\n'],
    ['http://:x/', 'connection: close\r\n'],
    ['/accounts/a/realtime/namespaces/local/rooms/%E0/messages', 'connection: close\r\n'],
    ['//', `${upgrade}sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n`],
  ])('%s is refused, and the service goes on', async (path, headers) => {
    expect(await answerTo(`GET ${path} HTTP/1.1\r\nhost: x\r\n${headers}\r\n`)).toContain(' 400 ');
    expect(await answerTo('GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')).toContain(' 404 ');
  });
});

describe('the socket of a server', () => {
  it('that asked for a room which cannot be is told so, and its end takes nothing down', async () => {
    const socket = await openServer();
    const frames: unknown[] = [];
    socket.on('message', (data) => frames.push(JSON.parse(String(data))));
    socket.send(JSON.stringify({ type: 'subscribe', room: 'x'.repeat(257) }));
    await until(() => expect(frames).toMatchObject([{ type: 'error', code: 'invalid' }]));
    socket.close();
    await once(socket, 'close');
    await until(() => expect(service.inspect()).toMatchObject({ servers: 0 }));
    (await openServer()).terminate();
  });

  it('loses what it publishes when it is told to', async () => {
    const ann = joinRoom({ url: service.clientUrl('ann'), room: 'tokyo' });
    await ann.joined;
    const socket = await openServer();
    const publish = (text: string) =>
      socket.send(JSON.stringify({ type: 'publish', room: 'tokyo', message: { type: 'x', text } }));
    service.faults.set({ publications: { lose: 1 } });
    publish('lost');
    // Answered after what came before it.
    socket.send(JSON.stringify({ type: 'subscribe', room: 'tokyo' }));
    await once(socket, 'message');
    service.faults.clear();
    publish('seen');
    await until(() => expect(ann.seen.map(({ message }) => message.text)).toEqual(['seen']));
    socket.terminate();
    await ann.close();
  });
});
