import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import { type Socket } from 'node:net';
import { TravelError } from '@travellite/protocol';
import { type HttpPort, openHttpPort } from './http-port.js';
import { probe } from './probe.js';
import { Startup } from './startup.js';

const open: HttpPort[] = [];
afterEach(async () => {
  for (const port of open.splice(0)) await port.close();
});

async function openPort(startup?: Startup): Promise<HttpPort> {
  const port = await openHttpPort({ port: 0, host: '127.0.0.1' }, startup);
  open.push(port);
  return port;
}

const get = async (url: string) => {
  const response = await fetch(url);
  return { status: response.status, body: (await response.json()) as unknown, headers: response.headers };
};

describe('a port before its service stands', () => {
  test('lives, is not ready, and says what it waits for', async () => {
    const startup = new Startup();
    const { url } = await openPort(startup);
    const bus = Promise.withResolvers<string>();
    const opening = startup.open('bus', (onWaiting) => {
      onWaiting('NATS refuses the credentials.');
      return bus.promise;
    });
    await startup.open('store', async () => 'the store');
    for (const path of ['/health', '/health/live']) expect((await get(`${url}${path}`)).status).toBe(200);
    const service = { ok: false, detail: 'The service starts.' };
    const refused = { ok: false, detail: 'NATS refuses the credentials.' };
    expect(await get(`${url}/health/ready?verbose`)).toMatchObject({
      status: 503,
      body: { status: 'unavailable', parts: { service, bus: refused, store: { ok: true } } },
    });
    bus.resolve('the bus');
    expect(await opening).toBe('the bus');
    expect(await get(`${url}/health/ready`)).toMatchObject({
      status: 503,
      body: { parts: { bus: { ok: true } } },
    });
  });

  test('everything else is to be tried again soon', async () => {
    const { url } = await openPort();
    const { status, body, headers } = await get(`${url}/chat`);
    expect([status, body]).toEqual([503, { error: 'The server starts. Try again soon.' }]);
    expect(headers.get('retry-after')).toBe('1');
  });

  test('a taken address is a sentence', async () => {
    const { url } = await openPort();
    const port = Number(new URL(url).port);
    await expect(openHttpPort({ port, host: '127.0.0.1' })).rejects.toMatchObject({
      code: 'conflict',
      message: `127.0.0.1:${port} is taken by another program. PORT chooses another.`,
    });
    await expect(openHttpPort({ port: 0, host: '192.0.2.1' })).rejects.toThrow(
      /not an address of this machine/,
    );
  });
});

describe('a port that is handed over', () => {
  test('gives requests and upgrades to the server of the service', async () => {
    const port = await openPort(new Startup());
    const inner = createServer((request, response) => response.end(`inner ${request.url}`));
    inner.on('upgrade', (_request, socket: Socket) => {
      socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: echo\r\n\r\n');
    });
    port.handOver(inner);
    expect(await (await fetch(`${port.url}/health/ready`)).text()).toBe('inner /health/ready');
    const asking = httpRequest(port.url, { headers: { connection: 'Upgrade', upgrade: 'echo' } }).end();
    const [response, socket] = (await once(asking, 'upgrade')) as [{ statusCode: number }, Socket];
    expect(response.statusCode).toBe(101);
    socket.destroy();
  });

  test('an upgrade the service does not know is an ordinary request', async () => {
    const port = await openPort();
    port.handOver(createServer((_request, response) => response.end('no sockets here')));
    const asking = httpRequest(port.url, { headers: { connection: 'Upgrade', upgrade: 'websocket' } }).end();
    const [response] = (await once(asking, 'response')) as [{ statusCode: number; resume(): void }];
    expect(response.statusCode).toBe(200);
    response.resume();
  });

  test('closing waits for the open answer, and takes nothing new', async () => {
    const port = await openPort();
    const asked = Promise.withResolvers<() => void>();
    port.handOver(createServer((_request, response) => asked.resolve(() => void response.end('late'))));
    const answer = fetch(port.url, { headers: { connection: 'close' } });
    const finish = await asked.promise;
    const closing = port.close();
    await expect(fetch(port.url)).rejects.toThrow();
    finish();
    expect(await (await answer).text()).toBe('late');
    await closing;
    await port.close();
  });
});

test('a probe says why a part does not answer', async () => {
  expect(await probe(async () => 'fine')).toEqual({ ok: true });
  const down = new TravelError('provider_unavailable', 'The store cannot be reached.');
  expect(await probe(() => Promise.reject(down))).toEqual({
    ok: false,
    detail: 'The store cannot be reached.',
  });
});
