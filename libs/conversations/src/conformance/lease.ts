import { accept, ann, bob, claim, commit, leaseMs, stateOf, tryClaim } from './kit.js';
import { type Guarantee } from './fixture.js';

export const lease: Guarantee = {
  name: '4 lease',
  cases: [
    {
      name: 'gives a turn again when its lease has run out, and not before',
      run: async (store) => {
        await accept(store, ann, 'one');
        const first = await claim(store);
        await store.advance(leaseMs / 4);
        expect((await tryClaim(store)).status).toBe('nothing');
        await store.advance(leaseMs);
        const second = await claim(store);
        expect(second).toMatchObject({ turn: 'one', attempt: 2 });
        expect(second.fence).toBeGreaterThan(first.fence);
      },
    },
    {
      name: 'lets a claim live as long as it is renewed',
      run: async (store) => {
        await accept(store, ann, 'one');
        const held = await claim(store);
        for (let round = 0; round < 4; round += 1) {
          await store.advance(leaseMs * 0.6);
          expect(await store.conversations.renew(held, leaseMs)).toBe('ok');
          expect((await tryClaim(store)).status).toBe('nothing');
        }
        expect((await commit(store, held)).status).toBe('ok');
      },
    },
    {
      name: 'says that a claim is lost once another has the turn, or the turn has ended',
      run: async (store) => {
        await accept(store, ann, 'one');
        const first = await claim(store);
        await store.advance(leaseMs * 1.1);
        const second = await claim(store);
        expect(await store.conversations.renew(first, leaseMs)).toBe('lost');
        expect(await store.conversations.renew(second, leaseMs)).toBe('ok');
        await commit(store, second);
        expect(await store.conversations.renew(second, leaseMs)).toBe('lost');
        expect(await store.conversations.renew({ ...second, conversation: bob }, leaseMs)).toBe('lost');
      },
    },
    {
      name: 'says when to look again: at the end of the first lease, or when the first delay ends',
      run: async (store) => {
        expect(await tryClaim(store)).toEqual({ status: 'nothing' });
        await accept(store, ann, 'one');
        const held = await claim(store);
        const first = await tryClaim(store);
        if (first.status === 'claimed') throw new Error('the turn was given twice');
        expect(first.nextDueMs).toBeGreaterThan(0);
        expect(first.nextDueMs).toBeLessThanOrEqual(leaseMs);
        await store.conversations.release(held, { delayMs: leaseMs / 4, countAttempt: true });
        const second = await tryClaim(store);
        if (second.status === 'claimed') throw new Error('the delay was not kept');
        expect(second.nextDueMs).toBeLessThanOrEqual(leaseMs / 4);
        await store.advance(leaseMs / 3);
        expect((await claim(store)).turn).toBe('one');
      },
    },
    {
      name: 'leaves a conversation alone whose state is newer than the claimer knows',
      run: async (store) => {
        for (const id of ['one', 'two']) await accept(store, ann, id);
        const held = await claim(store);
        await store.conversations.commit(held, { state: stateOf('new', 2), events: [] });
        await accept(store, bob, 'three');
        expect((await claim(store, { stateVersion: 1 })).turn).toBe('three');
        const nothing = await tryClaim(store, { stateVersion: 1 });
        if (nothing.status === 'claimed') throw new Error('a newer state was given to an older claimer');
        // What the claimer may not have is no reason to look again at once.
        expect(nothing.nextDueMs ?? leaseMs).toBeGreaterThan(0);
        expect(await claim(store, { stateVersion: 2 })).toMatchObject({
          turn: 'two',
          state: { data: 'new' },
        });
      },
    },
  ],
};
