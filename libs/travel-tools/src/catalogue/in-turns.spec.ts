import fc from 'fast-check';
import { inTurns } from './in-turns.js';

test('results stand in the order of the items, however long each takes, and no more run at a time than allowed', async () => {
  const items = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(items, fc.integer({ min: 1, max: 8 }), async (given, parallel) => {
      let running = 0;
      let most = 0;
      const results = await inTurns(given, parallel, async (item) => {
        running += 1;
        most = Math.max(most, running);
        for (let turn = 0; turn < item; turn += 1) await Promise.resolve();
        running -= 1;
        return item * 2;
      });
      expect(results).toEqual(given.map((item) => item * 2));
      expect(most).toBeLessThanOrEqual(parallel);
    }),
  );
});

test('a rejection ends it', async () => {
  await expect(
    inTurns([1, 2, 3], 2, async (item) => (item === 2 ? Promise.reject(new Error('two')) : item)),
  ).rejects.toThrow('two');
});

test('fewer than one at a time is one', async () => {
  expect(await inTurns([1, 2], 0, async (item) => item)).toEqual([1, 2]);
});
