import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { openProxy, type Proxy } from './proxy.js';

let echo: Server;
let proxy: Proxy;
const clients: Socket[] = [];

beforeEach(async () => {
  echo = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(echo, 'listening');
  proxy = await openProxy((echo.address() as AddressInfo).port);
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await proxy.close();
  echo.close();
});

async function openClient(): Promise<Socket> {
  const client = connect({ port: proxy.port, host: '127.0.0.1' });
  clients.push(client);
  await once(client, 'connect');
  return client;
}

async function ask(client: Socket, text: string): Promise<string> {
  const answer = once(client, 'data');
  client.write(text);
  return String((await answer)[0]);
}

test('passes bytes both ways', async () => {
  const client = await openClient();
  expect(await ask(client, 'one')).toBe('one');
  expect(await ask(client, 'two')).toBe('two');
});

test('a black hole swallows without a word', async () => {
  const client = await openClient();
  expect(await ask(client, 'before')).toBe('before');
  proxy.blackHole(true);
  let heard = '';
  client.on('data', (bytes) => (heard += String(bytes)));
  await new Promise((resolve) => client.write('lost', resolve));
  const other = await openClient();
  await new Promise((resolve) => other.write('lost too', resolve));
  expect(client.destroyed).toBe(false);
  expect(heard).toBe('');
});

test('a reset reaches the client as one, and new connections work', async () => {
  const client = await openClient();
  expect(await ask(client, 'one')).toBe('one');
  const failed = once(client, 'error').catch((error: unknown) => [error]);
  proxy.reset();
  expect((await failed)[0]).toMatchObject({ code: 'ECONNRESET' });
  expect(await ask(await openClient(), 'two')).toBe('two');
});

test('an upstream that ends ends the link', async () => {
  const client = await openClient();
  expect(await ask(client, 'one')).toBe('one');
  const closed = once(client, 'close');
  client.end();
  client.resume();
  await closed;
});
