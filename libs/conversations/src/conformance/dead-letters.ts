import { accept, ann, bob, claim, commit, everything, failed, runTurn, wholeLog } from './kit.js';
import { type Guarantee, type StoreUnderTest } from './fixture.js';

async function giveUpTurn(store: StoreUnderTest, conversation: typeof ann, id: string) {
  await accept(store, conversation, id);
  const held = await claim(store);
  const result = await store.conversations.giveUp(held, { reason: 'timeout', events: failed });
  return { held, result };
}

export const deadLetters: Guarantee = {
  name: '10 dead letters',
  cases: [
    {
      name: 'takes the turn out of the mailbox, tells why, and leaves the state as it was',
      run: async (store) => {
        await runTurn(store, ann, 'good');
        await accept(store, ann, 'bad');
        await accept(store, ann, 'next');
        const held = await claim(store);
        const result = await store.conversations.giveUp(held, { reason: 'timeout', events: failed });
        expect(result).toMatchObject({ status: 'ok', version: 1, more: true });
        const types = (await wholeLog(store.conversations, ann)).map(({ turn, type }) => `${turn} ${type}`);
        expect(types.slice(-2)).toEqual(['bad error', 'bad done']);
        expect(await store.conversations.snapshot(ann)).toMatchObject({
          version: 1,
          state: { data: 'good' },
        });
        expect(await store.conversations.deadLetters({ limit: 10 })).toMatchObject([
          { conversation: ann, turn: 'bad', reason: 'timeout', attempts: 1 },
        ]);
        expect((await store.conversations.load()).deadLetters).toBe(1);
        expect(await claim(store)).toMatchObject({ turn: 'next', attempt: 1 });
      },
    },
    {
      name: 'answers a repeated giving up with already',
      run: async (store) => {
        const { held } = await giveUpTurn(store, ann, 'bad');
        const before = await everything(store, ann);
        const again = await store.conversations.giveUp(held, { reason: 'timeout', events: failed });
        expect(again).toEqual({ status: 'already' });
        expect(await everything(store, ann)).toEqual(before);
      },
    },
    {
      name: 'lists them newest first, page by page',
      run: async (store) => {
        for (const id of ['one', 'two', 'three']) await giveUpTurn(store, ann, id);
        const page = await store.conversations.deadLetters({ limit: 2 });
        expect(page.map(({ turn }) => turn)).toEqual(['three', 'two']);
        const rest = await store.conversations.deadLetters({ limit: 2, before: page[1]?.id });
        expect(rest.map(({ turn }) => turn)).toEqual(['one']);
      },
    },
    {
      name: 'replays one behind what waits, once, as a turn of its own',
      run: async (store) => {
        await giveUpTurn(store, ann, 'bad');
        await accept(store, ann, 'next');
        const [letter] = await store.conversations.deadLetters({ limit: 1 });
        const id = letter?.id ?? -1;
        expect(await store.conversations.replayDeadLetter(id)).toBe(true);
        expect(await store.conversations.replayDeadLetter(id)).toBe(false);
        expect(await store.conversations.deadLetters({ limit: 1 })).toEqual([]);
        await commit(store, await claim(store));
        const again = await claim(store);
        expect(again).toMatchObject({ turn: `bad~${id}`, attempt: 1, message: { text: 'text of bad' } });
        expect(again.opened.map(({ type }) => type)).toEqual(['message', 'turn_started']);
        expect((await commit(store, again)).status).toBe('ok');
      },
    },
    {
      name: 'knows no letter that was never written, nor one of a forgotten conversation',
      run: async (store) => {
        expect(await store.conversations.replayDeadLetter(12_345)).toBe(false);
        await giveUpTurn(store, bob, 'bad');
        await store.conversations.forget(bob);
        expect(await store.conversations.deadLetters({ limit: 10 })).toEqual([]);
      },
    },
  ],
};
