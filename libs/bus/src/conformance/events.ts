import { type Guarantee } from './fixture.js';
import { ann, batchOf, listen, once, upTo } from './kit.js';

export const events: Guarantee = {
  name: '4 events',
  cases: [
    {
      name: 'shows every batch published after subscribing, in order, as it was given',
      run: async ({ bus, join, until }) => {
        const { seen, close } = await listen(await join(), ann);
        for (const seq of upTo(50)) await bus.publishEvents(batchOf(ann, seq));
        await until(() => expect(once(seen.seqs)).toHaveLength(50));
        expect(once(seen.seqs)).toEqual(upTo(50));
        expect(seen.batches[0]).toEqual(batchOf(ann, 1));
        await close();
      },
    },
    {
      name: 'shows them to every subscriber, here and elsewhere',
      run: async ({ bus, join, until }) => {
        const listeners = [await listen(bus, ann), await listen(bus, ann), await listen(await join(), ann)];
        for (const seq of upTo(5)) await bus.publishEvents(batchOf(ann, seq));
        for (const { seen } of listeners) await until(() => expect(once(seen.seqs)).toEqual(upTo(5)));
        await Promise.all(listeners.map(({ close }) => close()));
      },
    },
    {
      name: 'keeps the order when batches are published without waiting',
      run: async ({ bus, until }) => {
        const { seen, close } = await listen(bus, ann);
        await Promise.all(upTo(50).map((seq) => bus.publishEvents(batchOf(ann, seq))));
        await until(() => expect(once(seen.seqs)).toHaveLength(50));
        expect(once(seen.seqs)).toEqual(upTo(50));
        await close();
      },
    },
    {
      name: 'keeps the order when a subscriber publishes in answer',
      run: async ({ bus, until }) => {
        const first = await bus.subscribe(ann, {
          onEvents: ({ events: [event] }) => {
            if (event?.seq === 1) void bus.publishEvents(batchOf(ann, 2));
          },
          onLive: () => undefined,
        });
        const { seen, close } = await listen(bus, ann);
        await bus.publishEvents(batchOf(ann, 1));
        await until(() => expect(once(seen.seqs)).toEqual([1, 2]));
        await first.close();
        await close();
      },
    },
    {
      name: 'repeats a batch that is published twice, or shows it once, and goes on',
      run: async ({ bus, until }) => {
        const { seen, close } = await listen(bus, ann);
        for (const seq of [1, 1, 2, 1, 3]) await bus.publishEvents(batchOf(ann, seq));
        await until(() => expect(seen.seqs).toContain(3));
        expect(once(seen.seqs)).toEqual([1, 2, 3]);
        expect(seen.batches.filter(({ id }) => id === batchOf(ann, 1).id).length).toBeLessThanOrEqual(3);
        await close();
      },
    },
    {
      name: 'goes on after an interruption, and says that something may be missing',
      needs: ['interrupt'],
      run: async ({ bus, interrupt, until }) => {
        const { seen, close } = await listen(bus, ann);
        await bus.publishEvents(batchOf(ann, 1));
        await until(() => expect(seen.seqs).toContain(1));
        await interrupt?.();
        await until(() => expect(bus.health().ok).toBe(true));
        await bus.publishEvents(batchOf(ann, 2));
        await until(() => expect(seen.seqs.includes(2) || seen.interruptions > 0).toBe(true));
        await bus.publishEvents(batchOf(ann, 3));
        await until(() => expect(seen.seqs).toContain(3));
        await close();
      },
    },
  ],
};
