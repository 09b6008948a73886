import { wholeWords } from './whole-words.js';

describe('whole words', () => {
  test.each([
    [/\bà voir\b/i, 'quoi à voir ici', true],
    [/\bqué\b/iu, '¿por qué no?', true],
    [/\bperché\b/iu, 'Perché non va?', true],
    [/\bpuò\b/iu, 'Può prenotare?', true],
    [/\bposs\b/iu, 'possível', false],
    [/\bposs/iu, 'impossível', false],
    [/\bvol\b/iu, 'volé', false],
    [/\bplan\b/iu, 'plan', true],
    [/\bplan\b/iu, 'planet', false],
    [/\b2\b/, '12', false],
    [/\bwer\b/iu, 'schwer', false],
    [/\ballerg\w*\b/iu, 'allergène', true],
    [/\büber\b/iu, 'darüber', false],
  ])('%s in %j: %s', (pattern, text, expected) => expect(wholeWords(pattern).test(text)).toBe(expected));
});
