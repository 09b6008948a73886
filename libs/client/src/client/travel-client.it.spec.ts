import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import { type WebSocket as ServerSocket, WebSocketServer } from 'ws';
import { event, snapshot, welcome } from '../../test/frames.js';
import { type Settled } from './options.js';
import { TravelClient } from './travel-client.js';

/** Over real sockets, with the platform's own WebSocket. */
describe('a client on this platform', () => {
  let server: WebSocketServer;
  let client: TravelClient;
  const urls: string[] = [];

  beforeEach(async () => {
    urls.length = 0;
    server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const times = { baseDelayMs: 5, maxDelayMs: 20 };
    client = new TravelClient({ url: `ws://127.0.0.1:${port}/ws`, userId: 'ada', times });
  });
  afterEach(async () => {
    client.close();
    for (const socket of server.clients) socket.terminate();
    server.close();
    await once(server, 'close');
  });

  /** The next connection, greeted as its URL asks. */
  async function admit(): Promise<ServerSocket> {
    const [socket, request] = (await once(server, 'connection')) as [ServerSocket, { url: string }];
    urls.push(request.url);
    const seq = Number(new URL(request.url, 'ws://x').searchParams.get('seq') ?? -1);
    const frames = seq < 0 ? [welcome(), snapshot()] : [welcome(1, seq), { type: 'replayed', to: seq }];
    for (const frame of frames) socket.send(JSON.stringify(frame));
    return socket;
  }

  it('speaks the protocol, reconnects after a cut, and sends again what was not acknowledged', async () => {
    const first = admit();
    client.connect();
    const socket = await first;
    expect(socket.protocol).toBe('travellite.v1');
    const { id, settled } = client.send('hello');
    const [sent] = (await once(socket, 'message')) as [Buffer];
    expect(JSON.parse(sent.toString())).toMatchObject({ type: 'user_message', id, text: 'hello' });
    socket.send(JSON.stringify(event(1, 'other', { type: 'turn_started' })));
    await new Promise<void>((resolve) => client.on('frame', () => resolve()));

    const second = admit();
    socket.terminate();
    const again = await second;
    const [resent] = (await once(again, 'message')) as [Buffer];
    expect(JSON.parse(resent.toString())).toMatchObject({ id, text: 'hello' });
    again.send(JSON.stringify({ type: 'ack', id, status: 'duplicate', turn: id }));
    const expected: Settled = { id, status: 'duplicate' };
    expect(await settled).toEqual(expected);
    expect(urls).toEqual(['/ws?userId=ada', '/ws?userId=ada&epoch=1&seq=1']);
  });

  it('stays away when the server does not let it in', async () => {
    const turned = new Promise<string>((resolve) =>
      client.on('connection', (view) => view.phase === 'refused' && resolve(view.reason)),
    );
    const first = admit();
    client.connect();
    (await first).close(4401, 'the token has expired');
    expect(await turned).toBe('the token has expired');
  });
});
