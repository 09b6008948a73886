import { failingAgent, listingAgent, place, steppedAgent, wish } from './agents.js';
import { type Harness, startHarness } from './harness.js';

describe('POST /chat', () => {
  let harness: Harness;
  beforeAll(async () => void (harness = await startHarness({ agent: listingAgent })));
  afterAll(() => harness.close());

  test('answers with the four lists', async () => {
    const answer = await harness.post('/chat', { message: 'Ueno', pois: [place('Meiji Jingu')] });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await answer.json()).toEqual({
      intents: [{ intent: 'Points_Of_Interest', action: 'add', value: 'Tokyo' }],
      pois: [place('Meiji Jingu'), place('Ueno')],
      requirements: [wish('Ueno')],
      plan: [expect.objectContaining({ overall_cost: '$100' })],
    });
  });

  test('returns the lists unchanged when nobody spoke of them', async () => {
    const lists = { pois: [place('Ueno')], requirements: [wish('quiet')], plan: [] };
    const answer = await harness.post('/chat', { message: 'thanks', ...lists });
    expect(await answer.json()).toMatchObject(lists);
  });

  test('remembers a user, and no visitor', async () => {
    await harness.post('/chat', { message: 'Ueno', userId: 'ada' });
    const known = await harness.post('/chat?userId=ada', { message: 'thanks' });
    expect(await known.json()).toMatchObject({ pois: [place('Ueno')] });
    const visitor = await harness.post('/chat', { message: 'thanks' });
    expect(await visitor.json()).toMatchObject({ pois: [] });
    expect(await harness.conversations.load()).toMatchObject({ running: 0 });
  });

  test('lists that are sent replace the stored ones', async () => {
    await harness.post('/chat', { message: 'Ueno', userId: 'bea' });
    const answer = await harness.post('/chat', { message: 'thanks', userId: 'bea', pois: [] });
    expect(await answer.json()).toMatchObject({ pois: [] });
  });

  test('streams to the open sockets of its user', async () => {
    const gateway = await harness.connect('/api/gateway/ws?userId=cid');
    const native = await harness.connect('/ws?userId=cid');
    await native.type('snapshot');
    await harness.post('/chat', { message: 'Ueno', userId: 'cid' });
    await gateway.until((frame) => frame['complete'] === true);
    expect((await native.type('message'))['message']).toMatchObject({ text: 'Ueno', door: 'rest' });
    await native.type('done');
  });

  test.each([
    ['no JSON', 'hello', {}, 400, /^Invalid JSON/],
    ['nothing', '', {}, 400, /^Invalid JSON/],
    ['no message', '{}', {}, 400, /^message is required$/],
    ['an empty message', '{"message":""}', {}, 400, /^message is required$/],
    ['a number', '{"message":5}', {}, 400, /^message is required$/],
    ['a list', '[]', {}, 400, /^message is required$/],
    ['a lone surrogate', '{"message":"\\ud800"}', {}, 400, /not valid text/],
    ['a list that is none', '{"message":"hi","plan":{}}', {}, 400, /plan is not a valid list/],
    ['a user that is none', '{"message":"hi","userId":""}', {}, 400, /userId is empty/],
    ['a long message', JSON.stringify({ message: 'x'.repeat(20_000) }), {}, 413, /longer than 16000/],
    ['1 MB', JSON.stringify({ message: 'x'.repeat(1024 * 1024) }), {}, 413, /larger than \d+ bytes/],
    [
      'a form',
      'message=hi',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      /application\/json/,
    ],
    ['plain text', '{"message":"hi"}', { 'content-type': 'text/plain' }, 415, /application\/json/],
    ['a page of another host', '{"message":"hi"}', { origin: 'https://evil.example' }, 403, /origin/],
  ])('refuses %s', async (_name, body, headers, httpStatus, words) => {
    const answer = await harness.post('/chat', body, headers as Record<string, string>);
    expect(answer.status).toBe(httpStatus);
    expect(await answer.json()).toMatchObject({ error: expect.stringMatching(words) });
  });

  test('a body that turns out too large gets its answer, however it is sent', async () => {
    const part = new TextEncoder().encode('x'.repeat(64 * 1024));
    let left = 64;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => (left-- > 0 ? controller.enqueue(part) : controller.close()),
    });
    const init = { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/json' } };
    const answer = await fetch(`${harness.gateway.url}/chat`, init as RequestInit);
    expect(answer.status).toBe(413);
  });

  test.each(['a%00', '%FF', '', 'x'.repeat(300)])('refuses the user %s in the query', async (userId) => {
    const answer = await harness.post(`/chat?userId=${userId}`, { message: 'hi' });
    expect(answer.status).toBe(400);
  });

  test.each(['GET', 'PUT', 'DELETE'])('has no %s', async (method) => {
    const answer = await fetch(`${harness.gateway.url}/chat`, { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('POST');
  });

  test('leaves no log behind and no hub open', () => {
    expect(harness.logged).toEqual([]);
    expect(harness.counters.read()['hubs_open']).toBeLessThanOrEqual(1);
  });
});

