import fc from 'fast-check';
import { pauseUnless, waitBefore } from './back-off.js';

const backOff = { firstMs: 1_000, longestMs: 30_000 };

describe('the wait before another attempt', () => {
  it('is doubled each time up to the longest', () => {
    const waits = [1, 2, 3, 5, 6, 7, 1_000].map((attempt) => waitBefore(attempt, backOff, 1));
    expect(waits).toEqual([1_000, 2_000, 4_000, 16_000, 30_000, 30_000, 30_000]);
  });

  it('lies in the upper half of what it may be, wherever chance puts it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempt, random) => {
          const most = waitBefore(attempt, backOff, 1);
          const wait = waitBefore(attempt, backOff, random);
          expect(wait).toBeGreaterThanOrEqual(most / 2);
          expect(wait).toBeLessThanOrEqual(most);
        },
      ),
    );
  });

  it('ends at once when publishing ends', async () => {
    const stop = new AbortController();
    const waiting = pauseUnless(stop.signal, 3_600_000);
    stop.abort();
    await waiting;
  });

  it('is no timer where there is nothing to wait for', async () => {
    const order: string[] = [];
    const timer = new Promise<void>((resolve) => setTimeout(() => resolve(void order.push('timer')), 0));
    await pauseUnless(new AbortController().signal, 0);
    order.push('paused');
    await timer;
    expect(order).toEqual(['paused', 'timer']);
  });
});
