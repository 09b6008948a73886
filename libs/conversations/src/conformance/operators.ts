import { type ConversationSummary } from '../port.js';
import {
  accept,
  ann,
  answer,
  bob,
  claim,
  commit,
  everything,
  failed,
  leaseMs,
  runTurn,
  tryClaim,
} from './kit.js';
import { type Guarantee, type StoreUnderTest } from './fixture.js';

const inspect = ({ conversations }: StoreUnderTest): Promise<ConversationSummary> =>
  conversations.inspect(ann);

export const operators: Guarantee = {
  name: '13 operators',
  cases: [
    {
      name: 'knows nothing of a conversation nobody wrote to',
      run: async (store) => {
        const { epoch } = await store.conversations.snapshot(ann);
        expect(await inspect(store)).toEqual({
          ...{ epoch, seq: 0, version: 0, queued: [], logEvents: 0, deadLetters: 0 },
        });
        expect(await store.conversations.revoke(ann)).toEqual({ status: 'idle' });
      },
    },
    {
      name: 'tells who works on what, for how long, and what waits',
      run: async (store) => {
        for (const id of ['one', 'two', 'three']) await accept(store, ann, id);
        await accept(store, bob, 'four');
        const waiting = await inspect(store);
        expect(waiting).toMatchObject({ head: { turn: 'one', attempt: 0 }, queued: ['two', 'three'] });
        expect(waiting.head).not.toHaveProperty('held');
        expect(waiting.head?.dueInMs).toBeLessThanOrEqual(0);
        const held = await claim(store, { worker: 'worker-7' });
        const { head } = await inspect(store);
        expect(head).toMatchObject({
          turn: 'one',
          attempt: 1,
          fence: held.fence,
          held: { worker: 'worker-7' },
        });
        expect(head?.held?.leaseMs).toBeGreaterThan(0);
        expect(head?.held?.leaseMs).toBeLessThanOrEqual(leaseMs);
        await store.advance(leaseMs * 1.1);
        expect((await inspect(store)).head).not.toHaveProperty('held');
      },
    },
    {
      name: 'counts what is stored, and says nothing of what was said',
      run: async (store) => {
        await runTurn(store, ann, 'one');
        await accept(store, ann, 'two');
        await store.conversations.giveUp(await claim(store), { reason: 'timeout', events: failed });
        await accept(store, ann, 'three');
        const summary = await inspect(store);
        const { epoch, seq, version, state } = await store.conversations.snapshot(ann);
        expect(summary).toMatchObject({ epoch, seq, version, logEvents: seq, deadLetters: 1 });
        expect(summary.state).toEqual({ version: 1, bytes: Buffer.byteLength(JSON.stringify(state)) });
        expect(JSON.stringify(summary)).not.toContain('text of');
      },
    },
    {
      name: 'takes a turn away from its worker: due at once, the old claim refused, the attempt counted',
      run: async (store) => {
        for (const id of ['one', 'two']) await accept(store, ann, id);
        const stuck = await claim(store);
        expect((await tryClaim(store)).status).toBe('nothing');
        expect(await store.conversations.revoke(ann)).toEqual({ status: 'revoked', turn: 'one' });
        const before = await everything(store, ann);
        expect(await store.conversations.renew(stuck, leaseMs)).toBe('lost');
        const writes = [
          await store.conversations.emit(stuck, 1, [{ type: 'progress', text: 'still here' }]),
          await store.conversations.commit(stuck, { events: answer('too late') }),
          await store.conversations.giveUp(stuck, { reason: 'internal', events: failed }),
        ];
        expect(writes.map(({ status }) => status)).toEqual(['fenced', 'fenced', 'fenced']);
        expect(await store.conversations.release(stuck, { delayMs: 0, countAttempt: false })).toBe('fenced');
        expect(await everything(store, ann)).toEqual(before);
        const next = await claim(store);
        expect(next).toMatchObject({ turn: 'one', attempt: 2 });
        expect(next.fence).toBeGreaterThan(stuck.fence);
        expect((await commit(store, next)).status).toBe('ok');
        expect((await claim(store)).turn).toBe('two');
      },
    },
    {
      name: 'takes a turn out of its pause, and repeating that changes nothing',
      run: async (store) => {
        await accept(store, ann, 'one');
        const first = await claim(store);
        await store.conversations.release(first, { delayMs: leaseMs * 10, countAttempt: true });
        expect((await tryClaim(store)).status).toBe('nothing');
        for (let i = 0; i < 2; i += 1) {
          expect(await store.conversations.revoke(ann)).toEqual({ status: 'due', turn: 'one' });
        }
        expect(await claim(store)).toMatchObject({ turn: 'one', attempt: 2 });
      },
    },
  ],
};
