import { type Money } from './request.js';

/** Which currency a sign means that several have, where it stands alone. */
const usual: Partial<Record<string, string>> = { $: 'USD', '£': 'GBP', '¥': 'JPY', '￥': 'JPY' };

type Display = 'narrowSymbol' | 'symbol';

const partsOf = (currency: string, locale: string, currencyDisplay: Display) =>
  new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay }).formatToParts(0);

const signIn = (currency: string, locale: string, display: Display): string =>
  partsOf(currency, locale, display).find(({ type }) => type === 'currency')?.value ?? currency;

let counted: Map<string, number> | undefined;

/** How many currencies have each short sign. */
function bearers(): Map<string, number> {
  if (counted) return counted;
  counted = new Map();
  for (const currency of Intl.supportedValuesOf('currency')) {
    const sign = signIn(currency, 'en', 'narrowSymbol');
    counted.set(sign, (counted.get(sign) ?? 0) + 1);
  }
  return counted;
}

/** The short sign where it says which currency it is, else the one that tells it apart: `CA$`, `MX$`, `SEK`. */
function displayOf(currency: string, locale: string): Display {
  const sign = signIn(currency, locale, 'narrowSymbol');
  const shared = (bearers().get(signIn(currency, 'en', 'narrowSymbol')) ?? 1) > 1;
  return shared && usual[sign] !== currency ? 'symbol' : 'narrowSymbol';
}

const localeOf = (language: string): string => (language === 'en' ? 'en-US' : language);

/** `$`, `€`, `CA$`, `CHF`. */
export function currencySign(currency: string, language = 'en'): string {
  const locale = localeOf(language);
  return signIn(currency, locale, displayOf(currency, locale));
}

/** Digits of a currency's minor unit (ISO 4217): cents 2, yen 0. */
const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** Main units (`1204.5` dollars) as a language writes them, without minor units when there are none: `$1,204.50`, `CA$30`, `30 €`. */
export function unitsText(units: number, currency: string, language = 'en'): string {
  const locale = localeOf(language);
  const digits = Number.isInteger(units) ? 0 : minorDigits(currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: displayOf(currency, locale),
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(units);
}

/** The same of an amount in minor units. */
export const moneyText = ({ amountMinor, currency }: Money, language = 'en'): string =>
  unitsText(amountMinor / 10 ** minorDigits(currency), currency, language);
