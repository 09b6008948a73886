import { agentOf } from './agents.js';
import { type Harness, startHarness } from './harness.js';
import { rawUpgrade } from './raw-http.js';
import { type Frame } from './test-client.js';

const door = (userId: string) => `/api/gateway/ws?userId=${userId}`;
const isEnd = (frame: Frame) => 'complete' in frame || 'error' in frame;

async function until(holds: () => boolean, what: string): Promise<void> {
  const started = Date.now();
  while (!holds()) {
    if (Date.now() - started > 10_000) throw new Error(`${what} did not happen`);
    await new Promise(setImmediate);
  }
}

describe('many frames at once', () => {
  let harness: Harness;
  beforeAll(async () => void (harness = await startHarness()));
  afterAll(() => harness.close());

  test.each([
    ['messages', (i: number) => `message ${i}`],
    ['broken frames', () => '{"type":"dance"}'],
  ])('200 %s in one second are all answered, and the connection goes on', async (_name, frameOf) => {
    const client = await harness.connect(door('busy'));
    const neighbour = await harness.connect(door('calm'));
    for (let i = 0; i < 200; i += 1) client.send(frameOf(i));
    neighbour.send('hello');
    await neighbour.until(isEnd);
    expect(await client.until(isEnd, 200)).toHaveLength(200);
    expect(client.frames.filter((frame) => /Too many/.test(String(frame['error']))).length).toBeGreaterThan(
      0,
    );
    expect(client.socket.readyState).toBe(client.socket.OPEN);
    client.cut();
  });

  test('200 requests at door 3 are all answered', async () => {
    const client = await harness.connect('/ws/chat');
    for (let i = 0; i < 200; i += 1) client.send({ message: `message ${i}` });
    await client.until((frame) => frame['type'] === 'done' || frame['type'] === 'error', 200);
    client.cut();
  });

  test('a ping is answered with its data; a flood of them ends its connection', async () => {
    const client = await harness.connect(door('ping'));
    const pong = new Promise((resolve) =>
      client.socket.once('pong', (data: Buffer) => resolve(data.toString())),
    );
    client.socket.ping('still there?');
    expect(await pong).toBe('still there?');
    for (let i = 0; i < 5_000; i += 1) client.socket.ping();
    expect(await client.ended).toEqual({ code: 1008, reason: 'too many frames' });
    expect(harness.logged.splice(0)).toHaveLength(1);
  });

  test('a flood ends its connection with words, and only its own', async () => {
    const client = await harness.connect(door('flood'));
    const neighbour = await harness.connect(door('calm'));
    for (let i = 0; i < 5_000; i += 1) client.send('{');
    expect(await client.ended).toEqual({ code: 1008, reason: 'too many frames' });
    neighbour.send('hello');
    expect(await neighbour.until(isEnd)).toHaveLength(1);
    expect(harness.logged).toEqual(['a connection was closed: too many frames']);
  });
});

test('a client that waits for its answers is never limited', async () => {
  const harness = await startHarness({ limits: { framesPerSecond: 5 } });
  const client = await harness.connect(door('eager'));
  for (let i = 1; i <= 60; i += 1) {
    client.send('hello');
    await client.until(isEnd, i);
  }
  expect(client.frames.filter((frame) => 'error' in frame)).toEqual([]);
  await harness.close();
});

test('a half-open socket is found out and ended; others stay', async () => {
  const harness = await startHarness({ limits: { heartbeatMs: 60 } });
  const dead = rawUpgrade(harness.gateway.url, door('dead'));
  dead.on('error', () => undefined);
  // It is read, so its pings arrive, and none is answered.
  dead.resume();
  const ended = new Promise((resolve) => dead.on('close', resolve));
  const alive = await harness.connect(door('alive'));
  await ended;
  await until(() => harness.counters.read()['ws_connections_open'] === 1, 'the end of the connection');
  alive.send('hello');
  await alive.until(isEnd);
  expect(alive.socket.readyState).toBe(alive.socket.OPEN);
  await harness.close();
});

describe('a client that stops reading', () => {
  const long = 'x'.repeat(256 * 1024);
  const talkative = agentOf(() => long);

  test('is given up with a log line; others of the same user and of other users are not held up', async () => {
    const harness = await startHarness({
      agent: talkative,
      limits: { slowBytes: 64 * 1024, maxBufferedBytes: 1024 * 1024 },
    });
    const stuck = await harness.connect(door('ada'));
    const well = await harness.connect(door('ada'));
    const other = await harness.connect(door('bea'));
    stuck.socket.pause();
    const given = () => harness.counters.read()['ws_slow_clients_closed'] === 1;
    for (let i = 1; !given() && i < 200; i += 1) {
      well.send('more');
      await well.until(isEnd, i);
    }
    expect(given()).toBe(true);
    other.send('hello');
    await other.until(isEnd);
    await until(() => harness.counters.read()['ws_connections_open'] === 2, 'the end of the connection');
    expect(harness.logged).toEqual(['a connection was closed: its client does not read']);
    stuck.socket.resume();
    expect([1006, 1013]).toContain((await stuck.ended).code);
    await harness.close();
  });

  test('for a while gets the rest of the answer when it reads again', async () => {
    const harness = await startHarness({ agent: talkative, limits: { slowBytes: 64 * 1024 } });
    const slow = await harness.connect(door('ada'));
    const well = await harness.connect(door('ada'));
    slow.socket.pause();
    const turns = 12;
    for (let i = 1; i <= turns; i += 1) {
      well.send('more');
      await well.until(isEnd, i);
    }
    slow.socket.resume();
    const ends = await slow.until(isEnd, turns);
    expect(ends.every((end) => end['text'] === long)).toBe(true);
    slow.send('hello');
    await slow.until(isEnd, turns + 1);
    await harness.close();
  });
});

test('connections and hubs end with their clients', async () => {
  const harness = await startHarness();
  const clients = await Promise.all(Array.from({ length: 50 }, (_, i) => harness.connect(door(`idle${i}`))));
  expect(harness.counters.read()).toMatchObject({ ws_connections_open: 50, hubs_open: 50 });
  for (const client of clients) client.close();
  await until(() => harness.counters.read()['hubs_open'] === 0, 'the end of the hubs');
  expect(harness.counters.read()['ws_connections_open']).toBe(0);
  await harness.close();
});
