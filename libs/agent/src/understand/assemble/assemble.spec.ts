import fc from 'fast-check';
import { emptyTripRequest, type TripDates, type TripRequest } from '@travellite/protocol';
import { understand } from '../understand.js';
import { type UnderstandContext } from '../understanding.js';
import { applyPatch, patchBetween, same } from './patch.js';

const today = '2026-11-21';

const after = (
  text: string,
  request: Partial<TripRequest> = {},
  more: Partial<UnderstandContext> = {},
): TripRequest =>
  understand(text, today, 'en-US', { request: { ...emptyTripRequest(), ...request }, ...more }).request;

describe('days and nights', () => {
  const dates = (text: string, before?: TripDates): TripDates | undefined => {
    const result = after(text, before ? { dates: before } : {}).dates;
    if (!result) return undefined;
    const { said: _, ...rest } = result;
    return rest;
  };
  const week: TripDates = { start: '2026-12-15', end: '2026-12-22', nights: 7, days: 7 };

  test.each<[string, TripDates]>([
    ['December 15 to 22', week],
    ['December 15 to 22 for 8 days', { ...week, days: 8 }],
    ['5 days', { days: 5, nights: 4 }],
    ['5 nights', { days: 5, nights: 5 }],
    ['5 days and 3 nights', { days: 5, nights: 3 }],
    ['from December 15 for 5 days', { start: '2026-12-15', end: '2026-12-19', days: 5, nights: 4 }],
    ['until December 20, 5 nights', { start: '2026-12-15', end: '2026-12-20', days: 5, nights: 5 }],
    [
      '5 days between December 1 and 20',
      { window: { from: '2026-12-01', to: '2026-12-20' }, days: 5, nights: 4 },
    ],
    ['2 days next weekend', { start: '2026-11-28', end: '2026-11-29', days: 2, nights: 1 }],
    ['December 15 to 15', { start: '2026-12-15', end: '2026-12-15', nights: 0, days: 1 }],
  ])('%s', (text, expected) => expect(dates(text)).toEqual(expected));

  test.each<[string, TripDates]>([
    ['make it 5 days', { start: '2026-12-15', end: '2026-12-19', nights: 4, days: 5 }],
    ['start on the 17th instead', { start: '2026-12-17', end: '2026-12-24', nights: 7, days: 7 }],
    ['until December 24', { start: '2026-12-15', end: '2026-12-24', nights: 9, days: 9 }],
    ['two days longer', { start: '2026-12-15', end: '2026-12-24', nights: 9, days: 9 }],
    ['a day shorter', { start: '2026-12-15', end: '2026-12-21', nights: 6, days: 6 }],
    ['one week later', { start: '2026-12-22', end: '2026-12-29', nights: 7, days: 7 }],
    ['in January instead', { window: { from: '2027-01-01', to: '2027-01-31' }, nights: 7, days: 7 }],
  ])('then "%s"', (text, expected) => expect(dates(text, week)).toEqual(expected));

  test('a start, an end and the nights always agree', () => {
    const lines = fc.array(
      fc.constantFrom(
        'December 3 to 9',
        '5 days',
        '3 nights',
        'start on December 12',
        'until December 20',
        'two days longer',
        'a day shorter',
        'next weekend',
        'in March',
        'a week later',
      ),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(lines, (said) => {
        let request = emptyTripRequest();
        for (const line of said) request = understand(line, today, 'en-US', { request }).request;
        const { start, end, nights } = request.dates ?? {};
        if (start === undefined || end === undefined) return;
        const length = (Date.parse(end) - Date.parse(start)) / 86_400_000;
        expect(length).toBeGreaterThanOrEqual(0);
        expect(nights).toBe(length);
      }),
    );
  });
});

describe('destinations', () => {
  const names = (text: string, request: TripRequest, asked?: string): string[] =>
    after(text, request, { asked }).destinations.map((place) => place.name);
  const japan = after('Tokyo and Kyoto from Boston');

  test.each([
    ['add Osaka', ['Tokyo', 'Kyoto', 'Osaka']],
    ['also Osaka', ['Tokyo', 'Kyoto', 'Osaka']],
    ['remove Tokyo', ['Kyoto']],
    ['Osaka instead of Tokyo', ['Osaka', 'Kyoto']],
    ['replace Kyoto with Osaka', ['Tokyo', 'Osaka']],
    ['plan a trip to Lisbon', ['Lisbon']],
    ['no, I meant Osaka', ['Tokyo', 'Osaka']],
    ['Tokyo again', ['Tokyo', 'Kyoto']],
    ['remove Lisbon', ['Tokyo', 'Kyoto']],
    ['what is the food like in Osaka?', ['Tokyo', 'Kyoto']],
    ['back to Boston on Sunday', ['Tokyo', 'Kyoto']],
  ])('%s', (text, expected) => expect(names(text, japan)).toEqual(expected));

  test('a country gives way to its cities', () => {
    expect(names('Tokyo and Kyoto', after('two weeks in Japan'), 'destination')).toEqual(['Tokyo', 'Kyoto']);
  });

  test('home is no destination', () => {
    expect(after('from Boston to Rome and back to Boston')).toMatchObject({
      origin: { name: 'Boston' },
      destinations: [{ name: 'Rome' }],
    });
  });

  test('a refused place that was no destination is avoided', () => {
    expect(after('Italy but not Venice').avoid).toEqual(['Venice']);
  });
});

describe('the budget', () => {
  const before = after('budget $2000');
  const budget = (text: string) => after(text, before).budget?.max;

  test.each([
    ['make it 2500', 250_000],
    ['raise the budget by 500', 250_000],
    ['lower it by $300', 170_000],
    ['double the budget', 400_000],
    ['half the budget', 100_000],
    ['$150 a night for the hotel', 200_000],
  ])('%s', (text, amountMinor) => {
    const asked = text.startsWith('make') ? 'budget' : undefined;
    expect(after(text, before, { asked }).budget?.max).toEqual({ amountMinor, currency: 'USD' });
  });

  test.each([
    'no budget limit',
    'remove the budget',
    'drop the price limit',
    'money is no object',
    'forget about the budget constraint',
  ])('%s', (text) => {
    const request = after(text, before);
    expect(request.budget).toBeUndefined();
    expect(request.budgetUnlimited).toBe(true);
  });

  test('a new amount is a limit again', () => {
    const request = after('$900', after('no budget limit'));
    expect(request.budgetUnlimited).toBeUndefined();
    expect(budget('$900')).toEqual({ amountMinor: 90_000, currency: 'USD' });
    expect(request.budget?.max.amountMinor).toBe(90_000);
  });
});

describe('patches', () => {
  const requests = fc.constantFrom(
    emptyTripRequest(),
    after('3 days in Rome from Boston for two, $2000, museums, no flights, entire apartment'),
    after('a week in Japan in May, vegan, relaxed, must see the Golden Pavilion'),
  );

  test('lead from one request to the other', () => {
    fc.assert(
      fc.property(requests, requests, (before, next) => {
        expect(same(applyPatch(before, patchBetween(before, next)), next)).toBe(true);
      }),
    );
  });

  test('are empty between equals', () => {
    fc.assert(
      fc.property(requests, (request) => {
        expect(patchBetween(request, structuredClone(request))).toEqual({ set: {}, remove: [] });
      }),
    );
  });

  test('starting over clears every field', () => {
    const before = after('3 days in Rome from Boston for two, $2000, museums, no flights');
    expect(after('start over', before)).toEqual(emptyTripRequest());
  });
});
