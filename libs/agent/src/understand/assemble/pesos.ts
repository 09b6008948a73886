import { type MoneySpan } from '../money/recognise.js';
import { type PlaceSpan } from '../places/recognise.js';

/** Countries that pay in pesos of their own, with the code (ISO 4217). */
const pesos: Record<string, string> = {
  AR: 'ARS',
  CL: 'CLP',
  CO: 'COP',
  CU: 'CUP',
  DO: 'DOP',
  PH: 'PHP',
  UY: 'UYU',
};

/** "dos millones de pesos" in a trip from Bogotá: those of the country that is talked about, the first one named. */
export function localPesos(money: MoneySpan[], places: readonly PlaceSpan[]): MoneySpan[] {
  const code = places.map(({ place }) => pesos[place.country ?? '']).find((one) => one !== undefined);
  if (code === undefined || places.some(({ place }) => place.country === 'MX')) return money;
  return money.map((span) =>
    span.currency === 'MXN' && /peso/i.test(span.said) ? { ...span, currency: code } : span,
  );
}
