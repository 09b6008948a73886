import { type OutboundAnswer } from '../outbound.js';
import { type Bus } from '../port.js';
import { type Guarantee } from './fixture.js';
import { ann, answerOf, beginAndEnd, bob, upTo } from './kit.js';

/** Takes the answers of the only namespace and notes their ids in the order they were done with. */
async function drain(bus: Bus, onAnswer: (answer: OutboundAnswer) => Promise<void> = async () => undefined) {
  const ids: string[] = [];
  const subscription = await bus.outbound.consume('', async (answer) => {
    await onAnswer(answer);
    ids.push(answer.id);
  });
  return { ids, close: () => subscription.close() };
}

const publish = async (bus: Bus, conversation: typeof ann, count: number) => {
  const answers = upTo(count).map((seq) => answerOf(conversation, seq));
  for (const answer of answers) await bus.outbound.publish(answer);
  return answers.map(({ id }) => id);
};

const gate = () => Promise.withResolvers<void>();

export const outbound: Guarantee = {
  name: '9 outbound',
  cases: [
    {
      name: 'hands an answer over as it was given',
      run: async ({ bus, join, until }) => {
        const got: OutboundAnswer[] = [];
        const { close } = await drain(bus, async (answer) => void got.push(answer));
        await (await join()).outbound.publish(answerOf(ann, 1));
        await until(() => expect(got).toEqual([answerOf(ann, 1)]));
        await close();
      },
    },
    {
      name: 'hands over what was published before anybody consumed, in order',
      run: async ({ bus, until }) => {
        const ids = await publish(bus, ann, 20);
        const drained = await drain(bus);
        await until(() => expect(drained.ids).toEqual(ids));
        await drained.close();
      },
    },
    {
      name: 'hands over the end of a turn before what belongs to the next, whichever came first',
      run: async ({ bus, until }) => {
        const [first, second] = [beginAndEnd(ann, 1), beginAndEnd(ann, 3)];
        const drained = await drain(bus);
        await bus.outbound.publish(first.begin);
        await until(() => expect(drained.ids).toEqual([first.begin.id]));
        for (const late of [second.begin, second.end, first.end]) await bus.outbound.publish(late);
        const inOrder = [first.begin, first.end, second.begin, second.end].map(({ id }) => id);
        await until(() => expect(drained.ids).toEqual(inOrder));
        await drained.close();
      },
    },
    {
      name: 'hands over one answer of a conversation at a time, and others beside it',
      run: async ({ bus, until }) => {
        const { promise, resolve } = gate();
        let running = 0;
        let most = 0;
        const { ids, close } = await drain(bus, async ({ conversation }) => {
          if (conversation !== ann) return;
          most = Math.max(most, ++running);
          await promise;
          running -= 1;
        });
        const anns = await publish(bus, ann, 3);
        const bobs = await publish(bus, bob, 3);
        await until(() => expect(ids).toEqual(bobs)).finally(resolve);
        await until(() => expect(ids).toEqual([...bobs, ...anns]));
        expect(most).toBe(1);
        await close();
      },
    },
    {
      name: 'hands the same answer over again when its handler rejects, before any later one',
      run: async ({ bus, until }) => {
        const tries: string[] = [];
        const { ids, close } = await drain(bus, async ({ id }) => {
          tries.push(id);
          if (tries.length < 3) throw new Error('not now');
        });
        const [first, second] = await publish(bus, ann, 2);
        await until(() => expect(ids).toEqual([first, second]));
        expect(tries).toEqual([first, first, first, second]);
        await close();
      },
    },
    {
      name: 'hands an answer over once that is published twice',
      run: async ({ bus, until }) => {
        const { ids, close } = await drain(bus);
        for (const seq of [1, 1, 2, 1]) await bus.outbound.publish(answerOf(ann, seq));
        await bus.outbound.publish(answerOf(bob, 1));
        const of = (conversation: string) => ids.filter((id) => id.startsWith(conversation));
        await until(() => expect(of(bob)).toHaveLength(1));
        await until(() => expect(of(ann)).toEqual([answerOf(ann, 1).id, answerOf(ann, 2).id]));
        await close();
      },
    },
    {
      name: 'gives a namespace its own answers only, and counts what waits',
      run: async ({ bus, until }) => {
        const { ids, close } = await drain(bus);
        await bus.outbound.publish({ ...answerOf(ann, 1), namespace: 'blue.*>' });
        await bus.outbound.publish(answerOf(bob, 2));
        await until(() => expect(ids).toEqual([answerOf(bob, 2).id]));
        const blue: string[] = [];
        const { promise, resolve } = gate();
        const other = await bus.outbound.consume('blue.*>', async ({ id }) => {
          blue.push(id);
          await promise;
        });
        await until(() => expect(blue).toEqual([answerOf(ann, 1).id]));
        expect(await bus.outbound.load('blue.*>')).toEqual({ waiting: 1, buried: 0 });
        resolve();
        await other.close();
        await close();
      },
    },
    {
      name: 'goes on where a consumer ended, in order, with what it had not done',
      run: async ({ bus, join, until }) => {
        const ids = await publish(bus, ann, 10);
        let taken = 0;
        const stop = gate();
        const first = await drain(bus, async () => {
          if (++taken === 4) stop.resolve();
          if (taken > 3) throw new Error('gone');
        });
        await stop.promise;
        await first.close();
        expect(first.ids).toEqual(ids.slice(0, 3));
        const second = await drain(await join());
        await until(() => expect(second.ids).toEqual(ids.slice(3)));
        await second.close();
      },
    },
    {
      name: 'goes on in order where a consumer died, with all it had in hand',
      needs: ['die'],
      run: async ({ bus, join, die, until }) => {
        const [anns, bobs] = [await publish(bus, ann, 6), await publish(bus, bob, 6)];
        const { promise, resolve } = gate();
        const stuck: string[] = [];
        const first = await drain(bus, async ({ id }) => {
          stuck.push(id);
          await promise;
        });
        await until(() => expect(stuck).toHaveLength(2));
        const member = await join();
        await die?.(bus);
        const second = await drain(member);
        await member.outbound.publish(answerOf(ann, 7));
        const of = (name: string) => second.ids.filter((id) => id.startsWith(name));
        await until(() => expect([of(ann), of(bob)]).toEqual([[...anns, answerOf(ann, 7).id], bobs]));
        resolve();
        await first.close();
        await second.close();
      },
    },
    {
      name: 'goes on in order when the connection is interrupted',
      needs: ['interrupt'],
      run: async ({ bus, interrupt, until }) => {
        const before = await publish(bus, ann, 5);
        const seen: string[] = [];
        const { promise, resolve } = gate();
        const { ids, close } = await drain(bus, async ({ id }) => {
          seen.push(id);
          if (seen.length === 3) await promise;
        });
        await until(() => expect(seen).toHaveLength(3));
        await interrupt?.();
        resolve();
        await until(() => expect(bus.health().ok).toBe(true));
        await bus.outbound.publish(answerOf(ann, 6));
        await until(() => expect([...new Set(ids)]).toEqual([...before, answerOf(ann, 6).id]));
        await close();
      },
    },
  ],
};
