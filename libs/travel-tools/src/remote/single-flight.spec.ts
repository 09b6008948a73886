import fc from 'fast-check';
import { SingleFlight } from './single-flight.js';

test('callers of one key share one run, others do not', async () => {
  const flights = new SingleFlight();
  let runs = 0;
  const start = async (): Promise<number> => (runs += 1);
  expect(await Promise.all([flights.run('a', undefined, start), flights.run('a', undefined, start)])).toEqual(
    [1, 1],
  );
  expect(await flights.run('b', undefined, start)).toBe(2);
  expect(runs).toBe(2);
});

test('when it is over the next caller starts afresh', async () => {
  const flights = new SingleFlight();
  let runs = 0;
  const start = async (): Promise<number> => (runs += 1);
  await flights.run('a', undefined, start);
  expect(await flights.run('a', undefined, start)).toBe(2);
});

test('a failure reaches everybody who waits, and nobody after', async () => {
  const flights = new SingleFlight();
  const failing = () => Promise.reject(new Error('down'));
  const waiting = [flights.run('a', undefined, failing), flights.run('a', undefined, failing)];
  expect((await Promise.allSettled(waiting)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await flights.run('a', undefined, async () => 'fine')).toBe('fine');
});

test('a run is aborted when, and only when, the last who waited has left', async () => {
  const controllers = [new AbortController(), new AbortController(), new AbortController()];
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([0, 1, 2], { minLength: 0 }), async (leaving) => {
      const flights = new SingleFlight();
      const signals = controllers.map(() => new AbortController());
      let seen: AbortSignal | undefined;
      const { promise, resolve } = Promise.withResolvers<string>();
      const waits = signals.map(({ signal }) =>
        flights.run('a', signal, (run) => ((seen = run), promise)).catch(() => 'left'),
      );
      leaving.forEach((at, step) => {
        signals[at]!.abort();
        expect(seen!.aborted).toBe(step === 2);
      });
      resolve('answer');
      const outcomes = await Promise.all(waits);
      expect(outcomes).toEqual([0, 1, 2].map((at) => (leaving.includes(at) ? 'left' : 'answer')));
    }),
  );
});
