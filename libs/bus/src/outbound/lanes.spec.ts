import { silentLog } from '@travellite/telemetry';
import fc from 'fast-check';
import { ann, answerOf, bob, beginAndEnd } from '../conformance/kit.js';
import { Lanes } from './lanes.js';

const until = async (done: () => boolean) => {
  while (!done()) await new Promise((resolve) => setImmediate(resolve));
};

function open({ overtakenMs }: { overtakenMs?: number } = {}) {
  const done: number[] = [];
  const lanes = new Lanes<number>({
    ...{ handler: async () => undefined, onDone: (at) => done.push(at), retryMs: 0, log: silentLog },
    ...(overtakenMs === undefined ? {} : { overtakenMs }),
  });
  return { done, lanes };
}

describe('Lanes', () => {
  it('keep the order of every conversation and lose nothing, whatever is refused and how often', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ room: fc.constantFrom(ann, bob), refusals: fc.nat(2) }), { maxLength: 20 }),
        async (plan) => {
          const left = plan.map(({ refusals }) => refusals);
          const done: number[] = [];
          const lanes = new Lanes<number>({
            handler: async ({ events: [event] }) => {
              const at = event?.seq ?? 0;
              if ((left[at] ?? 0) > 0) {
                left[at] = (left[at] ?? 0) - 1;
                throw new Error('not now');
              }
            },
            onDone: (at) => done.push(at),
            retryMs: 0,
            log: silentLog,
          });
          plan.forEach(({ room }, at) => lanes.push(at, answerOf(room, at)));
          await until(() => done.length === plan.length);
          for (const room of [ann, bob]) {
            const inOrder = plan.flatMap((one, at) => (one.room === room ? [at] : []));
            expect(done.filter((at) => plan[at]?.room === room)).toEqual(inOrder);
          }
          await lanes.close();
        },
      ),
      { numRuns: 50 },
    );
  });

  it('put what two workers relayed into the order of the log', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([1, 2, 3, 4, 5, 6], { minLength: 6 }), async (order) => {
        const { done, lanes } = open();
        // The first turn is known to have begun; of the rest everything may overtake everything.
        lanes.push(1, beginAndEnd(ann, 1).begin);
        await until(() => done.length === 1);
        const rest = [
          beginAndEnd(ann, 1).end,
          ...[3, 5].flatMap((seq) => Object.values(beginAndEnd(ann, seq))),
        ];
        for (const at of order) if (rest[at - 1]) lanes.push(at + 1, rest[at - 1] ?? beginAndEnd(ann, 1).end);
        await until(() => done.length === 6);
        expect(done).toEqual([1, 2, 3, 4, 5, 6]);
        await lanes.close();
      }),
    );
  });

  it('go on without an end that never comes', async () => {
    const { done, lanes } = open({ overtakenMs: 20 });
    lanes.push(1, beginAndEnd(ann, 1).begin);
    await until(() => done.length === 1);
    lanes.push(3, beginAndEnd(ann, 3).begin);
    await until(() => done.length === 2);
    // It is shown all the same when it comes later still, and holds up nothing.
    for (const [at, answer] of [beginAndEnd(ann, 1).end, beginAndEnd(ann, 3).end].entries())
      lanes.push(at, answer);
    await until(() => done.length === 4);
    expect(done).toEqual([1, 3, 0, 1]);
    await lanes.close();
  });

  it('close while the end of a turn is waited for', async () => {
    const { done, lanes } = open();
    lanes.push(1, beginAndEnd(ann, 1).begin);
    await until(() => done.length === 1);
    lanes.push(3, beginAndEnd(ann, 3).begin);
    await new Promise((resolve) => setImmediate(resolve));
    await lanes.close();
    expect(done).toEqual([1]);
  });

  it('close while an answer waits to be handed over again, and hand over nothing more', async () => {
    let tries = 0;
    const lanes = new Lanes<number>({
      handler: async () => {
        tries += 1;
        throw new Error('not now');
      },
      onDone: () => undefined,
      retryMs: 60_000,
      log: silentLog,
    });
    lanes.push(1, answerOf(ann, 1));
    await until(() => tries === 1);
    await lanes.close();
    lanes.push(2, answerOf(bob, 2));
    await new Promise((resolve) => setImmediate(resolve));
    expect(tries).toBe(1);
  });
});
