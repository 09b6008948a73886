import { z } from 'zod';
import { amadeusCredentials, amadeusErrors, AmadeusStandIn } from '../stand-in/amadeus-stand-in.js';
import { until } from '../conformance/using.js';
import { type AmadeusConnection, createAmadeusConnection } from './amadeus-connection.js';

const path = '/v1/shopping/activities';
const params = { latitude: '48.85', longitude: '2.35', radius: 10 };
const schema = z.object({ data: z.array(z.object({ name: z.string() })) });
let time = Date.UTC(2026, 10, 21);
const now = () => time;
let standIn: AmadeusStandIn;
let connection: AmadeusConnection;
const connect = (access: Partial<typeof amadeusCredentials & { baseUrl: string }> = {}) =>
  createAmadeusConnection({ ...amadeusCredentials, baseUrl: standIn.server.url, ...access }, now);
const ask = (signal = AbortSignal.timeout(5_000)) => connection.get(path, params, schema, signal);

beforeEach(async () => {
  standIn = await AmadeusStandIn.start('2026-11-21');
  connection = connect();
});
afterEach(() => standIn.server.close());

test('plain http is used when the address says so, which the package ignores', async () => {
  expect((await ask()).data.length).toBeGreaterThan(0);
});

test('the path of the address stays in front', async () => {
  connection = connect({ baseUrl: `${standIn.server.url}/contract/7/` });
  await ask().catch(() => undefined);
  expect(standIn.server.requests[0]?.path).toBe('/contract/7/v1/security/oauth2/token');
});

test('a JSON content type with a charset is accepted, letters outside ASCII survive', async () => {
  standIn.server.next({
    headers: { 'content-type': 'application/json; charset=utf-8' },
    text: JSON.stringify({ data: [{ name: 'Hôtel Zürich 東京 '.repeat(9_000) }] }),
  });
  expect((await ask()).data[0]?.name).toBe('Hôtel Zürich 東京 '.repeat(9_000));
});

test('many callers share one token request', async () => {
  await Promise.all(Array.from({ length: 8 }, () => ask()));
  expect(standIn.tokensGiven).toBe(1);
});

test('the token is used until shortly before its end', async () => {
  await ask();
  time += 1_700_000;
  await ask();
  expect(standIn.tokensGiven).toBe(1);
  time += 100_000;
  await ask();
  expect(standIn.tokensGiven).toBe(2);
});

test('a token that was revoked is replaced within the same call', async () => {
  await ask();
  standIn.revokeTokens();
  expect((await ask()).data.length).toBeGreaterThan(0);
  expect(standIn.tokensGiven).toBe(2);
});

test('when every token is refused it gives up after the second', async () => {
  const refused = {
    status: 401,
    json: { errors: [{ code: 38192, title: 'Invalid access token', status: 401 }] },
  };
  standIn.server.next(refused, refused, refused);
  await expect(ask()).rejects.toMatchObject({ name: 'ProviderFault', kind: 'unauthorized' });
  expect(standIn.searches).toHaveLength(2);
});

test('wrong credentials are a fault that says so and does not carry the secret', async () => {
  connection = connect({ clientSecret: 'not-the-secret' });
  const fault: unknown = await ask().catch((thrown: unknown) => thrown);
  expect(fault).toBeInstanceOf(Error);
  expect(fault).toMatchObject({ kind: 'unauthorized' });
  const seen = JSON.stringify(fault, Object.getOwnPropertyNames(fault));
  expect(seen).not.toContain('not-the-secret');
});

test('a failed token request is not kept', async () => {
  const good = connection;
  connection = connect({ clientSecret: 'wrong' });
  await ask().catch(() => undefined);
  await ask().catch(() => undefined);
  expect(standIn.server.requests.filter(({ path: at }) => at.endsWith('token'))).toHaveLength(2);
  connection = good;
  expect((await ask()).data.length).toBeGreaterThan(0);
});

test('rejections are Errors with status, wait and the codes that were named', async () => {
  standIn.server.next(amadeusErrors.tooMany('7'));
  const fault: unknown = await ask().catch((thrown: unknown) => thrown);
  expect(fault).toBeInstanceOf(Error);
  expect(fault).toMatchObject({
    kind: 'rate_limited',
    codes: [38194],
    details: { status: 429, retryAfterMs: 7_000 },
  });
});

test('a signal ends a request that hangs, though the package knows no time limit', async () => {
  standIn.server.next('hang');
  await expect(ask(AbortSignal.timeout(50))).rejects.toMatchObject({ kind: 'network' });
  await until(() => standIn.server.waiting === 0);
});

test('a parameter that the specification does not know is refused by the stand-in', async () => {
  await expect(
    connection.get(path, { ...params, colour: 'red' }, schema, AbortSignal.timeout(5_000)),
  ).rejects.toMatchObject({
    kind: 'refused',
    codes: [477],
  });
});
