import { type LiveText } from '@travellite/protocol';
import { type Guarantee } from './fixture.js';
import { ann, batchOf, deltaOf, listen, upTo } from './kit.js';

export const live: Guarantee = {
  name: '6 live',
  cases: [
    {
      name: 'carries deltas to current subscribers in the order of publishing',
      run: async ({ bus, join, until }) => {
        const { seen, close } = await listen(await join(), ann);
        for (const offset of upTo(100)) bus.publishLive(deltaOf(ann, offset));
        await until(() => expect(seen.offsets).toEqual(upTo(100)));
        await close();
      },
    },
    {
      name: 'carries a delta as it was given',
      run: async ({ bus, until }) => {
        const got: LiveText[] = [];
        const subscription = await bus.subscribe(ann, {
          onEvents: () => undefined,
          onLive: (delta) => got.push(delta),
        });
        const delta: LiveText = { ...deltaOf(ann, 7), delta: 'ünï "quoted"\n😀', fence: 12, turn: 'turn-7' };
        bus.publishLive(delta);
        await until(() => expect(got).toEqual([delta]));
        await subscription.close();
      },
    },
    {
      name: 'does not store deltas: who comes later sees none of before',
      run: async ({ bus, until }) => {
        bus.publishLive(deltaOf(ann, 1));
        const { seen, close } = await listen(bus, ann);
        bus.publishLive(deltaOf(ann, 2));
        await bus.publishEvents(batchOf(ann, 1));
        await until(() => expect([seen.seqs, seen.offsets]).toEqual([[1], [2]]));
        await close();
      },
    },
  ],
};
