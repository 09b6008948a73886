import { z } from 'zod';
import { type Reply, StandIn } from '../stand-in/stand-in.js';
import { checkShape, parseAs, requestJson } from './http-json.js';

const schema = z.object({ name: z.string() });
const now = () => Date.UTC(2026, 10, 21);
let server: StandIn;
let reply: Reply;

beforeEach(async () => {
  reply = { json: { name: 'fine' } };
  server = await StandIn.start(() => reply);
});
afterEach(() => server.close());

const ask = (more: object = {}, signal = AbortSignal.timeout(5_000)) =>
  requestJson({ url: new URL('/x?a=1', server.url), schema, ...more }, signal, now);

test('a GET asks for JSON and carries no body', async () => {
  expect(await ask()).toEqual({ name: 'fine' });
  expect(server.requests[0]).toMatchObject({ method: 'GET', path: '/x', body: '' });
  expect(server.requests[0]!.headers.accept).toBe('application/json');
});

test('a POST carries headers and body', async () => {
  await ask({ method: 'POST', headers: { 'content-type': 'text/plain', 'x-key': 'k' }, body: 'hello ü' });
  expect(server.requests[0]).toMatchObject({ method: 'POST', body: 'hello ü' });
  expect(server.requests[0]!.headers['x-key']).toBe('k');
});

test('letters survive wherever the answer is cut into chunks', async () => {
  const name = '東京 Zürich 🗼 '.repeat(20_000);
  reply = { json: { name } };
  expect((await ask()).name).toBe(name);
});

test.each([
  [400, 'refused', false],
  [401, 'unauthorized', false],
  [404, 'refused', false],
  [408, 'server', true],
  [429, 'rate_limited', true],
  [500, 'server', true],
  [503, 'server', true],
])('%d is %s, may be tried again: %s', async (status, kind, mayRetry) => {
  reply = { status, json: { error: 'no' } };
  await expect(ask()).rejects.toMatchObject({ name: 'ProviderFault', kind, mayRetry, details: { status } });
});

test('a 500 that must not be repeated says so', async () => {
  reply = { status: 500, json: {} };
  await expect(ask({ noRetry: [500] })).rejects.toMatchObject({
    kind: 'server',
    mayRetry: false,
    isOutage: true,
  });
});

test('Retry-After comes along', async () => {
  reply = { status: 503, headers: { 'retry-after': '4' }, json: {} };
  await expect(ask()).rejects.toMatchObject({ details: { retryAfterMs: 4_000 } });
});

test('a redirect is not followed: no credentials go elsewhere', async () => {
  reply = { status: 302, headers: { location: 'http://127.0.0.1:9/elsewhere' }, text: '' };
  await expect(ask()).rejects.toMatchObject({ kind: 'network' });
  expect(server.requests).toHaveLength(1);
});

test('nobody at the address is a network fault', async () => {
  await expect(ask({ url: new URL('http://127.0.0.1:9/') })).rejects.toMatchObject({ kind: 'network' });
});

test('an abort is thrown as it came', async () => {
  server.next('hang');
  const reason = new Error('enough');
  const controller = new AbortController();
  const asking = ask({}, controller.signal);
  controller.abort(reason);
  await expect(asking).rejects.toBe(reason);
});

test('what is no JSON, or JSON of another shape, is unreadable and names the field', () => {
  expect(() => parseAs('<html>', schema)).toThrow(/not JSON/);
  expect(() => checkShape({ name: 7 }, schema)).toThrow(/unexpected name/);
  expect(() => checkShape([], schema)).toThrow(/unexpected shape/);
});
