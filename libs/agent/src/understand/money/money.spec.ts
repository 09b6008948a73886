import { readSource } from '../text/source.js';
import { currencyAt, homeCurrency, minorDigits, toMoney } from './currency.js';
import { recogniseMoney } from './recognise.js';

const read = (text: string, locale = 'en-US', language = 'en', asked?: string) =>
  readSource(text, '2026-11-21', locale, language, asked);

/** Amounts of a text as `low-high CUR scope bound`. */
const money = (...input: Parameters<typeof read>): string[] =>
  recogniseMoney(read(...input)).map(({ low, amount, currency, scope, bound }) =>
    [low === undefined ? `${amount}` : `${low}-${amount}`, currency ?? '?', scope ?? '', bound ?? '']
      .join(' ')
      .trim()
      .replace(/ +/g, ' '),
  );

describe('amounts', () => {
  test.each([
    ['$3,000', ['3000 USD']],
    ['3000 USD', ['3000 USD']],
    ['$3000 CAD', ['3000 CAD']],
    ['US$ 500', ['500 USD']],
    ['R$ 20.000', ['20000 BRL']],
    ['3k dollars', ['3000 USD']],
    ['$3.5k', ['3500 USD']],
    ['two thousand five hundred euros', ['2500 EUR']],
    ['a hundred pounds', ['100 GBP']],
    ['half a million yen', ['500000 JPY']],
    ['under $500', ['500 USD max']],
    ['ca. $500', ['500 USD about']],
    ['That is all. $500', ['500 USD']],
    ["can't spend more than $500", ['500 USD max']],
    ['more than $500', ['500 USD min']],
    ['around 800 euros per person', ['800 EUR per_person about']],
    ['$100 - $200', ['100-200 USD range']],
    ['between 2 and 3k dollars', ['2000-3000 USD range']],
    ['$40/day', ['40 USD per_day']],
    ['£90 pp', ['90 GBP per_person']],
    ['1500 max', ['1500 ? max']],
    ['budget 1500', ['1500 ?']],
    ['5 people', []],
    ['room 214', []],
    ['in 2027', []],
    ['10k run', ['10000 ?']],
    ['call me at 555 1234', []],
  ])('%s', (text, expected) => expect(money(text)).toEqual(expected));

  test.each([
    ['zweitausend Euro', 'de', ['2000 EUR']],
    ['1.500,50 €', 'de', ['1500.5 EUR']],
    ['mille euros', 'fr', ['1000 EUR']],
    ['dos mil euros', 'es', ['2000 EUR']],
    ['duemila euro a testa', 'it', ['2000 EUR per_person']],
    ['mil reais', 'pt', ['1000 BRL']],
    ['vijfhonderd euro', 'nl', ['500 EUR']],
  ])('%s', (text, language, expected) => expect(money(text, 'en-US', language)).toEqual(expected));

  test('a bare number is an amount where the budget was asked for', () => {
    expect(money('3000', 'en-US', 'en', 'budget')).toEqual(['3000 ?']);
    expect(money('3000')).toEqual([]);
  });
});

describe('currencies', () => {
  test.each([
    ['en-US', 'en', 'USD'],
    ['en-AU', 'en', 'AUD'],
    ['de-DE', 'de', 'EUR'],
    ['en-US', 'de', 'EUR'],
    ['fr-CH', 'fr', 'CHF'],
    ['', 'en', 'USD'],
    ['', 'ja', 'JPY'],
  ])('at home under %j in %s: %s', (locale, language, currency) =>
    expect(homeCurrency(read('x', locale, language))).toBe(currency),
  );

  test.each([
    ['$', 'en-US', 'USD'],
    ['$', 'en-CA', 'CAD'],
    ['pesos', 'es-AR', 'ARS'],
    ['pesos', 'en-US', 'MXN'],
    ['SEK', 'en-US', 'SEK'],
    ['sek', 'en-US', 'SEK'],
    ['the', 'en-US', undefined],
  ])('%s under %s', (text, locale, currency) =>
    expect(currencyAt(read(text, locale), 0)?.value).toBe(currency),
  );

  test.each([
    ['USD', 2],
    ['JPY', 0],
    ['KWD', 3],
  ])('%s has %i digits', (currency, digits) => expect(minorDigits(currency)).toBe(digits));

  test('minor units are whole', () =>
    expect(toMoney(19.999, 'USD')).toEqual({ amountMinor: 2000, currency: 'USD' }));
});
