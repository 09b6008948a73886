import { type ConversationSummary, type DeadLetter, type RevokeResult } from '@travellite/conversations';
import { conversationEndpoints } from './conversation-endpoints.js';
import { toOperatorService } from './operator-service.js';

const summary: ConversationSummary = {
  ...{ epoch: 1, seq: 7, version: 2, queued: ['t4'], logEvents: 7, deadLetters: 0 },
  head: { turn: 't3', attempt: 2, fence: 5, held: { worker: 'host/7', leaseMs: 900 }, dueInMs: 900 },
};
const empty: ConversationSummary = { epoch: 1, seq: 0, version: 0, queued: [], logEvents: 0, deadLetters: 0 };
const letter = (id: number): DeadLetter => ({
  ...{ id, conversation: 'user:ann', turn: `t${id}`, reason: 'timeout', attempts: 5, at: 1_795_000_000_000 },
});

/** The endpoints over a store of one busy conversation and three dead letters. */
function desk() {
  let wakes = 0;
  const replayed: number[] = [];
  const letters = [3, 2, 1].map(letter);
  const endpoints = conversationEndpoints({
    conversations: {
      inspect: async (conversation) => (conversation === 'user:ann' ? summary : empty),
      revoke: async (conversation): Promise<RevokeResult> =>
        conversation === 'user:ann' ? { status: 'revoked', turn: 't3' } : { status: 'idle' },
      deadLetters: async ({ limit, before = Infinity }) =>
        letters.filter(({ id }) => id < before).slice(0, limit),
      replayDeadLetter: async (id) => letters.some((one) => one.id === id) && replayed.push(id) > 0,
    },
    wake: () => void (wakes += 1),
  });
  const ask = (name: string, input: unknown) =>
    Promise.resolve(endpoints.find((endpoint) => endpoint.name === name)?.handle(input));
  return { ask, wakes: () => wakes, replayed };
}

describe('conversationEndpoints', () => {
  test('tell where a conversation stands, and where to listen to it', async () => {
    expect(await desk().ask('conversation', { conversation: 'user:ann' })).toEqual({
      conversation: 'user:ann',
      subject: 'conv.dXNlcjphbm4.*',
      ...summary,
    });
  });

  test('release a stuck turn and wake a worker for it', async () => {
    const { ask, wakes } = desk();
    const answer = { conversation: 'user:ann', status: 'revoked', turn: 't3' };
    expect(await ask('release', { conversation: 'user:ann' })).toEqual(answer);
    expect(wakes()).toBe(1);
  });

  test('list dead letters page by page', async () => {
    const { ask } = desk();
    const first = await ask('dead-letters', { limit: 2 });
    expect(first).toMatchObject({
      deadLetters: [{ id: 3 }, { id: 2, at: '2026-11-18T11:06:40.000Z' }],
      before: 2,
    });
    const second = await ask('dead-letters', { limit: 2, before: 2 });
    expect(second).toMatchObject({ deadLetters: [{ id: 1 }] });
    expect(second).not.toHaveProperty('before');
    expect(await ask('dead-letters', undefined)).toMatchObject({ deadLetters: [{}, {}, {}] });
  });

  test('replay one and wake a worker for it', async () => {
    const { ask, wakes, replayed } = desk();
    expect(await ask('replay', { id: 2 })).toEqual({ id: 2, replayed: true });
    expect([replayed, wakes()]).toEqual([[2], 1]);
  });

  test.each([
    ['conversation', { conversation: 'user:nobody' }, 'not_found', /Nobody has written .*user:nobody/],
    ['release', { conversation: 'room:quiet' }, 'not_found', /No turn of .*room:quiet is open/],
    ['replay', { id: 99 }, 'not_found', /no dead letter 99/],
    ['conversation', undefined, 'invalid', /must be a JSON object/],
    ['conversation', {}, 'invalid', /conversation must name a conversation, like user:ann/],
    ['conversation', { conversation: 'ann' }, 'invalid', /"ann" names no conversation/],
    ['release', { conversation: 'user:' }, 'invalid', /names no conversation/],
    ['dead-letters', { limit: 'all' }, 'invalid', /limit must be a whole number/],
    ['dead-letters', { limit: 0 }, 'invalid', /limit/],
    ['replay', { id: 'one' }, 'invalid', /id must be the id of a dead letter/],
    ['replay', [], 'invalid', /must be a JSON object/],
  ])('%s of %j is refused with a sentence', async (name, input, code, message) => {
    const { ask, wakes } = desk();
    await expect(ask(name, input)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
    expect(wakes()).toBe(0);
  });
});

describe('toOperatorService', () => {
  test('gives each process a status and a drain of its own, beside what the service offers', async () => {
    let draining = false;
    const extra = { name: 'extra', description: 'more', handle: async () => 'more' };
    const service = toOperatorService({
      ...{ name: 'some-service', version: '1.2.3', description: 'works', endpoints: [extra] },
      status: () => ({ state: draining ? 'draining' : 'working' }),
      drain: () => void (draining = true),
    });
    expect(service.endpoints.map(({ name, ofInstance }) => [name, ofInstance])).toEqual([
      ['status', true],
      ['drain', true],
      ['extra', undefined],
    ]);
    const [status, drain] = service.endpoints;
    expect(await status?.handle(undefined)).toMatchObject({
      state: 'working',
      pid: process.pid,
      version: '1.2.3',
    });
    expect(await drain?.handle(undefined)).toMatchObject({ state: 'draining' });
  });
});
