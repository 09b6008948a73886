import { type OpeningHours } from '@travellite/protocol';
import fc from 'fast-check';
import { formatOpeningHours, parseOpeningHours } from './opening-hours.js';

const nineToFive = [{ open: 540, close: 1020 }];

test.each<[string, OpeningHours]>([
  [
    'Mo-Su 09:00-17:00',
    {
      1: nineToFive,
      2: nineToFive,
      3: nineToFive,
      4: nineToFive,
      5: nineToFive,
      6: nineToFive,
      7: nineToFive,
    },
  ],
  ['Tu 09:00-17:00', { 2: nineToFive }],
  ['Mo,We 9:00-17:00', { 1: nineToFive, 3: nineToFive }],
  ['Sa-Mo 09:00-17:00', { 6: nineToFive, 7: nineToFive, 1: nineToFive }],
  [
    'Fr 12:00-14:00,19:00-22:30',
    {
      5: [
        { open: 720, close: 840 },
        { open: 1140, close: 1350 },
      ],
    },
  ],
  [
    'Fr 19:00-22:30, 12:00-14:00',
    {
      5: [
        { open: 720, close: 840 },
        { open: 1140, close: 1350 },
      ],
    },
  ],
  ['Mo-Tu 09:00-17:00; Tu off', { 1: nineToFive }],
  ['Mo-Tu 09:00-17:00; Tu 10:00-12:00', { 1: nineToFive, 2: [{ open: 600, close: 720 }] }],
])('%s', (text, hours) => {
  expect(parseOpeningHours(text)).toEqual(hours);
});

test('a span that ends after midnight closes past 1440, in either writing', () => {
  const late = { 6: [{ open: 1320, close: 1560 }] };
  expect(parseOpeningHours('Sa 22:00-02:00')).toEqual(late);
  expect(parseOpeningHours('Sa 22:00-26:00')).toEqual(late);
});

test('without days it is every day, and 24/7 is always', () => {
  expect(parseOpeningHours('09:00-17:00')).toEqual(parseOpeningHours('Mo-Su 09:00-17:00'));
  expect(parseOpeningHours('24/7')).toBe('always');
});

test.each([
  '',
  'sunrise-sunset',
  'Mo 25',
  'Mo-Xx 09:00-17:00',
  'Mo 09:00',
  'Mo 09:60-17:00',
  'Mo-Tu off',
  'May-Sep 09:00-17:00',
  'Mo 09:00-17:00-18:00',
])('says nothing rather than guess: "%s"', (text) => {
  expect(parseOpeningHours(text)).toBeUndefined();
});

test('what is formatted reads back as the same hours', () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
    .map(([open, length]) => ({ open, close: open + length }));
  const hours = fc
    .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 })
    .chain((days) => fc.tuple(...days.map((day) => span.map((one) => [day, [one]] as const))))
    .map((entries) => Object.fromEntries(entries) as OpeningHours);
  fc.assert(
    fc.property(hours, (given) => expect(parseOpeningHours(formatOpeningHours(given))).toEqual(given)),
  );
});

test('equal days are joined', () => {
  expect(formatOpeningHours(parseOpeningHours('Mo 09:00-17:00; We-Su 09:00-17:00') as OpeningHours)).toBe(
    'Mo 09:00-17:00; We-Su 09:00-17:00',
  );
  expect(formatOpeningHours(undefined)).toBe('24/7');
});
