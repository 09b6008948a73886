import { option, trip } from '../testing/sample-trip.js';
import { momentsOf } from './moments.js';
import { optionCount, toItinerary, usualOption } from './itinerary.js';

describe('an itinerary', () => {
  it('is an option of the trip, counted from 1', () => {
    expect(toItinerary(trip(), 1)?.option).toEqual({
      number: 1,
      of: 2,
      name: 'Cheapest',
      names: ['Cheapest', 'Balanced'],
      notes: 'The lowest total of these. The sum is for two travellers.',
      cost: '$2100',
      currency: 'USD',
    });
    expect(toItinerary(trip(), 2)?.option.name).toBe('Balanced');
  });

  it.each([0, 3, -1, 1.5, NaN])('there is none of number %d', (number) => {
    expect(toItinerary(trip(), number)).toBeUndefined();
  });

  it('is of the option that was chosen, or the first', () => {
    expect([undefined, 0, 1, 2].map((chosen) => usualOption(trip({ chosen })))).toEqual([1, 1, 2, 1]);
    expect(optionCount(trip())).toBe(2);
  });

  it('counts the morning of leaving as a day', () => {
    const days = toItinerary(trip(), 1)!.days;
    expect(days.map(({ number, date }) => [number, date])).toEqual([
      [1, '2026-10-23'],
      [2, '2026-10-24'],
      [3, '2026-10-25'],
      [4, '2026-10-26'],
    ]);
    expect(days[1]?.lodging).toEqual({ name: 'Hotel of Paris (2 rooms)', cost: 180 });
  });

  it.each([
    ['an earlier one', '2026-10-01'],
    ['one of another year', '2036-10-24'],
    ['none', undefined],
  ])('counts the date of a day on when the day names %s', (_what, date) => {
    const [first, second, ...rest] = option.days;
    const days = [first!, { ...second!, date }, ...rest];
    expect(toItinerary(trip({ plan: [{ ...option, days }] }), 1)?.days[1]?.date).toBe('2026-10-24');
  });

  it('says which parts of it are sample data', () => {
    expect(toItinerary(trip(), 1)?.sample).toBe(true);
    expect(toItinerary(trip({ plan: [{ ...option, sample: undefined }] }), 1)?.sample).toBe(false);
  });

  it('has a title when nobody named a place, and a name when the notes hold none', () => {
    const request = { ...trip().request, destinations: [] };
    const bare = toItinerary(trip({ request, plan: [{ ...option, general_notes: 'No colon here.' }] }), 1);
    expect([bare?.title, bare?.option.name, bare?.option.notes]).toEqual([
      'Trip',
      'Option 1',
      'No colon here.',
    ]);
  });
});

describe('a time by the clock', () => {
  const day = '2026-12-15';
  const spanOf = (time: string) => {
    const { starts, ends } = momentsOf({ time, description: '' }, day, []);
    return starts && ends ? `${starts.at.slice(8)} ${ends.at.slice(8)}` : undefined;
  };

  it.each([
    ['9:00 AM - 11:30 AM', '15T09:00 15T11:30'],
    ['1:00 - 3:00 PM', '15T13:00 15T15:00'],
    ['11:00 - 1:00 PM', '15T11:00 15T13:00'],
    ['12:00 - 1:00 PM', '15T12:00 15T13:00'],
    ['11:30 - 12:30 PM', '15T11:30 15T12:30'],
    ['9:00 - 10:00 AM', '15T09:00 15T10:00'],
    ['10:00 - 1:00 AM', '15T22:00 16T01:00'],
    ['13:00 - 3:00 PM', '15T13:00 15T15:00'],
    ['22:00 - 1:00', '15T22:00 16T01:00'],
    ['13:00 - 15:00', '15T13:00 15T15:00'],
    ['soon', undefined],
  ])('%s is %s', (time, span) => expect(spanOf(time)).toBe(span));
});
