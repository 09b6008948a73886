import { convertMoney } from '../currency/money.js';
import { type RateSource } from '../currency/port.js';
import { refusalOf, using } from './using.js';

export interface RateFixture {
  rates: RateSource;
  close?(): Promise<void>;
}

/** The guarantees of `currency/port.ts`, for any adapter. */
export function rateContract(name: string, open: () => Promise<RateFixture>): void {
  describe(`${name} keeps the contract of exchange rates`, () => {
    test.each(['EUR', 'USD', 'JPY'])('base: one unit of %s costs one, every rate is above zero', (base) =>
      using(open, async ({ rates }) => {
        const table = await rates.rates(base);
        expect(table.base).toBe(base);
        expect(table.perUnit[base]).toBe(1);
        expect(Object.values(table.perUnit).filter((rate) => !(rate > 0 && Number.isFinite(rate)))).toEqual(
          [],
        );
      }),
    );

    test('consistency: there and back is the same amount, whatever the base', () =>
      using(open, async ({ rates }) => {
        const table = await rates.rates('USD');
        const euros = convertMoney({ amountMinor: 100_000, currency: 'USD' }, 'EUR', table);
        const back = convertMoney(euros, 'USD', await rates.rates('EUR'));
        expect(Math.abs(back.amountMinor - 100_000)).toBeLessThanOrEqual(1);
      }));

    test('date: the table says of which day it is', () =>
      using(open, async ({ rates }) => {
        const table = await rates.rates('EUR');
        expect(table.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(table.source).toBe(rates.source);
      }));

    test('errors: an unknown currency and an abort', () =>
      using(open, async ({ rates }) => {
        expect(await refusalOf(rates.rates('QQQ'))).toMatchObject({ name: 'TravelError', code: 'not_found' });
        expect(await refusalOf(rates.rates('EUR', { signal: AbortSignal.abort() }))).toMatchObject({
          code: 'cancelled',
        });
      }));
  });
}
