import { accept, ann, bob, claim, commit, failed, runTurn } from './kit.js';
import { type Guarantee } from './fixture.js';

const hourMs = 3_600_000;

export const dedupe: Guarantee = {
  name: '1 dedupe',
  cases: [
    {
      name: 'takes an id once, and says that it is still open',
      run: async (store) => {
        expect(await accept(store, ann, 'one')).toEqual({ status: 'accepted', position: 0 });
        expect(await accept(store, ann, 'one')).toEqual({ status: 'duplicate', outcome: 'open' });
        const held = await claim(store);
        expect(await accept(store, ann, 'one')).toEqual({ status: 'duplicate', outcome: 'open' });
        expect(await commit(store, held)).toMatchObject({ status: 'ok', more: false });
      },
    },
    {
      name: 'takes an id once when it is asked twenty times at once',
      run: async (store) => {
        const results = await Promise.all(Array.from({ length: 20 }, () => accept(store, ann, 'one')));
        expect(results.filter(({ status }) => status === 'accepted')).toHaveLength(1);
        expect(results.filter(({ status }) => status === 'duplicate')).toHaveLength(19);
      },
    },
    {
      name: 'says that a turn has ended, well or not',
      run: async (store) => {
        await runTurn(store, ann, 'good');
        await accept(store, ann, 'bad');
        await store.conversations.giveUp(await claim(store), { reason: 'internal', events: failed });
        for (const id of ['good', 'bad']) {
          expect(await accept(store, ann, id)).toEqual({ status: 'duplicate', outcome: 'ended' });
        }
        expect((await store.conversations.load()).ready).toBe(0);
      },
    },
    {
      name: 'takes the same id in another conversation, and ids that differ a little',
      run: async (store) => {
        const results = [
          await accept(store, ann, 'one'),
          await accept(store, bob, 'one'),
          await accept(store, ann, 'ONE'),
          await accept(store, ann, 'one:1'),
        ];
        expect(results.map(({ status }) => status)).toEqual(Array(4).fill('accepted'));
      },
    },
    {
      name: 'still knows an ended turn after 23 hours and many others',
      needs: ['movesClock'],
      run: async (store) => {
        await runTurn(store, ann, 'early');
        for (let hour = 0; hour < 23; hour += 1) {
          await store.advance(hourMs);
          await runTurn(store, bob, `hourly-${hour}`);
        }
        expect(await accept(store, ann, 'early')).toEqual({ status: 'duplicate', outcome: 'ended' });
      },
    },
    {
      name: 'knows open and ended turns after a kill',
      needs: ['kill'],
      run: async (store) => {
        await runTurn(store, ann, 'ended');
        await accept(store, ann, 'open');
        await store.kill?.();
        expect(await accept(store, ann, 'ended')).toEqual({ status: 'duplicate', outcome: 'ended' });
        expect(await accept(store, ann, 'open')).toEqual({ status: 'duplicate', outcome: 'open' });
      },
    },
  ],
};
