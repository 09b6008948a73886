import { accept, ann, bob, claim, commit, maxEvents, runTurn } from './kit.js';
import { type Guarantee } from './fixture.js';

export const bounds: Guarantee = {
  name: '11 bounds',
  cases: [
    {
      name: 'refuses more than may wait behind the running turn, and takes again when one has ended',
      run: async (store) => {
        await accept(store, ann, 'running');
        const held = await claim(store);
        for (const id of ['one', 'two', 'three']) {
          expect((await accept(store, ann, id, { maxQueued: 3 })).status).toBe('accepted');
        }
        expect(await accept(store, ann, 'four', { maxQueued: 3 })).toEqual({
          status: 'rejected',
          code: 'queue_full',
        });
        expect(await accept(store, ann, 'two', { maxQueued: 3 })).toEqual({
          status: 'duplicate',
          outcome: 'open',
        });
        expect((await accept(store, bob, 'four', { maxQueued: 3 })).status).toBe('accepted');
        await commit(store, held);
        await claim(store);
        expect((await accept(store, ann, 'four', { maxQueued: 3 })).status).toBe('accepted');
      },
    },
    {
      name: 'refuses while a turn is open when the client asked not to queue',
      run: async (store) => {
        expect(await accept(store, ann, 'one', { onBusy: 'reject' })).toMatchObject({ status: 'accepted' });
        expect(await accept(store, ann, 'two', { onBusy: 'reject' })).toEqual({
          status: 'rejected',
          code: 'busy',
        });
        await commit(store, await claim(store));
        expect(await accept(store, ann, 'one', { onBusy: 'reject' })).toMatchObject({ status: 'duplicate' });
        // A refused turn was not taken: its id is free.
        expect(await accept(store, ann, 'two', { onBusy: 'reject' })).toMatchObject({ status: 'accepted' });
      },
    },
    {
      name: 'knows an ended turn also when it would have to refuse',
      run: async (store) => {
        await runTurn(store, ann, 'ended');
        await accept(store, ann, 'open');
        const again = await accept(store, ann, 'ended', { onBusy: 'reject', maxQueued: 0 });
        expect(again).toEqual({ status: 'duplicate', outcome: 'ended' });
      },
    },
    {
      name: 'keeps the newest events of a conversation, and not many more',
      run: async (store) => {
        for (let turn = 0; turn < maxEvents; turn += 1) {
          await runTurn(store, ann, `turn-${turn}`);
          await store.conversations.removeFromOutbox(await store.conversations.outbox(10));
        }
        const { epoch, seq } = await store.conversations.snapshot(ann);
        const newest = await store.conversations.readEvents(ann, { epoch, seq: seq - maxEvents }, 1000);
        expect(newest.status === 'ok' && newest.events).toHaveLength(maxEvents);
        const older = await store.conversations.readEvents(ann, { epoch, seq: seq - maxEvents * 2 }, 1000);
        expect(older).toMatchObject({ status: 'gap', reason: 'trimmed' });
      },
    },
    {
      name: 'counts what waits, runs and has waited longest',
      run: async (store) => {
        const idle = { ready: 0, running: 0, outbox: 0, deadLetters: 0, oldestReadyMs: 0 };
        expect(await store.conversations.load()).toEqual(idle);
        await accept(store, ann, 'one');
        await store.advance(50);
        await accept(store, bob, 'two');
        const waiting = await store.conversations.load();
        expect(waiting).toMatchObject({ ready: 2, running: 0 });
        expect(waiting.oldestReadyMs).toBeGreaterThanOrEqual(50);
        await claim(store);
        expect(await store.conversations.load()).toMatchObject({ ready: 1, running: 1, outbox: 1 });
      },
    },
    {
      name: 'refuses clearly once it is closed, and closes twice',
      run: async (store) => {
        await store.conversations.close();
        await store.conversations.close();
        await expect(accept(store, ann, 'one')).rejects.toMatchObject({
          name: 'TravelError',
          code: 'provider_unavailable',
        });
      },
    },
  ],
};
