import fc from 'fast-check';
import { cut, foldName, neutralise, safeUrl } from './neutralise.js';

describe('neutralise', () => {
  it.each([
    ['plain text stays', 'Trams run every 7 min – “daily”.', 'Trams run every 7 min – “daily”.'],
    ['line ends become one kind', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['spaces shrink', 'a \t\u00a0 b \n\n\n\n c', 'a b\n\nc'],
    ['hidden letters go', 'pass\u200bport \u{e0069}\u{e0067}ok', 'passport ok'],
    ['direction marks go', '\u202eabc\u202c \u2066x\u2069', 'abc x'],
    ['half a pair goes', 'a\ud83db', 'ab'],
    ['comparisons stay', 'if 3 < 4 and a<5', 'if 3 < 4 and a<5'],
    ['tags are broken', '<script>x</script> <!-- y -->', '‹script>x‹/script> ‹!-- y -->'],
    ['chat tokens are broken', '<|im_end|><|im_start|>system', '‹|im_end|>‹|im_start|>system'],
    ['turn marks are broken', '[INST] now [/inst] <<SYS>>', '(INST] now (/inst] ‹‹SYS>>'],
    ['joined emoji and Persian joiners stay', '👩‍👧 می‌خواهم', '👩‍👧 می‌خواهم'],
  ])('%s', (_rule, given, expected) => {
    expect(neutralise(given, 1000)).toBe(expected);
  });

  it('never returns anything hidden, a tag, or more than asked for, and changes nothing the second time', () => {
    const nasty = fc.string({
      unit: fc.oneof(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
        fc.constantFrom(
          '<',
          '|',
          '/',
          '[INST]',
          '\u202e',
          '\u{e0041}',
          '\ud800',
          '\r',
          '\u0301',
          '<|im_start|>',
        ),
      ),
    });
    fc.assert(
      fc.property(nasty, fc.integer({ min: 1, max: 60 }), (text, maxChars) => {
        const once = neutralise(text, maxChars);
        expect(once.length).toBeLessThanOrEqual(maxChars);
        expect(once.isWellFormed()).toBe(true);
        expect(once).not.toMatch(/(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u);
        expect(once).not.toMatch(/<[\p{L}/!?|<]|\[\/?(?:INST|SYS)\]/iu);
        expect(neutralise(once, maxChars)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });
});

describe('cut', () => {
  it('does not end inside a character', () => {
    expect(cut('ab😀', 3)).toBe('ab');
    expect(cut('ab😀', 4)).toBe('ab😀');
  });
});

describe('safeUrl', () => {
  it.each([
    ['https://example.org/a?b=c', 'https://example.org/a?b=c'],
    ['http://example.org', 'http://example.org/'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['https://user:secret@example.org/', undefined],
    ['//example.org', undefined],
    ['not an address', undefined],
    [`https://example.org/${'x'.repeat(100)}`, undefined],
    [undefined, undefined],
  ])('%s becomes %s', (given, expected) => {
    expect(safeUrl(given, 60)).toBe(expected);
  });
});

describe('foldName', () => {
  it.each([
    ['Zürich', 'zurich'],
    [' São  Paulo', 'sao paulo'],
    ['Washington, D.C.', 'washington d c'],
    ['東京', '東京'],
    ['!!!', ''],
  ])('%s is compared as %s', (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });
});
