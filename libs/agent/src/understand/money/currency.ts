import { type Money } from '@travellite/protocol';
import {
  currencySymbols,
  currencyWords,
  dollarPrefixes,
  dollarRegions,
  localCurrencyWords,
  regionCurrency,
} from '../data/currencies.js';
import { phrasesOf } from '../text/phrases.js';
import { wordSet } from '../text/word-set.js';
import { type Hit } from '../text/phrases.js';
import { type Source } from '../text/source.js';

const words = phrasesOf(currencyWords);
const localWords = phrasesOf(localCurrencyWords);
const euroLanguages = wordSet('de fr es it pt nl');
const codes = new Set(Intl.supportedValuesOf('currency'));

/** What a bare amount or "$" means to this person. */
export function homeCurrency(source: Source): string {
  const regional = source.region && regionCurrency[source.region];
  // A European language under an American locale: the locale is a default nobody chose.
  if (source.region === 'US' || !regional) {
    if (source.language === 'ja') return 'JPY';
    return euroLanguages.has(source.language) ? 'EUR' : 'USD';
  }
  return regional;
}

function localDollar(source: Source): string {
  return source.region && dollarRegions.has(source.region) ? (regionCurrency[source.region] ?? 'USD') : 'USD';
}

function localPeso(source: Source): string {
  const home = source.region && regionCurrency[source.region];
  return home && ['ARS', 'CLP', 'COP', 'PHP'].includes(home) ? home : 'MXN';
}

/** "900e", as phones make one write it. */
const shortEuro = (source: Source, i: number): string | undefined =>
  source.tokens[i]?.low === 'e' && source.tokens[i]?.glued && source.tokens[i - 1]?.kind === 'number'
    ? 'EUR'
    : undefined;

/** A currency sign, code or word at token `i`. */
export function currencyAt(source: Source, i: number): Hit<string> | undefined {
  const token = source.tokens[i];
  if (!token) return undefined;
  if (token.kind === 'mark') {
    if (token.low === '$') return { value: localDollar(source), to: i + 1 };
    const symbol = currencySymbols[token.low];
    return symbol === undefined ? undefined : { value: symbol, to: i + 1 };
  }
  const next = source.tokens[i + 1];
  if (next?.low === '$' && next.glued) {
    const prefixed = dollarPrefixes[token.low];
    if (prefixed) return { value: prefixed, to: i + 2 };
  }
  const written = currencySymbols[token.low] ?? shortEuro(source, i);
  if (written) return { value: written, to: i + 1 };
  const local = localWords.at(source.tokens, i);
  const word = words.at(source.tokens, i);
  if (word && (!local || word.to >= local.to)) return word;
  if (local)
    return { value: local.value === 'dollar' ? localDollar(source) : localPeso(source), to: local.to };
  const code = token.raw.length === 3 && token.raw === token.raw.toUpperCase() && codes.has(token.raw);
  return code ? { value: token.raw, to: i + 1 } : undefined;
}

const digitsOf = new Map<string, number>();

/** Digits after the decimal mark, as ISO 4217 has them. */
export function minorDigits(currency: string): number {
  let digits = digitsOf.get(currency);
  if (digits === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    digits = format.resolvedOptions().maximumFractionDigits ?? 2;
    digitsOf.set(currency, digits);
  }
  return digits;
}

export const toMoney = (amount: number, currency: string): Money => ({
  amountMinor: Math.round(amount * 10 ** minorDigits(currency)),
  currency,
});
