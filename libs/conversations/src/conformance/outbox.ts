import { userConversation } from '@travellite/protocol';
import { accept, ann, claim, commit, maxEvents, runTurn, wholeLog } from './kit.js';
import { type Guarantee } from './fixture.js';

export const outbox: Guarantee = {
  name: '8 outbox',
  cases: [
    {
      name: 'holds every durable event until it is removed, in order per conversation',
      run: async (store) => {
        const users = ['ann', 'bob', 'cem'].map(userConversation);
        for (const id of ['one', 'two']) for (const user of users) await runTurn(store, user, id);
        const entries = await store.conversations.outbox(1000);
        for (const user of users) {
          const waiting = entries.filter(({ conversation }) => conversation === user);
          expect(waiting.flatMap(({ events }) => events)).toEqual(await wholeLog(store.conversations, user));
        }
        expect((await store.conversations.load()).outbox).toBe(entries.length);
      },
    },
    {
      name: 'names each batch as the writer was told',
      run: async (store) => {
        await accept(store, ann, 'one');
        const held = await claim(store);
        const emitted = await store.conversations.emit(held, 1, [{ type: 'progress', text: 'looking' }]);
        const committed = await commit(store, held);
        if (emitted.status !== 'ok' || committed.status !== 'ok')
          throw new Error('the turn could not be written');
        const ids = (await store.conversations.outbox(10)).map(({ id }) => id);
        expect(ids).toEqual([held.openedOutboxId, emitted.outboxId, committed.outboxId]);
        await store.conversations.removeFromOutbox([{ id: emitted.outboxId, conversation: ann }]);
        expect((await store.conversations.outbox(10)).map(({ id }) => id)).toEqual([ids[0], ids[2]]);
      },
    },
    {
      name: 'tells of a batch whether it waits still',
      run: async (store) => {
        await runTurn(store, ann, 'one');
        const [first, second] = await store.conversations.outbox(10);
        if (first === undefined || second === undefined) throw new Error('the outbox is empty');
        await store.conversations.removeFromOutbox([first]);
        expect(await store.conversations.isInOutbox(first.id)).toBe(false);
        expect(await store.conversations.isInOutbox(second.id)).toBe(true);
      },
    },
    {
      name: 'is named to a claim as far as another process may still relay it',
      run: async (store) => {
        const { conversations } = store;
        if (!conversations.capabilities.shared) return;
        await runTurn(store, ann, 'one');
        await accept(store, ann, 'two');
        const waiting = await conversations.outbox(10);
        const held = await claim(store);
        expect(held.follows).toBe(waiting.at(-1)?.id);
        await commit(store, held);
        await conversations.removeFromOutbox(await conversations.outbox(10));
        await accept(store, ann, 'three');
        expect((await claim(store)).follows).toBeUndefined();
      },
    },
    {
      name: 'gives the oldest first, as many as asked for; removing twice is harmless',
      run: async (store) => {
        for (const id of ['one', 'two', 'three']) await runTurn(store, ann, id);
        const seqs: number[] = [];
        for (;;) {
          const page = await store.conversations.outbox(2);
          expect(page.length).toBeLessThanOrEqual(2);
          if (page.length === 0) break;
          seqs.push(...page.flatMap(({ events }) => events.map(({ seq }) => seq)));
          await store.conversations.removeFromOutbox(page);
          await store.conversations.removeFromOutbox(page);
        }
        expect(seqs).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
        expect((await store.conversations.load()).outbox).toBe(0);
      },
    },
    {
      name: 'keeps what was not removed over a kill',
      needs: ['kill'],
      run: async (store) => {
        for (const id of ['one', 'two']) await runTurn(store, ann, id);
        const [first, ...rest] = await store.conversations.outbox(10);
        if (first === undefined) throw new Error('the outbox is empty');
        await store.conversations.removeFromOutbox([first]);
        await store.kill?.();
        expect(await store.conversations.outbox(10)).toEqual(rest);
        expect((await store.conversations.load()).outbox).toBe(rest.length);
      },
    },
    {
      name: 'keeps events that wait for the relay when the log is cut',
      run: async (store) => {
        for (let turn = 0; turn < maxEvents; turn += 1) await runTurn(store, ann, `turn-${turn}`);
        const seqs = (await store.conversations.outbox(1000)).flatMap(({ events }) =>
          events.map(({ seq }) => seq),
        );
        expect(seqs).toEqual(Array.from({ length: maxEvents * 4 }, (_, at) => at + 1));
      },
    },
  ],
};
