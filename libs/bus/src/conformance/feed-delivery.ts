import { type FeedDelivery, type QueuedTurn } from '../port.js';
import { type Guarantee } from './fixture.js';
import { ann, bob, consumeAll, queuedOf } from './kit.js';

export const feedDelivery: Guarantee = {
  name: '1 feed delivery',
  cases: [
    {
      name: 'hands a published turn to its consumer as it was given',
      run: async ({ bus, join, until }) => {
        const got: QueuedTurn[] = [];
        const { close } = await consumeAll(bus, async (queued) => void got.push(queued));
        const queued: QueuedTurn = { ...queuedOf(ann, 'one'), onBusy: 'reject' };
        await (await join()).publishTurn(queued);
        await until(() => expect(got).toEqual([queued]));
        await close();
      },
    },
    {
      name: 'hands over what was published before anybody consumed',
      run: async ({ bus, until }) => {
        for (const id of ['one', 'two', 'three']) await bus.publishTurn(queuedOf(ann, id));
        const { ids, close } = await consumeAll(bus);
        await until(() => expect(ids).toEqual(['one', 'two', 'three']));
        await close();
      },
    },
    {
      name: 'hands a turn over again when its handler rejects, and says so',
      run: async ({ bus, until }) => {
        const tries: boolean[] = [];
        const consume = (partition: number) =>
          bus.consumeTurns(partition, async (_, { redelivered }) => {
            tries.push(redelivered);
            if (tries.length < 3) throw new Error('not now');
          });
        const subscriptions = [await consume(0), await consume(1)];
        await bus.publishTurn(queuedOf(ann, 'one'));
        await until(() => expect(tries).toEqual([false, true, true]));
        await Promise.all(subscriptions.map((subscription) => subscription.close()));
      },
    },
    {
      name: 'shares the turns of a partition among its consumers',
      run: async ({ bus, join, until }) => {
        const first = await consumeAll(bus);
        const second = await consumeAll(await join());
        const ids = Array.from({ length: 20 }, (_, at) => `turn-${at}`);
        for (const id of ids) await bus.publishTurn(queuedOf(ann, id));
        await until(() => expect([...first.ids, ...second.ids].sort()).toEqual([...ids].sort()));
        await first.close();
        await second.close();
      },
    },
    {
      name: 'goes on with the next consumer when one has gone',
      run: async ({ bus, join, until }) => {
        const first = await consumeAll(bus);
        await bus.publishTurn(queuedOf(ann, 'one'));
        await until(() => expect(first.ids).toEqual(['one']));
        await first.close();
        await bus.publishTurn(queuedOf(ann, 'two'));
        const second = await consumeAll(await join());
        await until(() => expect(second.ids).toEqual(['two']));
        expect(first.ids).toEqual(['one']);
        await second.close();
      },
    },
    {
      name: 'numbers deliveries upwards',
      run: async ({ bus, until }) => {
        const sequences: number[] = [];
        const note = async (_: QueuedTurn, { position }: FeedDelivery) =>
          void sequences.push(position.sequence);
        const subscriptions = [await bus.consumeTurns(0, note), await bus.consumeTurns(1, note)];
        for (const id of ['one', 'two', 'three']) await bus.publishTurn(queuedOf(bob, id));
        await until(() => expect(sequences).toHaveLength(3));
        expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b));
        await Promise.all(subscriptions.map((subscription) => subscription.close()));
      },
    },
  ],
};
