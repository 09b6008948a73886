import fc from 'fast-check';
import { fold, levelPunctuation } from './fold.js';
import { detectLanguage } from './language.js';
import { amountAt, countAt } from './numbers.js';
import { Phrases, phraseKey } from './phrases.js';
import { readSource } from './source.js';
import { tokenise } from './tokens.js';

const read = (text: string, language = 'en') => readSource(text, '2026-11-21', 'en-US', language);

describe('folding', () => {
  test.each([
    ['São Paulo', 'sao paulo'],
    ['KÖLN', 'koln'],
    ['Straße', 'strasse'],
    ["don't", 'dont'],
    ['Kraków', 'krakow'],
    ['Tromsø', 'tromso'],
    ['東京', '東京'],
    ['ガ', 'ガ'],
  ])('%s becomes %s', (word, folded) => expect(fold(word)).toBe(folded));

  test('levelling keeps every position', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => levelPunctuation(text).length === text.length),
    );
  });

  test('folding twice changes nothing more', () => {
    fc.assert(fc.property(fc.string(), (text) => fold(fold(text)) === fold(text)));
  });
});

describe('tokens', () => {
  const raws = (text: string): string[] => tokenise(text).map((token) => token.raw);

  test.each([
    ['5-day trip', ['5', '-', 'day', 'trip']],
    ["l'Italie d'Avignon", ["l'", 'Italie', "d'", 'Avignon']],
    ["don't, we'd", ["don't", ',', "we'd"]],
    ['15th', ['15', 'th']],
    ['$1,500.50', ['$', '1', ',', '500', '.', '50']],
    ['東京から京都へ', ['東京から京都へ']],
    ['12/15', ['12', '/', '15']],
    ['', []],
  ])('%j', (text, expected) => expect(raws(text)).toEqual(expected));

  test('stand where they say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const token of tokenise(text)) expect(text.slice(token.start, token.end)).toBe(token.raw);
      }),
    );
  });

  test('cover everything but spaces', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const visible = text.replace(/\s/g, '');
        expect(
          tokenise(text)
            .map((token) => token.raw)
            .join(''),
        ).toBe(visible);
      }),
    );
  });

  test('know where sentences open', () => {
    expect(tokenise('Go. Now, go').map((token) => token.opens)).toEqual([true, false, true, false, false]);
  });
});

describe('phrases', () => {
  const phrases = new Phrases([
    ['new york', 1],
    ['new', 2],
    ['st ives', 3],
    ['self driving', 4],
  ]);

  test.each([
    ['New York City', 1, 2],
    ['new shoes', 2, 1],
    ['St. Ives', 3, 3],
    ['self-driving', 4, 3],
  ])('%s', (text, value, to) => expect(phrases.at(tokenise(text), 0)).toEqual({ value, to }));

  test('do not reach over marks that separate', () => {
    expect(phrases.at(tokenise('new, york'), 0)).toEqual({ value: 2, to: 1 });
    expect(phraseKey('Winston-Salem / N.C.')).toBe('winston salem n c');
  });
});

describe('numbers', () => {
  test.each([
    ['12', 12],
    ['twenty five', 25],
    ['thirty-one', 31],
    ['a dozen', 12],
    ['zero', undefined],
    ['1234567890123', undefined],
  ])('counts %s', (text, value) => expect(countAt(read(text), 0)?.value).toBe(value));

  test.each([
    ['zweitausend', 'de', 2000],
    ['dreihundertfünfzig', 'de', 350],
    ['tremila', 'it', 3000],
    ['vijfhonderd', 'nl', 500],
    ['tausendundein', 'de', undefined],
  ])('reads the compound %s', (text, language, value) =>
    expect(countAt(read(text, language), 0)?.value).toBe(value),
  );

  test.each([
    ['1,500', 1500],
    ['1.500', 1500],
    ['1 500', 1500],
    ["1'500", 1500],
    ['1.500,75', 1500.75],
    ['1,500.75', 1500.75],
    ['2.5', 2.5],
    ['2,5', 2.5],
    ['1,500,000', 1_500_000],
    ['15', 15],
  ])('reads the amount %s', (text, value) => expect(amountAt(read(text), 0)?.value).toBe(value));
});

describe('language', () => {
  test.each([
    ['I want to go to Paris', 'en-US', 'en'],
    ['Ich möchte nach Paris', 'en-US', 'de'],
    ['Je voudrais aller à Paris', 'en-US', 'fr'],
    ['Quiero ir a París', 'en-US', 'es'],
    ['Vorrei andare a Parigi', 'en-US', 'it'],
    ['Gostaria de ir a Paris', 'en-US', 'pt'],
    ['Ik wil naar Parijs', 'en-US', 'nl'],
    ['パリに行きたい', 'en-US', 'ja'],
    ['Boston', 'de-DE', 'de'],
    ['Boston', '', 'en'],
    ['I want to go to Paris', 'de-DE', 'en'],
    ["I'd say $4k, maybe $4.5k max", 'en-US', 'en'],
    ['Boston', 'sv-SE', 'en'],
  ])('%s under %s is %s', (text, locale, language) => expect(detectLanguage(text, locale)).toBe(language));
});
