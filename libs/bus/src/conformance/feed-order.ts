import { partitionOf, userConversation } from '@travellite/protocol';
import { type Guarantee } from './fixture.js';
import { ann, consumeAll, partitions, queuedOf } from './kit.js';

export const feedOrder: Guarantee = {
  name: '2 feed order',
  cases: [
    {
      name: 'keeps the order of publishing within a partition, one turn at a time',
      run: async ({ bus, until }) => {
        let atWork = 0;
        let mostAtWork = 0;
        const { ids, close } = await consumeAll(bus, async () => {
          mostAtWork = Math.max(mostAtWork, ++atWork);
          await new Promise((resolve) => setImmediate(resolve));
          atWork -= 1;
        });
        const published = Array.from({ length: 30 }, (_, at) => `turn-${30 - at}`);
        for (const id of published) await bus.publishTurn(queuedOf(ann, id));
        await until(() => expect(ids).toHaveLength(30));
        expect(ids).toEqual(published);
        expect(mostAtWork).toBe(1);
        await close();
      },
    },
    {
      name: 'keeps the order when a turn has to be handed over again',
      run: async ({ bus, until }) => {
        let failures = 2;
        const { ids, close } = await consumeAll(bus, async ({ turn }) => {
          if (turn.id === 'two' && failures-- > 0) throw new Error('not now');
        });
        for (const id of ['one', 'two', 'three']) await bus.publishTurn(queuedOf(ann, id));
        await until(() => expect(ids).toHaveLength(3));
        expect(ids).toEqual(['one', 'two', 'three']);
        await close();
      },
    },
    {
      name: 'puts a conversation into the partition its name says',
      run: async ({ bus, until }) => {
        const users = Array.from({ length: 12 }, (_, at) => userConversation(`user-${at}`));
        const got: string[][] = Array.from({ length: partitions }, () => []);
        const subscriptions = await Promise.all(
          got.map((list, partition) =>
            bus.consumeTurns(partition, async ({ turn }) => void list.push(turn.conversation)),
          ),
        );
        for (const user of users) await bus.publishTurn(queuedOf(user, 'one'));
        await until(() => expect(got.flat()).toHaveLength(12));
        for (const [partition, list] of got.entries()) {
          expect(list).toEqual(users.filter((user) => partitionOf(user, partitions) === partition));
        }
        await Promise.all(subscriptions.map((subscription) => subscription.close()));
      },
    },
  ],
};
