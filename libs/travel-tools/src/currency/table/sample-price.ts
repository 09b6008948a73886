import { type Money } from '@travellite/protocol';
import { toMoney } from '../money.js';
import { referenceRates } from './reference-rates.js';

const perEuro: Readonly<Record<string, number>> = referenceRates.perEuro;

/** A made-up price thought of in euros, in the wished currency, rounded as prices are; euros for a currency not in the table. */
export function samplePrice(euros: number, currency: string): Money {
  const units = perEuro[currency];
  if (units === undefined) return toMoney(Math.max(1, Math.round(euros)), 'EUR');
  const amount = euros * units;
  // Prices end in whole units, large ones in tens or hundreds.
  const step = amount >= 20_000 ? 100 : amount >= 2_000 ? 10 : 1;
  return toMoney(Math.max(step, Math.round(amount / step) * step), currency);
}

/** The worth of money in euros; undefined for a currency not in the table. */
export function euroRate(currency: string): number | undefined {
  const units = perEuro[currency];
  return units === undefined ? undefined : 1 / units;
}
