import { type Harness, startHarness } from './harness.js';
import { answerToUpgrade, rawUpgrade } from './raw-http.js';

const gatewayPath = '/api/gateway/ws';

describe('before the upgrade', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness({ origins: ['https://app.example.com'] });
  });
  afterAll(() => harness.close());
  const upgrade = (path: string, headers?: Record<string, string>) =>
    answerToUpgrade(harness.gateway.url, path, headers);

  test.each([
    ['a user', `${gatewayPath}?userId=ada`, 101],
    ['a visitor at door 3', '/ws/chat', 101],
    ['a user at the native door', '/ws?userId=ada', 101],
    ['no user', gatewayPath, 400],
    ['no user at the native door', '/ws', 400],
    ['an empty user', `${gatewayPath}?userId=`, 400],
    ['a user of blanks', `${gatewayPath}?userId=%20%20`, 400],
    ['a user with NUL', `${gatewayPath}?userId=a%00b`, 400],
    ['a broken encoding', `${gatewayPath}?userId=%E2%9C`, 400],
    ['another broken encoding', `${gatewayPath}?userId=%FF%FE`, 400],
    ['a replacement character', `${gatewayPath}?userId=%EF%BF%BD`, 400],
    ['bytes that are not encoded', `${gatewayPath}?userId=\u00c3\u00a9`, 400],
    ['two users', `${gatewayPath}?userId=a&userId=b`, 400],
    ['a user of 10 kB', `${gatewayPath}?userId=${'x'.repeat(10_000)}`, 400],
    ['a user of 10 kB at door 3', `/ws/chat?userId=${'x'.repeat(10_000)}`, 400],
    ['a position that is none', '/ws?userId=ada&epoch=x&seq=1', 400],
    ['an unknown path', '/ws/nothing', 404],
    ['a path that only begins right', `${gatewayPath}/more?userId=ada`, 404],
    ['a path with a slash too many', `${gatewayPath}/?userId=ada`, 404],
  ])('%s: %#', async (_name, path, httpStatus) => {
    const answer = await upgrade(path);
    expect(answer.httpStatus).toBe(httpStatus);
    // Node itself refuses what is no address at all, without a body.
    if (httpStatus !== 101 && answer.body !== '') {
      expect(JSON.parse(answer.body)).toEqual({ error: expect.stringMatching(/^.{5,200}\.$/) });
    }
  });

  test.each([
    ['no origin', {}, 101],
    ['the own page', { Origin: 'http://127.0.0.1' }, 403],
    ['a page of another host', { Origin: 'https://evil.example' }, 403],
    ['a page of no host', { Origin: 'null' }, 403],
    ['a page that was allowed', { Origin: 'https://app.example.com' }, 101],
    ['the same page over another scheme', { Origin: 'http://app.example.com' }, 403],
  ])('origin: %s', async (_name, headers, httpStatus) => {
    for (const path of [`${gatewayPath}?userId=ada`, '/ws/chat', '/ws?userId=ada']) {
      expect((await upgrade(path, headers as Record<string, string>)).httpStatus).toBe(httpStatus);
    }
  });

  test('the own page, by any of the two usual hosts, is let in', async () => {
    const port = new URL(harness.gateway.url).port;
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`]) {
      const answer = await upgrade('/ws/chat', { Host: host, Origin: `http://${host}` });
      expect(answer.httpStatus).toBe(101);
    }
  });

  test.each([
    ['a wrong version', { 'Sec-WebSocket-Version': '7' }, 400],
    ['no key', { 'Sec-WebSocket-Key': '' }, 400],
    ['a bad subprotocol list', { 'Sec-WebSocket-Protocol': ',,' }, 400],
  ])('a handshake with %s is refused', async (_name, headers, httpStatus) => {
    expect((await upgrade('/ws/chat', headers as Record<string, string>)).httpStatus).toBe(httpStatus);
  });

  test('the subprotocol is agreed on by name', async () => {
    const answer = await upgrade('/ws?userId=ada', { 'Sec-WebSocket-Protocol': 'other, travellite.v1' });
    expect(answer.headers['sec-websocket-protocol']).toBe('travellite.v1');
    const foreign = await upgrade('/ws?userId=ada', { 'Sec-WebSocket-Protocol': 'other' });
    expect(foreign.headers).not.toHaveProperty('sec-websocket-protocol');
  });

  test('nothing is compressed, though the client offers it', async () => {
    const answer = await upgrade('/ws/chat', { 'Sec-WebSocket-Extensions': 'permessage-deflate' });
    expect(answer.headers).not.toHaveProperty('sec-websocket-extensions');
  });

  test.each([gatewayPath, `${gatewayPath}?userId=ada`, '/ws', '/ws/chat'])(
    'a plain request to %s gets 426',
    async (path) => {
      const answer = await fetch(`${harness.gateway.url}${path}`);
      expect(answer.status).toBe(426);
      expect(await answer.json()).toEqual({ error: expect.stringMatching(/WebSocket/) });
    },
  );

  test('an upgrade to something else is not taken: the request is answered as it is', async () => {
    const h2c = { Upgrade: 'h2c', Connection: 'Upgrade, HTTP2-Settings, close' };
    expect((await upgrade('/health', h2c)).httpStatus).toBe(200);
    expect((await upgrade('/ws/chat', h2c)).httpStatus).toBe(426);
  });

  test('a client that leaves in the middle of the handshake harms nobody', async () => {
    for (let i = 0; i < 20; i += 1) {
      const socket = rawUpgrade(harness.gateway.url, '/ws/chat');
      socket.on('error', () => undefined);
      socket.resetAndDestroy();
    }
    const client = await harness.connect('/ws/chat');
    client.send({ message: 'hello' });
    await client.type('done');
    expect(harness.logged).toEqual([]);
  });
});

test('credentials are asked for before the upgrade', async () => {
  const harness = await startHarness({
    identify: async ({ headers }) =>
      headers.authorization === 'Bearer ada'
        ? { status: 'known', userId: 'ada' }
        : { status: 'refused', httpStatus: 401, reason: 'The token is missing or wrong.' },
  });
  const statusOf = async (path: string, headers?: Record<string, string>) =>
    (await answerToUpgrade(harness.gateway.url, path, headers)).httpStatus;
  const known = { Authorization: 'Bearer ada' };
  expect(await statusOf(`${gatewayPath}?userId=ada`)).toBe(401);
  expect(await statusOf('/ws/chat')).toBe(401);
  expect(await statusOf(gatewayPath, known)).toBe(101);
  expect(await statusOf(`${gatewayPath}?userId=ada`, known)).toBe(101);
  expect(await statusOf(`${gatewayPath}?userId=bob`, known)).toBe(403);
  expect((await harness.post('/chat', { message: 'hi' })).status).toBe(401);
  expect((await harness.post('/chat', { message: 'hi' }, { authorization: 'Bearer ada' })).status).toBe(200);
  const foreign = await harness.post(
    '/chat',
    { message: 'hi', userId: 'bob' },
    { authorization: 'Bearer ada' },
  );
  expect(foreign.status).toBe(403);
  await harness.close();
});

test('an identity service that fails refuses, and the server stays up', async () => {
  const harness = await startHarness({ identify: () => Promise.reject(new Error('no answer')) });
  const answer = await answerToUpgrade(harness.gateway.url, `${gatewayPath}?userId=ada`);
  expect(answer.httpStatus).toBe(503);
  expect((await fetch(`${harness.gateway.url}/health`)).status).toBe(200);
  await harness.close();
});
