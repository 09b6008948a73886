import { accept, ann, claim, commit, everything, failed, leaseMs, runTurn, tryClaim } from './kit.js';
import { type Guarantee } from './fixture.js';

export const durability: Guarantee = {
  name: '3 durability',
  cases: [
    {
      name: 'keeps accepted turns over a kill, in order',
      needs: ['kill'],
      run: async (store) => {
        const ids = ['one', 'two', 'three'];
        for (const id of ids) expect((await accept(store, ann, id)).status).toBe('accepted');
        await store.kill?.();
        const turns: string[] = [];
        for (const _ of ids) {
          const held = await claim(store);
          turns.push(held.turn);
          expect(held.message.text).toBe(`text of ${held.turn}`);
          await commit(store, held);
        }
        expect(turns).toEqual(ids);
      },
    },
    {
      name: 'keeps state, events, outbox and dead letters over a kill',
      needs: ['kill'],
      run: async (store) => {
        await runTurn(store, ann, 'good');
        await accept(store, ann, 'bad');
        await store.conversations.giveUp(await claim(store), { reason: 'internal', events: failed });
        const before = await everything(store, ann);
        await store.kill?.();
        expect(await everything(store, ann)).toEqual(before);
      },
    },
    {
      name: 'keeps what a running turn emitted over a kill, and gives the turn again',
      needs: ['kill'],
      run: async (store) => {
        await accept(store, ann, 'one');
        const held = await claim(store);
        await store.conversations.emit(held, 1, [{ type: 'text', delta: 'half an ans', offset: 0 }]);
        await store.kill?.();
        expect((await store.conversations.snapshot(ann)).running).toMatchObject({
          turn: 'one',
          text: 'half an ans',
        });
        await store.advance(leaseMs);
        const again = await claim(store);
        expect(again).toMatchObject({ turn: 'one', opened: [] });
        expect(again.fence).toBeGreaterThan(held.fence);
        expect((await commit(store, again)).status).toBe('ok');
        expect((await tryClaim(store)).status).toBe('nothing');
      },
    },
    {
      name: 'keeps everything over ten kills in a row',
      needs: ['kill'],
      run: async (store) => {
        for (let round = 0; round < 10; round += 1) {
          await accept(store, ann, `turn-${round}`);
          await store.kill?.();
          expect((await commit(store, await claim(store))).status).toBe('ok');
          await store.kill?.();
        }
        expect(await store.conversations.snapshot(ann)).toMatchObject({ version: 10, queued: [] });
      },
    },
    {
      name: 'keeps accepted and committed turns over a loss of power',
      needs: ['losePower'],
      run: async (store) => {
        await runTurn(store, ann, 'one');
        await accept(store, ann, 'two');
        await store.losePower?.();
        expect(await store.conversations.snapshot(ann)).toMatchObject({ version: 1, state: { data: 'one' } });
        expect((await claim(store)).turn).toBe('two');
      },
    },
  ],
};
