import { type Guarantee } from './fixture.js';
import { ann, batchOf, consumeAll, deltaOf, listen, queuedOf } from './kit.js';

export const close: Guarantee = {
  name: '12 close',
  cases: [
    {
      name: 'delivers nothing to a subscription that is closed, twice or once',
      run: async ({ bus, until }) => {
        const gone = await listen(bus, ann);
        const stays = await listen(bus, ann);
        await bus.publishEvents(batchOf(ann, 1));
        await until(() => expect(gone.seen.seqs).toEqual([1]));
        await gone.close();
        await gone.close();
        bus.publishLive(deltaOf(ann, 1));
        await bus.publishEvents(batchOf(ann, 2));
        await until(() => expect([stays.seen.seqs, stays.seen.offsets]).toEqual([[1, 2], [1]]));
        expect([gone.seen.seqs, gone.seen.offsets]).toEqual([[1], []]);
        await stays.close();
      },
    },
    {
      name: 'closes the bus once the turn that is being taken is taken, and hands over no other',
      run: async ({ bus, until }) => {
        let begun = 0;
        let ended = 0;
        let release: () => void = () => undefined;
        const gate = new Promise<void>((resolve) => (release = resolve));
        await consumeAll(bus, async () => {
          begun += 1;
          await gate;
          ended += 1;
        });
        for (const id of ['one', 'two']) await bus.publishTurn(queuedOf(ann, id));
        await until(() => expect(begun).toBe(1));
        let closed = false;
        const closing = bus.close().then(() => (closed = true));
        for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
        const closedEarly = closed;
        release();
        await closing;
        expect(closedEarly).toBe(false);
        expect([begun, ended]).toEqual([1, 1]);
      },
    },
    {
      name: 'closes twice, and says that it is closed',
      run: async ({ bus }) => {
        await bus.close();
        await bus.close();
        expect(bus.health().ok).toBe(false);
        await expect(bus.publishTurn(queuedOf(ann, 'one'))).rejects.toMatchObject({
          name: 'TravelError',
          code: 'provider_unavailable',
        });
      },
    },
  ],
};
