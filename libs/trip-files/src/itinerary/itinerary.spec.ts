import { option, trip } from '../testing/sample-trip.js';
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
