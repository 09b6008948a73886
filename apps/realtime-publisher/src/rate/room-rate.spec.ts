import fc from 'fast-check';
import { RoomRate } from './room-rate.js';

describe('the rate of a room', () => {
  it('has no bounds where the service sets none', () => {
    const rate = new RoomRate(undefined, () => 0);
    expect([rate.mayShow('a', 1_000), rate.waitForEnd('a')]).toEqual([true, 0]);
  });

  it('keeps one message for the end of an answer', () => {
    const rate = new RoomRate(3, () => 0);
    expect([rate.mayShow('a', 2), rate.mayShow('a', 1), rate.waitForEnd('a')]).toEqual([true, false, 0]);
    expect(rate.mayShow('b', 2)).toBe(true);
  });

  it('lets ends wait as long as it takes', () => {
    let now = 0;
    const rate = new RoomRate(2, () => now);
    expect([1, 2, 3, 4].map(() => rate.waitForEnd('a'))).toEqual([0, 0, 500, 1_000]);
    now = 2_000;
    expect(rate.waitForEnd('a')).toBe(0);
  });

  it('counts every message of an end', () => {
    const rate = new RoomRate(2, () => 0);
    expect([rate.waitForEnd('a', 2), rate.waitForEnd('a', 1)]).toEqual([0, 500]);
  });

  it('is never passed by more than one second of messages, whatever is shown when', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 3 })), { maxLength: 60 }),
        (steps) => {
          let now = 0;
          let shown = 0;
          const rate = new RoomRate(5, () => now);
          for (const [ms, count] of steps) {
            now += ms;
            if (rate.mayShow('a', count)) shown += count;
            expect(shown).toBeLessThanOrEqual(5 + (now / 1_000) * 5);
          }
        },
      ),
    );
  });
});
