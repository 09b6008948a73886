import fc from 'fast-check';
import { between, chanceOf, pick } from './random.js';

test('the same words give the same numbers, other words others', () => {
  const numbers = (...words: string[]): number[] => {
    const chance = chanceOf(...words);
    return [chance(), chance(), chance()];
  };
  expect(numbers('a', 'b')).toEqual(numbers('a', 'b'));
  expect(numbers('a', 'b')).not.toEqual(numbers('b', 'a'));
});

test('numbers lie in their range and fill it', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.integer({ min: -100, max: 100 }),
      fc.integer({ min: 1, max: 100 }),
      (word, min, width) => {
        const chance = chanceOf(word);
        for (let at = 0; at < 20; at += 1) {
          const value = between(chance, min, min + width);
          expect(value >= min && value < min + width).toBe(true);
        }
      },
    ),
  );
  const chance = chanceOf('spread');
  const tenths = new Set(Array.from({ length: 300 }, () => Math.floor(chance() * 10)));
  expect(tenths.size).toBe(10);
});

test('every item gets picked sooner or later', () => {
  const chance = chanceOf('pick');
  expect(new Set(Array.from({ length: 100 }, () => pick(chance, ['a', 'b', 'c'])))).toEqual(
    new Set(['a', 'b', 'c']),
  );
});
