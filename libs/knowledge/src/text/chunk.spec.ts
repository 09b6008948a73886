import fc from 'fast-check';
import { chunk } from './chunk.js';

const squeezed = (text: string) => text.replace(/\s+/gu, '');

describe('chunk', () => {
  it('leaves a short text whole, paragraphs and all', () => {
    expect(chunk('One.\nTwo.', 100)).toEqual(['One.\nTwo.']);
    expect(chunk('  \n ', 100)).toEqual([]);
  });

  it('cuts between paragraphs, then between sentences, then between words', () => {
    expect(chunk('aaaa bbbb.\ncccc dddd.', 12)).toEqual(['aaaa bbbb.', 'cccc dddd.']);
    expect(chunk('Aaaa bbbb. Cccc dddd.', 12)).toEqual(['Aaaa bbbb.', 'Cccc dddd.']);
    expect(chunk('aaaa bbbb cccc', 10)).toEqual(['aaaa bbbb', 'cccc']);
    expect(chunk('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  });

  it('loses nothing but white space, keeps the order and the limit', () => {
    const word = fc.string({ minLength: 1, maxLength: 30, unit: fc.constantFrom(...'abc.!?é😀京') });
    const text = fc.array(fc.tuple(word, fc.constantFrom(' ', '\n', '. ', '\n\n')), { maxLength: 40 });
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 80 }), (words, maxChars) => {
        const whole = words.flat().join('');
        const parts = chunk(whole, maxChars);
        expect(squeezed(parts.join(''))).toBe(squeezed(whole));
        for (const part of parts) {
          expect(part.length).toBeGreaterThan(0);
          expect(part.length).toBeLessThanOrEqual(maxChars);
          expect(part.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
