import { type Guarantee } from './fixture.js';
import { ann, bob, consumeAll, queuedOf } from './kit.js';

export const feedDedupe: Guarantee = {
  name: '3 feed dedupe',
  cases: [
    {
      name: 'hands the same turn over once, also when it comes again after it was taken',
      needs: ['feedDedupe'],
      run: async ({ bus, join, until }) => {
        const { ids, close } = await consumeAll(bus);
        const other = await join();
        const answers: string[] = [];
        for (const member of [bus, other, bus]) answers.push(await member.publishTurn(queuedOf(ann, 'one')));
        expect(answers).toEqual(['queued', 'known', 'known']);
        await until(() => expect(ids).toContain('one'));
        await other.publishTurn(queuedOf(ann, 'one'));
        await bus.publishTurn(queuedOf(ann, 'last'));
        await until(() => expect(ids).toContain('last'));
        expect(ids).toEqual(['one', 'last']);
        await close();
      },
    },
    {
      name: 'hands over what is published again as often as that is said',
      needs: ['feedDedupe'],
      run: async ({ bus, until }) => {
        const { ids, close } = await consumeAll(bus);
        for (const again of [false, true, true, false])
          await bus.publishTurn({ ...queuedOf(ann, 'one'), again });
        await bus.publishTurn(queuedOf(ann, 'last'));
        await until(() => expect(ids).toContain('last'));
        expect(ids).toEqual(['one', 'one', 'one', 'last']);
        await close();
      },
    },
    {
      name: 'does not take the same id in two conversations for the same turn',
      run: async ({ bus, until }) => {
        const { ids, close } = await consumeAll(bus);
        for (const conversation of [ann, bob]) await bus.publishTurn(queuedOf(conversation, 'one'));
        await until(() => expect(ids).toEqual(['one', 'one']));
        await close();
      },
    },
  ],
};
