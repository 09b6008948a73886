import { type BurialReason } from '../outbound.js';
import { type Guarantee } from './fixture.js';
import { ann, answerOf, bob } from './kit.js';

const reason: BurialReason = { code: 'forbidden', sentence: 'The service refused the room.' };

export const burials: Guarantee = {
  name: '10 burials',
  cases: [
    {
      name: 'lists what was buried, newest first, page by page',
      run: async ({ bus, join }) => {
        for (const seq of [1, 2, 3]) await bus.outbound.bury(answerOf(ann, seq), reason);
        const first = await (await join()).outbound.buried({ limit: 2 });
        expect(first).toMatchObject([
          { answer: answerOf(ann, 3), reason },
          { answer: answerOf(ann, 2), reason },
        ]);
        const rest = await bus.outbound.buried({ limit: 9, before: first[1]?.id });
        expect(rest.map(({ answer }) => answer)).toEqual([answerOf(ann, 1)]);
        expect(rest[0]?.at).toBeGreaterThan(0);
        expect(await bus.outbound.load('')).toMatchObject({ buried: 3 });
      },
    },
    {
      name: 'hands a replayed answer over again and forgets the burial',
      run: async ({ bus, until }) => {
        const ids: string[] = [];
        const subscription = await bus.outbound.consume('', async ({ id }) => void ids.push(id));
        await bus.outbound.publish(answerOf(ann, 1));
        await until(() => expect(ids).toHaveLength(1));
        await bus.outbound.bury(answerOf(ann, 1), reason);
        await bus.outbound.bury(answerOf(bob, 2), reason);
        const [, burial] = await bus.outbound.buried({ limit: 9 });
        expect(await bus.outbound.replay(burial?.id ?? 0)).toBe(true);
        await until(() => expect(ids).toEqual([answerOf(ann, 1).id, answerOf(ann, 1).id]));
        expect((await bus.outbound.buried({ limit: 9 })).map(({ answer }) => answer)).toEqual([
          answerOf(bob, 2),
        ]);
        expect(await bus.outbound.replay(burial?.id ?? 0)).toBe(false);
        await subscription.close();
      },
    },
  ],
};
