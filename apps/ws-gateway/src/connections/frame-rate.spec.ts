import fc from 'fast-check';
import { countFrame, creditFrame, type FrameWindow } from './frame-rate.js';

const fresh = (): FrameWindow => ({ windowStart: 0, frames: 0 });
const burst = (window: FrameWindow, frames: number, now: number) =>
  Array.from({ length: frames }, () => countFrame(window, now, 10));

describe('countFrame', () => {
  test('lets so many a second through, answers some more with an error, then has enough', () => {
    const verdicts = burst(fresh(), 41, 5_000);
    expect(verdicts.slice(0, 10)).toEqual(Array(10).fill('ok'));
    expect(verdicts.slice(10, 40)).toEqual(Array(30).fill('limited'));
    expect(verdicts[40]).toBe('flood');
  });

  test('starts over every second', () => {
    const window = fresh();
    burst(window, 12, 5_000);
    expect(countFrame(window, 5_999, 10)).toBe('limited');
    expect(countFrame(window, 6_000, 10)).toBe('ok');
  });

  test('a clock that was set back does not lock anybody out', () => {
    const window = fresh();
    burst(window, 12, 5_000);
    expect(countFrame(window, 1_000, 10)).toBe('ok');
  });

  test('never limits a client that waits for its answers', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { maxLength: 200 }), (gaps) => {
        const window = fresh();
        let now = 1_000;
        for (const gap of gaps) {
          now += gap;
          expect(countFrame(window, now, 10)).toBe('ok');
          creditFrame(window);
        }
      }),
    );
  });

  test('answers never add up to a debt', () => {
    const window = fresh();
    creditFrame(window);
    expect(window.frames).toBe(0);
  });
});
