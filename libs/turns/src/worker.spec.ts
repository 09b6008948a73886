import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bus, openBus } from '@travellite/bus';
import { type Conversations, openConversations } from '@travellite/conversations';
import {
  type Agent,
  type CanonicalEvent,
  type LiveText,
  type Turn,
  userConversation,
} from '@travellite/protocol';
import { createCounters, silentLog } from '@travellite/telemetry';
import { createDirectIngest } from './ingest/direct-ingest.js';
import { createResumableReader } from './resume/resumable-reader.js';
import { createWorker, type Worker } from './worker.js';

const folder = mkdtempSync(join(tmpdir(), 'travellite-turns-'));
let bus: Bus;
let conversations: Conversations;
let worker: Worker | undefined;

beforeEach(async () => {
  bus = await openBus({ kind: 'in-process' });
  conversations = await openConversations({ kind: 'sqlite', folder: join(folder, String(Math.random())) });
});
afterEach(async () => {
  await worker?.close();
  await conversations.close();
  await bus.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const echo: Agent = {
  stateVersion: 1,
  run: async (turn, state, emit) => {
    await emit.event({ type: 'workflow_step', step: 'respond', label: 'Answering' });
    for (const word of ['you ', 'said ', turn.message.text]) emit.text(word);
    const count = ((state?.data as number | undefined) ?? 0) + 1;
    return { version: 1, view: { history: [] }, data: count };
  },
};

const turnOf = (user: string, id: string): Turn => ({
  id,
  conversation: userConversation(user),
  message: { text: `message ${id}`, author: { userId: user }, ts: 1, door: 'native' },
});

it('runs turns in order and streams every step', async () => {
  worker = createWorker({ bus, conversations, agent: echo, log: silentLog, counters: createCounters() });
  await worker.start();
  const events: CanonicalEvent[] = [];
  const live: LiveText[] = [];
  let finished: () => void = () => undefined;
  const all = new Promise<void>((resolve) => (finished = resolve));
  const reader = createResumableReader({
    bus,
    conversations,
    conversation: userConversation('ann'),
    from: { epoch: 0, seq: 0 },
    sink: {
      onEvents: (batch) => {
        events.push(...batch);
        if (events.filter(({ type }) => type === 'done').length === 3) finished();
      },
      onLive: (delta) => live.push(delta),
      onGap: async ({ head }) => head,
      onFault: (fault) => expect(fault).toBeUndefined(),
    },
  });
  await reader.start();
  const ingest = createDirectIngest({ conversations, bus });
  const results = await Promise.all(['a', 'b', 'c', 'b'].map((id) => ingest.submit(turnOf('ann', id))));
  expect(results.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'accepted', 'duplicate']);
  await all;
  await reader.close();
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at + 1));
  expect(events.map(({ turn, type }) => `${turn}:${type}`)).toEqual(
    ['a', 'b', 'c'].flatMap((id) =>
      ['message', 'turn_started', 'workflow_step', 'response', 'done'].map((type) => `${id}:${type}`),
    ),
  );
  expect(live.map(({ delta }) => delta).join('')).toBe(
    'you said message ayou said message byou said message c',
  );
  expect(await conversations.snapshot(userConversation('ann'))).toMatchObject({
    version: 3,
    state: { data: 3 },
  });
});
