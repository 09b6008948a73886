import fc from 'fast-check';
import { plain } from './plain.js';

describe('plain text', () => {
  it.each([
    ['a\r\nb\tc', 'a b c'],
    ['  a   b ', 'a b'],
    ['abc\u202etxt.exe', 'abc txt.exe'],
    ['\u0000\u0007\u009b', ''],
    ['Café 日本 😀', 'Café 日本 😀'],
    ['\ud83d', '\ufffd'],
  ])('of %j is %j', (text, expected) => expect(plain(text, 100)).toBe(expected));

  it('is cut with a sign that it was, and never within a character', () => {
    expect(plain('abcdef', 4)).toBe('abc…');
    expect(plain('ab😀def', 4)).toBe('ab…');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 2, max: 20 }), (text, longest) => {
        const cut = plain(text, longest);
        expect(cut.length).toBeLessThanOrEqual(longest);
        expect(cut.isWellFormed()).toBe(true);
      }),
    );
  });
});
