import { type Guarantee } from './fixture.js';
import { accepted, ann, answerAll, batchOf, consumeAll, deltaOf, listen, queuedOf } from './kit.js';

const throwing = () => {
  throw new Error('a faulty handler');
};

export const errors: Guarantee = {
  name: '8 errors',
  cases: [
    {
      name: 'lets a handler that throws harm neither publisher nor other subscribers',
      run: async ({ bus, until }) => {
        const bad = await bus.subscribe(ann, { onEvents: throwing, onLive: throwing });
        const { seen, close } = await listen(bus, ann);
        for (const seq of [1, 2]) {
          bus.publishLive(deltaOf(ann, seq));
          await bus.publishEvents(batchOf(ann, seq));
        }
        await until(() =>
          expect([seen.seqs, seen.offsets]).toEqual([
            [1, 2],
            [1, 2],
          ]),
        );
        await bad.close();
        await close();
      },
    },
    {
      name: 'lets a faulty listener harm no signal',
      run: async ({ bus, until }) => {
        let wakes = 0;
        const turns: string[] = [];
        const subscriptions = [
          await bus.onWake(throwing),
          await bus.onWake(() => (wakes += 1)),
          await bus.onReceipt(ann, throwing),
          await bus.onReceipt(ann, ({ turn }) => turns.push(turn)),
        ];
        bus.wake();
        const stop = await answerAll(bus, accepted);
        await bus.publishTurn(queuedOf(ann, 'one'));
        await until(() => expect([wakes, turns]).toEqual([1, ['one']]));
        await stop();
        await Promise.all(subscriptions.map((subscription) => subscription.close()));
      },
    },
    {
      name: 'goes on with other partitions while one cannot be fed',
      run: async ({ bus, until }) => {
        const { ids, close } = await consumeAll(bus, async ({ turn }) => {
          if (turn.id === 'stuck') throw new Error('never');
        });
        // Names of both partitions, whichever is which.
        const names = Array.from({ length: 8 }, (_, at) => `user:user-${at}` as const);
        await bus.publishTurn(queuedOf(names[0] ?? ann, 'stuck'));
        for (const name of names.slice(1)) await bus.publishTurn(queuedOf(name, 'free'));
        await until(() => expect(ids).toContain('free'));
        expect(ids).not.toContain('stuck');
        await close();
      },
    },
    {
      name: 'says that the server does not answer, and that it is not well',
      needs: ['sever'],
      run: async ({ bus, sever, until }) => {
        await sever?.();
        await until(() => expect(bus.health().ok).toBe(false));
        expect(bus.health().detail).toEqual(expect.any(String));
        const unavailable = { name: 'TravelError', code: 'provider_unavailable' };
        await expect(bus.publishTurn(queuedOf(ann, 'one'))).rejects.toMatchObject(unavailable);
        await expect(bus.publishEvents(batchOf(ann, 1))).rejects.toMatchObject(unavailable);
      },
    },
  ],
};