test('a failed request is 502 with the reason', async () => {
  const harness = await startHarness({ agent: failingAgent });
  const answer = await harness.post('/chat', { message: 'hello' });
  expect(answer.status).toBe(502);
  expect(await answer.json()).toEqual({
    error: 'intent_request_failed',
    details: 'The flight search does not answer.',
  });
  await harness.close();
});

test('a request that takes too long is 502, and one too many 429', async () => {
  const stepped = steppedAgent();
  const harness = await startHarness({
    agent: stepped.agent,
    maxQueued: 0,
    limits: { requestTimeoutMs: 200 },
  });
  const slow = harness.post('/chat', { message: 'hello', userId: 'ada' });
  while ((await harness.conversations.load()).running === 0) await new Promise(setImmediate);
  const refused = await harness.post('/chat', { message: 'hello', userId: 'ada' });
  expect(refused.status).toBe(429);
  const answer = await slow;
  expect(answer.status).toBe(502);
  expect(await answer.json()).toMatchObject({ details: expect.stringMatching(/too long/) });
  await stepped.end();
  await harness.close();
});

test('a visitor who leaves before the answer is forgotten', async () => {
  const stepped = steppedAgent();
  const harness = await startHarness({ agent: stepped.agent });
  const leaving = new AbortController();
  const asked = fetch(`${harness.gateway.url}/chat`, {
    method: 'POST',
    body: '{"message":"hello"}',
    headers: { 'content-type': 'application/json' },
    signal: leaving.signal,
  });
  const running = async () => (await harness.conversations.load()).running;
  while ((await running()) === 0) await new Promise(setImmediate);
  leaving.abort();
  await expect(asked).rejects.toThrow(/abort/i);
  while ((await running()) > 0) await new Promise(setImmediate);
  expect(harness.counters.read()['hubs_open']).toBe(0);
  await stepped.end();
  await harness.close();
});

test('a request whose turn ends within the grace of a stopping server is answered, new ones are refused', async () => {
  const stepped = steppedAgent();
  const harness = await startHarness({ agent: stepped.agent });
  const asked = harness.post('/chat', { message: 'hello', userId: 'ada' });
  while ((await harness.conversations.load()).running === 0) await new Promise(setImmediate);
  const closing = harness.gateway.close();
  const refused = await harness.post('/chat', { message: 'hello', userId: 'bob' });
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await refused.json()).toEqual({ error: 'The server restarts. Try again soon.' });
  await stepped.end();
  expect((await asked).status).toBe(200);
  await closing;
  await harness.close();
});

test('a request that waits when the grace of a stopping server is over gets an answer', async () => {
  const stepped = steppedAgent();
  const harness = await startHarness({ agent: stepped.agent, limits: { drainMs: 20 } });
  const asked = harness.post('/chat', { message: 'hello', userId: 'ada' });
  while ((await harness.conversations.load()).running === 0) await new Promise(setImmediate);
  const closing = harness.gateway.close();
  expect((await asked).status).toBe(502);
  await closing;
  await stepped.end();
  await harness.close();
});

describe('health', () => {
  test('says ok, and whether requests should come here', async () => {
    let disk = true;
    const harness = await startHarness({
      probes: {
        disk: () => (disk ? { ok: true } : { ok: false, detail: 'is full' }),
        cache: () => ({ ok: true }),
      },
    });
    const get = async (path: string) => {
      const answer = await fetch(`${harness.gateway.url}${path}`);
      return { httpStatus: answer.status, body: (await answer.json()) as Record<string, unknown> };
    };
    expect(await get('/health')).toEqual({ httpStatus: 200, body: { status: 'ok' } });
    expect(await get('/health/live')).toEqual({ httpStatus: 200, body: { status: 'ok' } });
    expect(await get('/health/ready')).toMatchObject({ httpStatus: 200, body: { status: 'ok' } });
    disk = false;
    expect(await get('/health/ready')).toMatchObject({
      httpStatus: 503,
      body: { status: 'unavailable', parts: { disk: { ok: false, detail: 'is full' }, cache: { ok: true } } },
    });
    harness.gateway.drain();
    expect((await get('/health/ready')).body).toMatchObject({ parts: { gateway: { ok: false } } });
    expect((await get('/health')).httpStatus).toBe(200);
    await harness.close();
  });
});
