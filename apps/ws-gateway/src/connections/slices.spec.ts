import fc from 'fast-check';
import { sliceSize } from './slices.js';

const settings = (closeSlice: number, closePauseMs: number, drainMs: number) => ({
  closeSlice,
  closePauseMs,
  drainMs,
});

describe('sliceSize', () => {
  test.each([
    ['fits the grace', 1_000, settings(100, 100, 10_000), 100],
    ['is larger when the grace is short', 1_000, settings(10, 100, 400), 200],
    ['is everything when there is no grace', 1_000, settings(10, 100, 0), 1_000],
    ['takes what there is', 3, settings(100, 100, 10_000), 3],
    ['needs no pause', 1_000, settings(10, 0, 0), 10],
  ])('%s', (_name, count, set, size) => expect(sliceSize(count, set)).toBe(size));

  test('the pauses are never longer than the grace, and no slice is smaller than it need be', () => {
    const counts = fc.integer({ min: 1, max: 100_000 });
    const sets = fc.record({
      closeSlice: fc.integer({ min: 1, max: 1_000 }),
      closePauseMs: fc.integer({ min: 1, max: 5_000 }),
      drainMs: fc.integer({ min: 0, max: 60_000 }),
    });
    fc.assert(
      fc.property(counts, sets, (count, set) => {
        const size = sliceSize(count, set);
        const pauses = Math.ceil(count / size) - 1;
        expect(pauses * set.closePauseMs).toBeLessThanOrEqual(set.drainMs);
        if (size > set.closeSlice)
          expect(count / set.closeSlice).toBeGreaterThan(set.drainMs / set.closePauseMs);
      }),
    );
  });
});
