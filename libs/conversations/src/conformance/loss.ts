import { type FeedPosition } from '@travellite/protocol';
import { accept, ann, bob, claim, commit } from './kit.js';
import { type Guarantee, type StoreUnderTest } from './fixture.js';

/** `losePower` of a store that can lose data loses its last write. */
const losesData = ({ conversations }: StoreUnderTest) => conversations.capabilities.shared;

const look = ({ conversations }: StoreUnderTest) => conversations.feedPosition(0);

/** Of a turn that was fetched from the stream after somebody looked where the feed stands. */
const fetched = ({ history }: FeedPosition, sequence: number, stream = 'a stream') => ({
  fed: { history, stream, sequence },
});

export const loss: Guarantee = {
  name: '12 loss',
  cases: [
    {
      name: 'names one history as long as nothing happens, and takes what was fetched in it',
      run: async (store) => {
        const position = await look(store);
        expect((await accept(store, ann, 'one', fetched(position, 7))).status).toBe('accepted');
        expect((await look(store)).history).toBe(position.history);
        expect((await accept(store, ann, 'two', fetched(position, 8))).status).toBe('accepted');
      },
    },
    {
      name: 'names the place of the last turn that it took, in its stream',
      run: async (store) => {
        if (!losesData(store)) return;
        const begin = await look(store);
        expect(begin).toMatchObject({ stream: '', sequence: 0 });
        await accept(store, ann, 'one', fetched(begin, 7));
        await accept(store, ann, 'two', fetched(begin, 9));
        expect(await look(store)).toMatchObject({ stream: 'a stream', sequence: 9 });
        // Fed again, because somebody deleted the consumer: the place is not given up.
        expect((await accept(store, ann, 'one', fetched(begin, 7))).status).toBe('duplicate');
        expect(await look(store)).toMatchObject({ sequence: 9 });
        // Another stream counts anew, also with a turn that is known.
        await accept(store, ann, 'two', fetched(begin, 1, 'another'));
        expect(await look(store)).toMatchObject({ stream: 'another', sequence: 1 });
      },
    },
    {
      name: 'begins a new history with every restart, and refuses what was fetched before it',
      needs: ['kill'],
      run: async (store) => {
        const before = await look(store);
        await accept(store, ann, 'one', fetched(before, 7));
        await store.kill?.();
        const after = await look(store);
        if (!losesData(store)) return expect(after).toEqual(before);
        expect(after).toMatchObject({ stream: 'a stream', sequence: 7 });
        expect(after.history).not.toBe(before.history);
        await expect(accept(store, ann, 'two', fetched(before, 8))).rejects.toMatchObject({
          code: 'provider_unavailable',
          retryable: true,
        });
        expect((await accept(store, ann, 'two', fetched(after, 8))).status).toBe('accepted');
      },
    },
    {
      name: 'is read again from before what was lost; doors without a feed are not held up',
      needs: ['losePower'],
      run: async (store) => {
        if (!losesData(store)) return;
        const before = await look(store);
        await accept(store, ann, 'one', fetched(before, 7));
        await store.losePower?.();
        await expect(accept(store, bob, 'newer', fetched(before, 9))).rejects.toMatchObject({
          code: 'provider_unavailable',
        });
        const after = await look(store);
        expect(after).toMatchObject({ stream: 'a stream', sequence: 7 });
        expect((await accept(store, bob, 'direct')).status).toBe('accepted');
        expect((await commit(store, await claim(store))).status).toBe('ok');
        expect((await accept(store, bob, 'older', fetched(after, 8))).status).toBe('accepted');
        expect((await accept(store, bob, 'newer', fetched(after, 9))).status).toBe('accepted');
      },
    },
    {
      name: 'two losses are two histories',
      needs: ['losePower'],
      run: async (store) => {
        if (!losesData(store)) return;
        await accept(store, ann, 'one', fetched(await look(store), 7));
        await store.losePower?.();
        const first = await look(store);
        await store.losePower?.();
        const second = await look(store);
        expect(second.history).not.toBe(first.history);
        await expect(accept(store, bob, 'late', fetched(first, 8))).rejects.toMatchObject({
          code: 'provider_unavailable',
        });
      },
    },
  ],
};
