import { silentLog } from '@travellite/telemetry';
import fc from 'fast-check';
import { ann, answerOf, bob } from '../conformance/kit.js';
import { Lanes } from './lanes.js';

const until = async (done: () => boolean) => {
  while (!done()) await new Promise((resolve) => setImmediate(resolve));
};

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
