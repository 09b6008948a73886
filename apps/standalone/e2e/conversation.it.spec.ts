import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endAll, start } from './process.js';
import { type Frame, Socket } from './socket.js';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'travellite-e2e-'))));
afterEach(() => {
  endAll();
  rmSync(folder, { recursive: true, force: true });
});

interface Trip {
  request: {
    destinations: { name: string }[];
    dates?: { start?: string; end?: string; nights?: number; days?: number };
    budget?: { max: { amountMinor: number; currency: string } };
    travellers?: { adults: number };
  };
  plan: { days: unknown[]; overall_cost: string }[];
  missing: string[];
}

const nativeUrl = (url: string, user: string) => `${url}/ws?userId=${user}`;
const isDone = (frame: Frame) => frame.type === 'done';

/** Says something over the native protocol and gives the turn's events. */
async function say(
  socket: Socket,
  id: string,
  text: string,
): Promise<{ frames: Frame[]; answer: string; trip: Trip }> {
  socket.send({ type: 'user_message', id, text });
  const frames = await socket.until(isDone);
  const of = (type: string) => frames.findLast((frame) => frame.type === type);
  expect(of('error')).toBeUndefined();
  return { frames, answer: String(of('response')?.['text']), trip: of('state')?.['trip'] as Trip };
}

const dollars = (cost: string) => Number(cost.replaceAll(/[^0-9.]/g, ''));

describe('one conversation, over a socket, a kill and a restart', () => {
  test('Paris, asked for step by step', async () => {
    let server = await start(folder);
    const socket = await Socket.open(nativeUrl(server.url, 'paris'), 'travellite.v1');
    await socket.until((frame) => frame.type === 'snapshot');

    const first = await say(socket, 'm1', 'I want to plan a trip to Paris');
    expect(first.answer).toMatch(/when|dates/i);
    expect(first.trip.request.destinations.map(({ name }) => name)).toEqual(['Paris']);

    const second = await say(socket, 'm2', 'December 15th to 22nd');
    const { dates } = second.trip.request;
    expect(dates?.start).toMatch(/^\d{4}-12-15$/);
    expect(dates?.end).toBe(dates?.start?.replace('15', '22'));
    expect(dates?.nights).toBe(7);
    expect(second.answer).toMatch(/budget|spend/i);

    const third = await say(socket, 'm3', 'Around $3000');
    expect(third.trip.request.budget?.max).toEqual({ amountMinor: 300_000, currency: 'USD' });
    expect(third.answer).toMatch(/\bfrom\b.*\?/i);

    const fourth = await say(socket, 'm4', 'From New York, two of us, we love museums');
    expect(fourth.trip.request.travellers?.adults).toBe(2);
    const flights = fourth.frames.filter(
      (frame) => frame.type === 'tool_result' && frame['tool'] === 'searchFlights',
    );
    expect(flights.length).toBeGreaterThanOrEqual(1);
    for (const found of flights) expect(found).toMatchObject({ ok: true, sample: true });
    expect(fourth.trip.plan.length).toBeGreaterThanOrEqual(2);
    for (const option of fourth.trip.plan) {
      expect(option.days).toHaveLength(7);
      expect(dollars(option.overall_cost)).toBeLessThanOrEqual(3000);
    }

    const fifth = await say(socket, 'm5', 'Make it 5 days');
    for (const option of fifth.trip.plan) {
      expect(option.days).toHaveLength(5);
      expect(dollars(option.overall_cost)).toBeLessThanOrEqual(3000);
    }

    await server.end('SIGKILL');
    server = await start(folder);
    const again = await Socket.open(nativeUrl(server.url, 'paris'), 'travellite.v1');
    const snapshot = (await again.until((frame) => frame.type === 'snapshot')).at(-1);
    const view = snapshot?.['view'] as { history: { role: string; text: string }[]; trip: Trip };
    expect(view.history.filter(({ role }) => role === 'user')).toHaveLength(5);
    expect(view.trip.plan.map(({ days }) => days.length)).toEqual(fifth.trip.plan.map(() => 5));

    const small = await say(again, 'm6', 'What can you do?');
    expect(small.answer).toMatch(/\btrip/i);
    expect(small.trip.plan).toEqual(fifth.trip.plan);
    await again.close();
    expect(await server.end('SIGTERM')).toBe(0);
  }, 60_000);

  test.each(['hi', 'What can you do?'])('"%s" is answered and starts no plan', async (text) => {
    const server = await start(folder);
    const socket = await Socket.open(nativeUrl(server.url, 'small-talk'), 'travellite.v1');
    await socket.until((frame) => frame.type === 'snapshot');
    const { answer, trip } = await say(socket, 'm1', text);
    expect(answer.length).toBeGreaterThan(10);
    expect(trip.plan).toEqual([]);
    expect(trip.request.destinations).toEqual([]);
    await socket.close();
    await server.end('SIGTERM');
  });

  test('what was acknowledged before a kill is answered exactly once after it', async () => {
    let server = await start(folder);
    const socket = await Socket.open(nativeUrl(server.url, 'killed'), 'travellite.v1');
    await socket.until((frame) => frame.type === 'snapshot');
    for (let i = 0; i < 5; i += 1)
      socket.send({ type: 'user_message', id: `k${i}`, text: `a trip to Rome for ${i + 2} days` });
    await socket.until((frame) => frame.type === 'ack' && frame['id'] === 'k4');
    await server.end('SIGKILL');

    server = await start(folder);
    const again = await Socket.open(`${nativeUrl(server.url, 'killed')}&epoch=0&seq=0`, 'travellite.v1');
    // The client did not hear back about the last two, so it sends them again.
    for (const i of [3, 4])
      again.send({ type: 'user_message', id: `k${i}`, text: `a trip to Rome for ${i + 2} days` });
    await again.until((frame) => frame.type === 'done' && frame['turn'] === 'k4');
    const done = again.frames.filter(isDone).map((frame) => frame['turn']);
    expect(done).toEqual(['k0', 'k1', 'k2', 'k3', 'k4']);
    const seqs = again.frames.map((frame) => frame['seq']).filter((seq) => typeof seq === 'number');
    expect(seqs.slice(1)).toEqual(seqs.slice(1).map((_, i) => i + 1));
    await again.close();
    await server.end('SIGTERM');
  }, 60_000);

  test('one user on three doors sees one conversation', async () => {
    const server = await start(folder);
    const native = await Socket.open(nativeUrl(server.url, 'both'), 'travellite.v1');
    await native.until((frame) => frame.type === 'snapshot');
    const gateway = await Socket.open(`${server.url}/api/gateway/ws?userId=both`);
    gateway.send('I want to see Lisbon');
    const [heard] = await Promise.all([
      native.until(isDone),
      gateway.until((frame) => frame['complete'] === true),
    ]);
    expect(heard.find((frame) => frame.type === 'message')).toMatchObject({
      message: { text: 'I want to see Lisbon' },
    });
    const posted = await fetch(`${server.url}/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ message: 'plan 3 days there', userId: 'both' }),
    });
    expect(posted.status).toBe(200);
    const { plan } = (await posted.json()) as { plan: { days: unknown[] }[] };
    expect(plan[0]?.days).toHaveLength(3);
    await native.until(isDone);
    await gateway.until((frame) => frame['complete'] === true);
    await Promise.all([native.close(), gateway.close()]);
    await server.end('SIGTERM');
  }, 60_000);
});
