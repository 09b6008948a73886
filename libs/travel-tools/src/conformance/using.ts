/** Opens a fixture for one check and closes it whatever happens. */
export async function using<Fixture extends { close?(): Promise<void> }>(
  open: () => Promise<Fixture>,
  check: (fixture: Fixture) => Promise<void>,
): Promise<void> {
  const fixture = await open();
  try {
    await check(fixture);
  } finally {
    await fixture.close?.();
  }
}

/** The refusal of a search as it was thrown; the value itself when there was none. */
export const refusalOf = (search: Promise<unknown>): Promise<unknown> =>
  search.catch((thrown: unknown) => thrown);

/** Whole minor units above zero with a currency code. */
export function expectPrice(price: { amountMinor: number; currency: string }, least = 1): void {
  expect(Number.isInteger(price.amountMinor)).toBe(true);
  expect(price.amountMinor).toBeGreaterThanOrEqual(least);
  expect(price.currency).toMatch(/^[A-Z]{3}$/);
}

/** Waits for a condition; fails when it does not come true within five seconds. */
export async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('The awaited condition did not come true.');
    await new Promise(setImmediate);
  }
}
