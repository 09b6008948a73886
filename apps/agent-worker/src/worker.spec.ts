import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEchoAgent } from '@travellite/rehearsal';
import { type Bus, openBus } from '@travellite/bus';
import { type Conversations, openConversations } from '@travellite/conversations';
import { type Agent, type Turn, userConversation } from '@travellite/protocol';
import { createCounters, silentLog } from '@travellite/telemetry';
import { createDirectIngest } from '@travellite/turns';
import { bootstrapWorker, type RunningWorker } from './bootstrap.js';
import { openAgent } from './open-agent.js';

const folder = mkdtempSync(join(tmpdir(), 'travellite-worker-'));
const ann = userConversation('ann');
let bus: Bus;
let conversations: Conversations;
let worker: RunningWorker | undefined;

beforeEach(async () => {
  bus = await openBus({ kind: 'in-process' });
  conversations = await openConversations({ kind: 'sqlite', folder: mkdtempSync(join(folder, 'store-')) });
});
afterEach(async () => {
  await worker?.close();
  worker = undefined;
  await conversations.close();
  await bus.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const start = async (agent: Agent, health?: { port: number; host: string }, drainMs = 0) => {
  const settings = { slots: 4, leaseMs: 5_000, drainMs, counters: createCounters(), log: silentLog };
  worker = await bootstrapWorker({ bus, conversations, agent, ...settings }, health);
  return worker;
};

const turn = (id: string, text = 'hello'): Turn => ({
  id,
  conversation: ann,
  message: { text, author: { userId: 'ann' }, ts: 1_795_000_000_000, door: 'native' },
});

/** Submits turns and resolves when each has its `done`. */
async function finish(...turns: Turn[]): Promise<void> {
  const open = new Set(turns.map(({ id }) => id));
  const { promise, resolve } = Promise.withResolvers<void>();
  const subscription = await bus.subscribe(ann, {
    onEvents: ({ events }) => {
      for (const event of events) if (event.type === 'done') open.delete(event.turn);
      if (open.size === 0) resolve();
    },
    onLive: () => undefined,
  });
  const ingest = createDirectIngest({ conversations, bus });
  for (const one of turns) await ingest.submit(one);
  await promise;
  await subscription.close();
}

const lastAnswer = async () => (await conversations.snapshot(ann)).state?.view.history.at(-1)?.text;

describe('a worker', () => {
  it('works turns with the agent it is given', async () => {
    await start(createEchoAgent());
    await finish(turn('a'), turn('b'));
    expect(await lastAnswer()).toMatch(/#2$/);
  });

  it('takes up what was accepted before it began', async () => {
    await createDirectIngest({ conversations, bus }).submit(turn('early'));
    await start(createEchoAgent());
    await finish(turn('late'));
    expect(await lastAnswer()).toMatch(/#2$/);
  });

  it('tells over HTTP whether it lives and whether it takes turns', async () => {
    const { url, drain } = await start(createEchoAgent(), { port: 0, host: '127.0.0.1' });
    const get = async (path: string) => {
      const response = await fetch(`${url}${path}`);
      return { status: response.status, body: (await response.json()) as unknown };
    };
    expect(await get('/health')).toEqual({ status: 200, body: { status: 'ok' } });
    expect(await get('/health/ready')).toEqual({
      status: 200,
      body: {
        status: 'ok',
        parts: { worker: { ok: true, running: 0, slots: 4 }, bus: { ok: true }, store: { ok: true } },
      },
    });
    await drain();
    expect(await get('/health/ready')).toMatchObject({
      status: 503,
      body: { parts: { worker: { detail: 'draining' }, store: { ok: true } } },
    });
    expect(await get('/health/live')).toMatchObject({ status: 200 });
  });

  it('shows what it did and what waits as metrics', async () => {
    const { url } = await start(createEchoAgent(), { port: 0, host: '127.0.0.1' });
    await finish(turn('a'), turn('b'));
    const response = await fetch(`${url}/metrics`);
    expect(response.headers.get('content-type')).toContain('version=0.0.4');
    const text = await response.text();
    expect(text).toContain(
      '# TYPE travellite_turns_committed_total counter\ntravellite_turns_committed_total 2\n',
    );
    expect(text).toContain('\ntravellite_worker_slots 4\n');
    expect(text).toContain('\ntravellite_store_ready_conversations 0\n');
    expect(text).toContain('\ntravellite_store_up 1\n');
  });

  it('lets a running turn finish before it ends', async () => {
    const begun = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    const echo = createEchoAgent();
    const slow: Agent = {
      stateVersion: 1,
      run: async (...turnAndTools) => {
        begun.resolve();
        await goOn.promise;
        return echo.run(...turnAndTools);
      },
    };
    const { close } = await start(slow, undefined, 10_000);
    const finished = finish(turn('a'));
    await begun.promise;
    const closed = close();
    goOn.resolve();
    await Promise.all([finished, closed]);
    expect(await lastAnswer()).toMatch(/#1$/);
  });

  it('hands a turn back that takes too long, and another worker does it', async () => {
    const begun = Promise.withResolvers<void>();
    const hangs: Agent = {
      stateVersion: 1,
      run: (_turn, _state, _emit, signal) => {
        begun.resolve();
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        });
      },
    };
    const { close } = await start(hangs);
    await createDirectIngest({ conversations, bus }).submit(turn('a'));
    await begun.promise;
    await close();
    await close();
    await start(createEchoAgent());
    await finish(turn('b'));
    expect(await lastAnswer()).toMatch(/#2$/);
  });

  it('speaks with the travel agent when no key is set', async () => {
    const settings = { kind: 'travel', model: { name: 'gpt-4.1-mini' } } as const;
    const { agent, model } = await openAgent(settings, { log: silentLog });
    expect(model).toBe('offline');
    await start(agent);
    await finish(turn('a', 'I want to plan a trip to Paris'));
    expect(await lastAnswer()).toContain('Paris');
    const { state } = await conversations.snapshot(ann);
    expect(state?.view.trip?.missing).toEqual(['dates', 'budget', 'origin']);
  });

  it('speaks with the model of a key', async () => {
    const model = { apiKey: 'some-key', baseUrl: 'http://127.0.0.1:9/v1', name: 'some-model' };
    expect((await openAgent({ kind: 'travel', model }, { log: silentLog })).model).toBe('some-model');
    expect((await openAgent({ kind: 'echo', model }, { log: silentLog })).model).toBe('echo');
  });
});
