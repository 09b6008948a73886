import { accept, ann, answer, claim, commit, everything, stateOf, wholeLog } from './kit.js';
import { type Guarantee } from './fixture.js';

export const atomicCommit: Guarantee = {
  name: '6 atomic commit',
  cases: [
    {
      name: 'changes state, version, log, outbox and mailbox together',
      run: async (store) => {
        for (const id of ['one', 'two']) await accept(store, ann, id);
        const held = await claim(store);
        const result = await commit(store, held, { count: 1 });
        if (result.status !== 'ok') throw new Error(`expected ok, got ${result.status}`);
        expect(result).toMatchObject({ version: 1, more: true });
        expect(result.events.map(({ seq, type }) => `${seq} ${type}`)).toEqual(['3 response', '4 done']);
        const { snapshot, outbox } = await everything(store, ann);
        expect(snapshot).toMatchObject({ version: 1, seq: 4, state: stateOf({ count: 1 }) });
        expect(snapshot.queued.map(({ turn }) => turn)).toEqual(['two']);
        expect(snapshot.running).toBeUndefined();
        expect(outbox.at(-1)).toEqual({ id: result.outboxId, conversation: ann, events: result.events });
        expect((await wholeLog(store.conversations, ann)).slice(2)).toEqual(result.events);
      },
    },
    {
      name: 'answers a repeated commit with already, and changes nothing',
      run: async (store) => {
        for (const id of ['one', 'two']) await accept(store, ann, id);
        const held = await claim(store);
        await commit(store, held);
        const before = await everything(store, ann);
        expect(await commit(store, held, 'changed')).toEqual({ status: 'already' });
        expect(await everything(store, ann)).toEqual(before);
        await claim(store);
        expect(await commit(store, held, 'changed')).toEqual({ status: 'already' });
      },
    },
    {
      name: 'ends a turn once when it is committed five times at once',
      run: async (store) => {
        await accept(store, ann, 'one');
        const held = await claim(store);
        const results = await Promise.all(Array.from({ length: 5 }, () => commit(store, held)));
        expect(results.map(({ status }) => status).sort()).toEqual([
          ...Array<string>(4).fill('already'),
          'ok',
        ]);
        expect((await store.conversations.snapshot(ann)).version).toBe(1);
      },
    },
    {
      name: 'answers a commit of another turn than the held one with not_head',
      run: async (store) => {
        for (const id of ['one', 'two']) await accept(store, ann, id);
        const held = await claim(store);
        const before = await everything(store, ann);
        expect(await commit(store, { ...held, turn: 'two' })).toEqual({ status: 'not_head' });
        expect(await everything(store, ann)).toEqual(before);
      },
    },
    {
      name: 'leaves the state as it was when none is given, and counts the version',
      run: async (store) => {
        for (const id of ['one', 'two', 'three']) await accept(store, ann, id);
        await commit(store, await claim(store), 'first');
        await store.conversations.commit(await claim(store), { events: answer('sorry') });
        const third = await claim(store);
        expect(third).toMatchObject({ version: 2, state: stateOf('first') });
      },
    },
    {
      name: 'keeps a repeated commit harmless over a kill',
      needs: ['kill'],
      run: async (store) => {
        await accept(store, ann, 'one');
        const held = await claim(store);
        await commit(store, held);
        await store.kill?.();
        const before = await everything(store, ann);
        expect(await commit(store, held)).toEqual({ status: 'already' });
        expect(await everything(store, ann)).toEqual(before);
      },
    },
    {
      name: 'refuses a state that is no JSON and takes nothing else down with it',
      run: async (store) => {
        await accept(store, ann, 'one');
        const held = await claim(store);
        const cyclic: { self?: unknown } = {};
        cyclic.self = cyclic;
        const [bad, good] = await Promise.allSettled([
          commit(store, held, cyclic),
          accept(store, ann, 'two'),
        ]);
        expect(bad).toMatchObject({ status: 'rejected', reason: { name: 'TravelError', code: 'invalid' } });
        expect(good).toMatchObject({ status: 'fulfilled', value: { status: 'accepted' } });
        expect((await commit(store, held)).status).toBe('ok');
      },
    },
  ],
};
