import { currencySign, type Money } from '@travellite/protocol';
import { currencyDigits, fromMoney } from '@travellite/travel-tools';

/** A sum in the form of the trip-chat contract, `$4200`: whole units, rounded up, so that it is never below what was checked. */
export function toOverallCost(sum: Money): string {
  const whole = Math.ceil(fromMoney(sum));
  const symbol = currencySign(sum.currency);
  return /^\p{L}+$/u.test(symbol) ? `${symbol} ${whole}` : `${symbol}${whole}`;
}

/** The sum of an option, ours or one a client carried (`$4,200`); undefined when it names no amount or no currency of `currencies`. */
export function fromOverallCost(shown: string, currencies: readonly string[]): Money | undefined {
  const amount = /^(\D*?)\s?(\d[\d,]*(?:\.\d+)?)$/.exec(shown.trim());
  if (!amount) return undefined;
  const [, symbol = '', digits = ''] = amount;
  const currency = currencies.find((code) => currencySign(code) === symbol);
  if (currency === undefined) return undefined;
  const units = Number(digits.replaceAll(',', ''));
  return { amountMinor: Math.round(units * 10 ** currencyDigits(currency)), currency };
}
