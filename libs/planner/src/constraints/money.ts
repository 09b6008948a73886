import { type Catalogue, type Money, type TripRequest, unitsText } from '@travellite/protocol';

/** Currencies whose minor unit is not a hundredth (ISO 4217). */
const exponents: Record<string, number> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
};

/** Digits after the point: 2 for dollars, 0 for yen, 3 for dinars. */
export const minorDigits = (currency: string): number => exponents[currency] ?? 2;

/** Turns a catalogue price into minor units of one currency; undefined when no rate is known. */
export type Convert = (price: Money) => number | undefined;

/** The currency sums are made in: the budget's, else that of the rates, else that of the first price. */
export function planCurrency(request: TripRequest, catalogue: Catalogue): string {
  const first =
    catalogue.stays[0]?.pricePerNight ??
    catalogue.restaurants[0]?.price ??
    catalogue.flights[0]?.price ??
    catalogue.legs[0]?.price ??
    catalogue.attractions[0]?.price;
  return request.budget?.max.currency ?? catalogue.rates?.base ?? first?.currency ?? 'USD';
}

/** A price is converted once, rounded to the nearest minor unit, and only then multiplied by people, rooms or nights. */
export function converter(rates: Catalogue['rates'], currency: string): Convert {
  const inBase = (code: string) => (code === rates?.base ? 1 : rates?.perUnit[code]);
  const factors = new Map<string, number | undefined>();
  const factorOf = (code: string) => {
    const [from, to] = [inBase(code), inBase(currency)];
    return from === undefined || to === undefined || !(to > 0)
      ? undefined
      : (from / to) * 10 ** (minorDigits(currency) - minorDigits(code));
  };
  return (price) => {
    if (price.currency === currency) return price.amountMinor;
    if (!factors.has(price.currency)) factors.set(price.currency, factorOf(price.currency));
    const factor = factors.get(price.currency);
    return factor === undefined ? undefined : Math.round(price.amountMinor * factor);
  };
}

/** A sum as people are told it: in whole units, rounded up so that it is never below what was added up. */
export function sumText(amountMinor: number, currency: string): string {
  const unit = 10 ** minorDigits(currency);
  return moneyText(Math.ceil(amountMinor / unit) * unit, currency);
}

/** What is left of a limit after a sum, both in whole units, so that the two shown figures add up. */
export function restText(limitMinor: number, amountMinor: number, currency: string): string {
  const unit = 10 ** minorDigits(currency);
  const rest = Math.floor(limitMinor / unit) - Math.ceil(amountMinor / unit);
  return moneyText(Math.max(0, rest) * unit, currency);
}

/** `$3,150`, `¥12,000`, `$19.99`. */
export const moneyText = (amountMinor: number, currency: string): string =>
  unitsText(amountMinor / 10 ** minorDigits(currency), currency);
