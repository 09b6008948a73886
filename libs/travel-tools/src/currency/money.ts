import { type Money, TravelError } from '@travellite/protocol';
import { type RateTable } from './port.js';

/** Digits of the minor unit where it is not two (ISO 4217). */
const digits: Readonly<Record<string, number>> = {
  JPY: 0,
  KRW: 0,
  VND: 0,
  CLP: 0,
  ISK: 0,
  PYG: 0,
  UGX: 0,
  XOF: 0,
  XAF: 0,
  RWF: 0,
  BHD: 3,
  JOD: 3,
  KWD: 3,
  OMR: 3,
  TND: 3,
};

/** Digits after the point of a currency's minor unit: 2 for dollars, 0 for yen. */
export const currencyDigits = (currency: string): number => digits[currency] ?? 2;

/** Main units (`12.5` dollars) to money. */
export const toMoney = (amount: number, currency: string): Money => ({
  amountMinor: Math.round(amount * 10 ** currencyDigits(currency)),
  currency,
});

/** Money to main units. */
export const fromMoney = ({ amountMinor, currency }: Money): number =>
  amountMinor / 10 ** currencyDigits(currency);

/**
 * The same worth in another currency, rounded to its minor unit.
 * @throws {TravelError} `not_found` when the table lacks one of the two
 */
export function convertMoney(money: Money, currency: string, table: Pick<RateTable, 'perUnit'>): Money {
  if (money.currency === currency) return money;
  const [from, to] = [table.perUnit[money.currency], table.perUnit[currency]];
  if (from === undefined || to === undefined) {
    const missing = from === undefined ? money.currency : currency;
    throw new TravelError('not_found', `There is no exchange rate for ${missing}.`);
  }
  return toMoney((fromMoney(money) * from) / to, currency);
}
