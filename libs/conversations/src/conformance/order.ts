import { roomConversation, userConversation } from '@travellite/protocol';
import { accept, ann, bob, claim, commit, tryClaim } from './kit.js';
import { type Guarantee } from './fixture.js';

const names = ['a', 'A', 'a b', 'a.b', 'a.*', '>', 'a:b', '{a}', "a'; --", 'ä', 'a\u0308', '日本', '%41'];

export const order: Guarantee = {
  name: '2 order',
  cases: [
    {
      name: 'gives the turns of a conversation one at a time, in the order of acceptance',
      run: async (store) => {
        const ids = Array.from({ length: 10 }, (_, at) => `turn-${9 - at}`);
        for (const id of ids) await accept(store, ann, id);
        for (const id of ids) {
          const held = await claim(store);
          expect(held.turn).toBe(id);
          expect((await tryClaim(store)).status).toBe('nothing');
          await commit(store, held);
        }
        expect(await tryClaim(store)).toEqual({ status: 'nothing' });
      },
    },
    {
      name: 'says how many turns stand before an accepted one, and keeps to it',
      run: async (store) => {
        const ids = Array.from({ length: 8 }, (_, at) => `turn-${at}`);
        const results = await Promise.all(ids.map((id) => accept(store, ann, id)));
        const byPosition = new Map(results.map((result, at) => [JSON.stringify(result), ids[at]]));
        expect(byPosition.size).toBe(8);
        for (let position = 0; position < 8; position += 1) {
          const held = await claim(store);
          // Positions count from the moment of acceptance, when nothing had ended yet.
          expect(byPosition.get(JSON.stringify({ status: 'accepted', position }))).toBe(held.turn);
          await commit(store, held);
        }
      },
    },
    {
      name: 'gives what is ready to a claim near it, and everything to claims that look everywhere',
      run: async (store) => {
        const conversations = names.map(userConversation);
        for (const conversation of conversations) await accept(store, conversation, 'one');
        const found = new Set<string>();
        for (const near of conversations) {
          const result = await tryClaim(store, { near });
          // It may have been another's whose turns wait at the same place: then that one's claim finds this.
          if (result.status === 'claimed') found.add(result.claim.conversation);
        }
        expect([...found].sort()).toEqual([...conversations].sort());
        await accept(store, ann, 'late');
        expect((await claim(store)).turn).toBe('late');
        expect((await tryClaim(store, { near: ann })).status).toBe('nothing');
      },
    },
    {
      name: 'gives a conversation to one of many claims at once',
      run: async (store) => {
        const conversations = Array.from({ length: 10 }, (_, at) => userConversation(`user-${at}`));
        for (const id of ['one', 'two', 'three']) {
          for (const conversation of conversations) await accept(store, conversation, id);
        }
        const results = await Promise.all(Array.from({ length: 30 }, () => tryClaim(store)));
        const claimed = results.flatMap((result) => (result.status === 'claimed' ? [result.claim] : []));
        expect(claimed.map(({ conversation }) => conversation).sort()).toEqual([...conversations].sort());
        expect(claimed.every(({ turn }) => turn === 'one')).toBe(true);
      },
    },
    {
      name: 'gives the conversation that has been ready longest first',
      run: async (store) => {
        for (const id of ['one', 'two']) await accept(store, ann, id);
        await store.advance(5);
        await accept(store, bob, 'three');
        const first = await claim(store);
        await store.advance(5);
        await commit(store, first);
        const rest = [await claim(store), await claim(store)];
        expect([first, ...rest].map(({ turn }) => turn)).toEqual(['one', 'three', 'two']);
      },
    },
    {
      name: 'keeps conversations apart whatever they are called',
      run: async (store) => {
        const conversations = [...names.map(userConversation), ...names.map(roomConversation)];
        for (const conversation of conversations) await accept(store, conversation, 'turn');
        for (const conversation of conversations) {
          const held = await claim(store);
          expect(held.conversation).toBe(conversation);
          await commit(store, held, conversation);
        }
        for (const conversation of conversations) {
          const { state, version, seq } = await store.conversations.snapshot(conversation);
          expect({ state, version, seq }).toMatchObject({
            state: { data: conversation },
            version: 1,
            seq: 4,
          });
        }
      },
    },
    {
      name: 'hands over message and state as they were given',
      run: async (store) => {
        await accept(store, ann, 'one');
        const first = await claim(store);
        expect(first).toMatchObject({
          version: 0,
          attempt: 1,
          message: { text: 'text of one', door: 'native' },
        });
        expect(first.state).toBeUndefined();
        const data = {
          list: [1, 'two', null],
          text: 'ünï \u2028 \u0000 "quoted" 😀',
          deep: { a: { b: [] } },
        };
        await commit(store, first, data);
        await accept(store, ann, 'two');
        expect((await claim(store)).state).toEqual({ version: 1, view: { history: [] }, data });
      },
    },
  ],
};
