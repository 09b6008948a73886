import { accept, ann, claim, commit, leaseMs } from './kit.js';
import { type Guarantee } from './fixture.js';

export const attempts: Guarantee = {
  name: '9 attempts',
  cases: [
    {
      name: 'counts every claim of a turn, and begins anew with the next turn',
      run: async (store) => {
        for (const id of ['one', 'two']) await accept(store, ann, id);
        for (const attempt of [1, 2, 3]) {
          expect(await claim(store)).toMatchObject({ turn: 'one', attempt });
          await store.advance(leaseMs * 1.1);
        }
        const last = await claim(store);
        expect(last.attempt).toBe(4);
        await commit(store, last);
        expect(await claim(store)).toMatchObject({ turn: 'two', attempt: 1 });
      },
    },
    {
      name: 'counts a failed attempt and not one that was handed back',
      run: async (store) => {
        await accept(store, ann, 'one');
        const counted: number[] = [];
        for (const countAttempt of [true, false, false, true, true]) {
          const held = await claim(store);
          counted.push(held.attempt);
          await store.conversations.release(held, { delayMs: 0, countAttempt });
        }
        expect(counted).toEqual([1, 2, 2, 2, 3]);
        expect((await claim(store)).attempt).toBe(4);
      },
    },
    {
      name: 'takes an attempt back once when the release is repeated',
      run: async (store) => {
        await accept(store, ann, 'one');
        await store.conversations.release(await claim(store), { delayMs: 0, countAttempt: true });
        const held = await claim(store);
        await store.conversations.release(held, { delayMs: 0, countAttempt: false });
        await store.conversations.release(held, { delayMs: 0, countAttempt: false });
        expect((await claim(store)).attempt).toBe(2);
      },
    },
    {
      name: 'counts attempts that ended in a kill',
      needs: ['kill'],
      run: async (store) => {
        await accept(store, ann, 'one');
        for (const attempt of [1, 2, 3]) {
          expect((await claim(store)).attempt).toBe(attempt);
          await store.kill?.();
          await store.advance(leaseMs * 1.1);
        }
      },
    },
  ],
};
