import { type PlanBlock } from '@travellite/protocol';

/** The sign before a plan's sum (`$` of `$2840`): costs inside the plan are bare numbers in the same currency. */
export const currencySign = (overallCost: string): string =>
  /^\s*([^\d\s.,-]{1,4})\s?\d/.exec(overallCost)?.[1] ?? '';

/** `$2,840` of the contract's `$2840`: long numbers are read in threes. */
export const readableSum = (overallCost: string): string =>
  overallCost.replace(/(?<![\d.,])\d{4,}(?!,)/g, (digits) => Number(digits).toLocaleString('en-US'));

/** `Train, 2 h 15 min, $30`: how to get there, as far as it is known. */
export function formatTransport({ transportation }: PlanBlock, sign: string): string | undefined {
  const { method, duration, cost } = transportation ?? {};
  const price =
    cost === undefined
      ? undefined
      : cost === 0
        ? 'free'
        : `${sign}${Number.isInteger(cost) ? cost : cost.toFixed(2)}`;
  const words = [method, duration, price].filter((part) => part !== undefined && part !== '').join(', ');
  return words === '' ? undefined : words;
}
