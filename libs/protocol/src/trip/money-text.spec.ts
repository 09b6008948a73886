import { currencySign, moneyText, unitsText } from './money-text.js';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('a sum of money', () => {
  it.each([
    [300_000, 'USD', 'en', '$3,000'],
    [120_450, 'USD', 'en', '$1,204.50'],
    [24_000, 'JPY', 'en', '¥24,000'],
    [3_000, 'EUR', 'en', '€30'],
    [3_000, 'CAD', 'en', 'CA$30'],
    [3_000, 'AUD', 'en', 'A$30'],
    [3_000, 'MXN', 'en', 'MX$30'],
    [3_000, 'CNY', 'en', 'CN¥30'],
    [3_000, 'SEK', 'en', 'SEK 30'],
    [3_000, 'THB', 'en', '฿30'],
    [3_000, 'EUR', 'de', '30 €'],
    [3_050, 'USD', 'de', '30,50 $'],
    [3_000, 'CAD', 'de', '30 CA$'],
    [3_000, 'USD', 'es', '30 $'],
    [3_000, 'GBP', 'fr', '30 £'],
  ])('of %d %s is written in %s as %s', (amountMinor, currency, language, shown) => {
    expect(plain(moneyText({ amountMinor, currency }, language))).toBe(shown);
  });

  it.each(['en', 'es', 'fr', 'de', 'it', 'pt', 'nl', 'ja'])(
    'of two currencies is never written alike in %s',
    (language) => {
      const dollars = ['USD', 'CAD', 'AUD', 'NZD', 'MXN', 'SGD', 'HKD', 'ARS', 'CLP', 'COP', 'BRL'];
      const others = ['EUR', 'GBP', 'EGP', 'JPY', 'CNY', 'SEK', 'NOK', 'DKK', 'ISK', 'INR', 'PKR', 'CHF'];
      const all = [...dollars, ...others].map((currency) => unitsText(7, currency, language));
      expect(new Set(all).size).toBe(all.length);
    },
  );

  it('has a sign of its own', () => {
    expect(['USD', 'EUR', 'CAD', 'CHF', 'SEK'].map((currency) => currencySign(currency))).toEqual([
      '$',
      '€',
      'CA$',
      'CHF',
      'SEK',
    ]);
  });
});
