import { type Polarity } from '../wishes/polarity.js';

/** Not wanted, or no longer. */
export const isNegative = (polarity: Polarity): boolean => polarity === 'avoid' || polarity === 'remove';

export const without = <T>(list: readonly T[] | undefined, value: T): T[] =>
  (list ?? []).filter((item) => item !== value);
export const including = <T>(list: readonly T[] | undefined, value: T): T[] =>
  list?.includes(value) ? [...list] : [...(list ?? []), value];

/** Adds `value` to `wanted`, or moves it to `refused`; taking back something wanted only removes it. */
export function place<T>(
  wanted: T[] | undefined,
  refused: T[] | undefined,
  value: T,
  polarity: Polarity,
): { wanted: T[]; refused: T[] } {
  if (!isNegative(polarity)) return { wanted: including(wanted, value), refused: without(refused, value) };
  const taken = polarity === 'remove' && wanted?.includes(value);
  return {
    wanted: without(wanted, value),
    refused: taken ? [...(refused ?? [])] : including(refused, value),
  };
}
