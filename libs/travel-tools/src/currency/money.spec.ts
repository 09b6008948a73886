import fc from 'fast-check';
import { convertMoney, currencyDigits, fromMoney, toMoney } from './money.js';

test('minor units follow the currency', () => {
  expect(currencyDigits('USD')).toBe(2);
  expect(currencyDigits('JPY')).toBe(0);
  expect(currencyDigits('KWD')).toBe(3);
  expect(toMoney(12.345, 'USD')).toEqual({ amountMinor: 1_235, currency: 'USD' });
  expect(toMoney(12.345, 'JPY')).toEqual({ amountMinor: 12, currency: 'JPY' });
  expect(fromMoney({ amountMinor: 12_345, currency: 'KWD' })).toBe(12.345);
});

test('conversion counts the different minor units', () => {
  const table = { perUnit: { USD: 1, JPY: 1 / 150, KWD: 3.2 } };
  expect(convertMoney({ amountMinor: 15_000, currency: 'JPY' }, 'USD', table)).toEqual({
    amountMinor: 10_000,
    currency: 'USD',
  });
  expect(convertMoney({ amountMinor: 3_200, currency: 'USD' }, 'KWD', table)).toEqual({
    amountMinor: 10_000,
    currency: 'KWD',
  });
});

test('money in the same currency stays as it is, even without a rate', () => {
  expect(convertMoney({ amountMinor: 5, currency: 'XYZ' }, 'XYZ', { perUnit: {} })).toEqual({
    amountMinor: 5,
    currency: 'XYZ',
  });
});

test('a missing rate is named', () => {
  expect(() => convertMoney({ amountMinor: 5, currency: 'XYZ' }, 'USD', { perUnit: { USD: 1 } })).toThrow(
    /XYZ/,
  );
});

test('going to another currency and back loses at most its rounding', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e9 }),
      fc.double({ min: 0.001, max: 1_000, noNaN: true }),
      (amountMinor, rate) => {
        const table = { perUnit: { USD: 1, EUR: rate } };
        const there = convertMoney({ amountMinor, currency: 'USD' }, 'EUR', table);
        const back = convertMoney(there, 'USD', table);
        expect(Math.abs(back.amountMinor - amountMinor)).toBeLessThanOrEqual(Math.max(1, rate));
      },
    ),
  );
});
