import { type CanonicalEvent } from '@travellite/protocol';
import { accept, ann, bob, claim, commit, everything, leaseMs, maxEvents, runTurn, wholeLog } from './kit.js';
import { type Guarantee } from './fixture.js';

const places = (events: readonly CanonicalEvent[]) =>
  events.map(({ seq, turn, type }) => `${seq} ${turn} ${type}`);

export const log: Guarantee = {
  name: '7 log',
  cases: [
    {
      name: 'numbers events from 1 without a hole, in the order of writing',
      run: async (store) => {
        await accept(store, ann, 'one');
        const held = await claim(store);
        await store.conversations.emit(held, 1, [{ type: 'progress', text: 'looking' }]);
        await commit(store, held);
        await runTurn(store, bob, 'other');
        await runTurn(store, ann, 'two');
        const events = await wholeLog(store.conversations, ann);
        expect(places(events)).toEqual([
          '1 one message',
          '2 one turn_started',
          '3 one progress',
          '4 one response',
          '5 one done',
          '6 two message',
          '7 two turn_started',
          '8 two response',
          '9 two done',
        ]);
        const { epoch } = await store.conversations.snapshot(ann);
        expect(events.every((event) => event.epoch === epoch && event.conversation === ann)).toBe(true);
        expect(events.every((event) => Number.isInteger(event.ts))).toBe(true);
      },
    },
    {
      name: 'gives every page of the log from every position',
      run: async (store) => {
        for (const id of ['one', 'two', 'three']) await runTurn(store, ann, id);
        const all = await wholeLog(store.conversations, ann);
        const { epoch } = await store.conversations.snapshot(ann);
        for (let seq = 0; seq <= all.length; seq += 1) {
          for (const limit of [1, 3, 100]) {
            const page = await store.conversations.readEvents(ann, { epoch, seq }, limit);
            expect(page).toEqual({
              status: 'ok',
              events: all.slice(seq, seq + limit),
              head: { epoch, seq: all.length },
            });
          }
        }
      },
    },
    {
      name: 'has nothing for a conversation nobody wrote to',
      run: async (store) => {
        const snapshot = await store.conversations.snapshot(ann);
        expect(snapshot).toMatchObject({ seq: 0, version: 0, queued: [] });
        expect(snapshot.state).toBeUndefined();
        const { epoch } = snapshot;
        expect(await store.conversations.readEvents(ann, { epoch, seq: 0 }, 10)).toEqual({
          status: 'ok',
          events: [],
          head: { epoch, seq: 0 },
        });
        // Whoever saw it empty misses nothing later.
        await runTurn(store, ann, 'one');
        expect(await store.conversations.readEvents(ann, { epoch, seq: 0 }, 10)).toMatchObject({
          status: 'ok',
        });
      },
    },
    {
      name: 'says that a position is of another epoch, or beyond the end',
      run: async (store) => {
        await runTurn(store, ann, 'one');
        const head = (await store.conversations.readEvents(ann, { epoch: 0, seq: 0 }, 1)).head;
        const read = (epoch: number, seq: number) => store.conversations.readEvents(ann, { epoch, seq }, 10);
        expect(await read(head.epoch, 5)).toEqual({ status: 'gap', reason: 'unknown_position', head });
        expect(await read(head.epoch + 1, 2)).toEqual({ status: 'gap', reason: 'epoch_changed', head });
      },
    },
    {
      name: 'says that events are no longer kept',
      run: async (store) => {
        for (let turn = 0; turn < maxEvents; turn += 1) {
          await runTurn(store, ann, `turn-${turn}`);
          await store.conversations.removeFromOutbox(await store.conversations.outbox(10));
        }
        const { epoch, seq } = await store.conversations.snapshot(ann);
        const gap = { status: 'gap', reason: 'trimmed', head: { epoch, seq } };
        expect(await store.conversations.readEvents(ann, { epoch, seq: 1 }, 10)).toEqual(gap);
        expect(await store.conversations.readEvents(ann, { epoch, seq: 0 }, 10)).toEqual(gap);
      },
    },
    {
      name: 'raises the epoch of a conversation that was forgotten and begins anew',
      run: async (store) => {
        await runTurn(store, ann, 'one');
        const before = await store.conversations.snapshot(ann);
        await store.conversations.forget(ann);
        expect(await everything(store, ann)).toMatchObject({ snapshot: { seq: 0, version: 0 }, outbox: [] });
        for (const id of ['one', 'two']) await runTurn(store, ann, id);
        const after = await store.conversations.readEvents(ann, before, 10);
        expect(after).toMatchObject({ status: 'gap', reason: 'epoch_changed' });
        expect(after.head.epoch).toBeGreaterThan(before.epoch);
        expect((await wholeLog(store.conversations, ann)).map(({ seq }) => seq)).toEqual([
          1, 2, 3, 4, 5, 6, 7, 8,
        ]);
      },
    },
    {
      name: 'raises every epoch when data may have been lost',
      needs: ['losePower'],
      run: async (store) => {
        await runTurn(store, ann, 'one');
        const before = await store.conversations.snapshot(ann);
        await store.losePower?.();
        const after = await store.conversations.readEvents(ann, before, 10);
        expect(after).toMatchObject({ status: 'gap', reason: 'epoch_changed' });
        expect(after.head.epoch).toBeGreaterThan(before.epoch);
      },
    },
    {
      name: 'keeps positions valid over a kill',
      needs: ['kill'],
      run: async (store) => {
        await runTurn(store, ann, 'one');
        const before = await store.conversations.snapshot(ann);
        await store.kill?.();
        await runTurn(store, ann, 'two');
        const page = await store.conversations.readEvents(ann, before, 10);
        expect(page.status === 'ok' && page.events.map(({ seq }) => seq)).toEqual([5, 6, 7, 8]);
      },
    },
    {
      name: 'adds a repeated emit once and refuses one out of turn',
      run: async (store) => {
        await accept(store, ann, 'one');
        const held = await claim(store);
        const { conversations } = store;
        const first = await conversations.emit(held, 1, [{ type: 'progress', text: 'first' }]);
        expect(await conversations.emit(held, 1, [{ type: 'progress', text: 'first' }])).toEqual(first);
        await conversations.emit(held, 2, [{ type: 'progress', text: 'second' }]);
        await expect(
          conversations.emit(held, 4, [{ type: 'progress', text: 'fourth' }]),
        ).rejects.toMatchObject({
          code: 'invalid',
        });
        expect(places(await wholeLog(conversations, ann)).slice(2)).toEqual([
          '3 one progress',
          '4 one progress',
        ]);
      },
    },
    {
      name: 'appends the opening with the first claim of a turn only',
      run: async (store) => {
        await accept(store, ann, 'one');
        expect(await wholeLog(store.conversations, ann)).toEqual([]);
        const first = await claim(store);
        expect(places(first.opened)).toEqual(['1 one message', '2 one turn_started']);
        await store.conversations.release(first, { delayMs: 0, countAttempt: false });
        const second = await claim(store);
        expect(second).toMatchObject({ attempt: 1, opened: [] });
        await store.advance(leaseMs * 1.1);
        expect((await claim(store)).opened).toEqual([]);
        expect(await wholeLog(store.conversations, ann)).toEqual(first.opened);
      },
    },
    {
      name: 'shows the running turn with its durable text, and those that wait',
      run: async (store) => {
        for (const id of ['one', 'two']) await accept(store, ann, id);
        expect(await store.conversations.snapshot(ann)).toMatchObject({
          queued: [{ turn: 'one' }, { turn: 'two' }],
        });
        const held = await claim(store);
        const { conversations } = store;
        await conversations.emit(held, 1, [{ type: 'text', delta: 'void', offset: 0 }]);
        await conversations.emit(held, 2, [{ type: 'text_reset', attempt: 2 }]);
        await conversations.emit(held, 3, [{ type: 'text', delta: 'Paris', offset: 0 }]);
        await conversations.emit(held, 4, [{ type: 'text', delta: ' it is', offset: 5 }]);
        const { running, queued } = await conversations.snapshot(ann);
        expect(running).toEqual({
          turn: 'one',
          text: 'Paris it is',
          fence: held.fence,
          message: held.message,
        });
        expect(queued.map(({ turn, message }) => `${turn}: ${message.text}`)).toEqual(['two: text of two']);
      },
    },
  ],
};
