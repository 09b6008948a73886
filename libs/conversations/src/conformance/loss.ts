import { accept, ann, bob, claim, commit } from './kit.js';
import { type Guarantee, type StoreUnderTest } from './fixture.js';

/** `losePower` of a store that can lose data loses its last write. */
const losesData = ({ conversations }: StoreUnderTest) => conversations.capabilities.shared;

export const loss: Guarantee = {
  name: '12 loss',
  cases: [
    {
      name: 'nothing is named lost where nothing was',
      needs: ['kill'],
      run: async (store) => {
        await accept(store, ann, 'one', { fed: 7 });
        await store.kill?.();
        expect(await store.conversations.lostPartitions()).toEqual([]);
        expect((await accept(store, ann, 'two', { fed: 8 })).status).toBe('accepted');
      },
    },
    {
      name: 'takes nothing newer from the feed until what was lost is fed again',
      needs: ['losePower'],
      run: async (store) => {
        await accept(store, ann, 'one', { fed: 7 });
        await store.losePower?.();
        if (!losesData(store)) {
          expect(await store.conversations.lostPartitions()).toEqual([]);
          return;
        }
        await expect(accept(store, bob, 'newer', { fed: 9 })).rejects.toMatchObject({
          code: 'provider_unavailable',
          retryable: true,
        });
        const [lost, ...others] = await store.conversations.lostPartitions();
        expect(lost).toMatchObject({ partition: 0, afterSequence: 7 });
        expect(others).toEqual([]);
        // What is in the mailbox goes on, and doors without a feed are not held up.
        expect((await accept(store, bob, 'direct')).status).toBe('accepted');
        expect((await commit(store, await claim(store))).status).toBe('ok');
        if (lost) await store.conversations.refed(lost);
        expect(await store.conversations.lostPartitions()).toEqual([]);
        expect((await accept(store, bob, 'older', { fed: 8 })).status).toBe('accepted');
        expect((await accept(store, bob, 'newer', { fed: 9 })).status).toBe('accepted');
      },
    },
    {
      name: 'a second loss stays named when the first one is done with late',
      needs: ['losePower'],
      run: async (store) => {
        if (!losesData(store)) return;
        await accept(store, ann, 'one', { fed: 7 });
        await store.losePower?.();
        await accept(store, bob, 'notices the loss');
        const [first] = await store.conversations.lostPartitions();
        await store.losePower?.();
        await accept(store, bob, 'notices the loss again');
        if (first) await store.conversations.refed(first);
        const [second] = await store.conversations.lostPartitions();
        expect(second?.loss).toBeGreaterThan(first?.loss ?? Infinity);
      },
    },
  ],
};
