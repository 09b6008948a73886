import fc from 'fast-check';
import { fromMoney } from '@travellite/travel-tools';
import { fromOverallCost, toOverallCost } from './overall-cost.js';

describe('the sum of an option', () => {
  it.each([
    [420_000, 'USD', '$4200'],
    [298_401, 'USD', '$2985'],
    [99, 'EUR', '€1'],
    [120_000, 'JPY', '¥120000'],
    [10_000, 'CHF', 'CHF 100'],
    [1_500_001, 'KWD', 'KWD 1501'],
    [0, 'USD', '$0'],
  ])('%d minor units of %s are %s', (amountMinor, currency, shown) => {
    expect(toOverallCost({ amountMinor, currency })).toBe(shown);
  });

  it('is never below what was checked, less than one unit above it, and is read back as it is shown', () => {
    const sum = fc.record({
      amountMinor: fc.nat(100_000_000),
      currency: fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', 'CHF', 'GBP'),
    });
    fc.assert(
      fc.property(sum, (money) => {
        const read = fromOverallCost(toOverallCost(money), [money.currency]);
        expect(read?.currency).toBe(money.currency);
        const above = fromMoney(read!) - fromMoney(money);
        expect(above).toBeGreaterThanOrEqual(0);
        expect(above).toBeLessThan(1);
      }),
    );
  });

  it('is read from what a client carried, and not guessed', () => {
    expect(fromOverallCost('$4,200', ['EUR', 'USD'])).toEqual({ amountMinor: 420_000, currency: 'USD' });
    expect(fromOverallCost('€99.50', ['EUR', 'USD'])).toEqual({ amountMinor: 9_950, currency: 'EUR' });
    for (const unclear of ['about $4200', '4200', '$12-14', '', 'free', '£20'])
      expect(fromOverallCost(unclear, ['EUR', 'USD'])).toBeUndefined();
  });
});
