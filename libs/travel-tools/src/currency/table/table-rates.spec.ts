import { countryFacts } from '../../gazetteer/country-facts.js';
import { worldGazetteer } from '../../gazetteer/open-gazetteer.js';
import { rateContract } from '../../conformance/rate-contract.js';
import { referenceRates } from './reference-rates.js';
import { samplePrice } from './sample-price.js';
import { createTableRates } from './table-rates.js';

rateContract('table of rates', async () => ({ rates: createTableRates() }));

test('every currency of a country in the table has a rate', () => {
  const countries = new Set(
    worldGazetteer()
      .citiesIn({})
      .map(({ country }) => country),
  );
  const missing = [...countries].filter(
    (country) => !(countryFacts(country).currency in referenceRates.perEuro),
  );
  expect(missing).toEqual([]);
});

test('sample prices are round in every currency and fall back to euros', () => {
  expect(samplePrice(100, 'USD')).toEqual({ amountMinor: 11_700, currency: 'USD' });
  expect(samplePrice(100, 'JPY')).toEqual({ amountMinor: 16_920, currency: 'JPY' });
  expect(samplePrice(100, 'IDR').amountMinor % 10_000).toBe(0);
  expect(samplePrice(12.4, 'QQQ')).toEqual({ amountMinor: 1_200, currency: 'EUR' });
});
