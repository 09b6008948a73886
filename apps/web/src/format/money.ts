import { type Budget, type Money } from '@travellite/protocol';

const formatter = (currency: string, digits?: number) =>
  new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    ...(digits !== undefined && { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  });

/** `$3,000`, `€12.50`, `¥24,000`: without minor units when there are none to show. */
export function formatMoney({ amountMinor, currency }: Money): string {
  try {
    const digits = formatter(currency).resolvedOptions().maximumFractionDigits ?? 2;
    const amount = amountMinor / 10 ** digits;
    return formatter(currency, Number.isInteger(amount) ? 0 : digits).format(amount);
  } catch (fault) {
    // A code that is no currency (RangeError) is shown as it is.
    if (fault instanceof RangeError) return `${amountMinor / 100} ${currency}`;
    throw fault;
  }
}

const scopes: Record<Budget['scope'], string> = {
  total: 'in total',
  per_person: 'per person',
  per_night: 'per night',
  per_day: 'per day',
};

/** `up to $3,000 in total`, `$2,000 – $3,000 per person`. */
export function formatBudget({ kind, max, min, scope }: Budget): string {
  const words = scopes[scope] ?? '';
  if (kind === 'range' && min) return `${formatMoney(min)} – ${formatMoney(max)} ${words}`;
  return `${kind === 'about' ? 'about' : 'up to'} ${formatMoney(max)} ${words}`;
}
