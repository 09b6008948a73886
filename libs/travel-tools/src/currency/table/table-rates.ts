import { TravelError } from '@travellite/protocol';
import { refuseIfAborted } from '../../search-options.js';
import { type RateSource } from '../port.js';
import { referenceRates } from './reference-rates.js';

/** Rates of one written-down day: no network, the same in every run. */
export function createTableRates(): RateSource {
  const perEuro: Readonly<Record<string, number>> = referenceRates.perEuro;
  return {
    source: 'reference rates',
    async rates(base, options) {
      refuseIfAborted(options);
      const basePerEuro = perEuro[base];
      if (basePerEuro === undefined) {
        throw new TravelError('not_found', `There is no exchange rate for ${base.slice(0, 3)}.`);
      }
      return {
        date: referenceRates.date,
        base,
        perUnit: Object.fromEntries(
          Object.entries(perEuro).map(([code, units]) => [code, code === base ? 1 : basePerEuro / units]),
        ),
        source: 'reference rates',
        fetchedAt: Date.parse(`${referenceRates.date}T00:00:00Z`),
        sample: false,
      };
    },
  };
}
