import { type PlaceRef } from '@travellite/protocol';
import { addDays } from '../geo/time-zones.js';
import { type WeatherSource } from '../weather/port.js';
import { refusalOf, using } from './using.js';

export interface WeatherFixture {
  weather: WeatherSource;
  city: PlaceRef;
  /** A first day for which it has an answer. */
  from: string;
  close?(): Promise<void>;
}

/** The guarantees of `weather/port.ts`, for any adapter. */
export function weatherContract(name: string, open: () => Promise<WeatherFixture>): void {
  describe(`${name} keeps the contract of weather`, () => {
    test.each([0, 6, 30])('days: one entry a day, none missing (%d more days)', (more) =>
      using(open, async ({ weather, city, from }) => {
        const days = await weather.days({ city, from, to: addDays(from, more) });
        expect(days.map(({ date }) => date)).toEqual(
          Array.from({ length: more + 1 }, (_, day) => addDays(from, day)),
        );
      }),
    );

    test('sense: highs not below lows, chances between 0 and 1, words', () =>
      using(open, async ({ weather, city, from }) => {
        for (const day of await weather.days({ city, from, to: addDays(from, 20) })) {
          expect(day.highC).toBeGreaterThanOrEqual(day.lowC);
          expect(day.rainChance).toBeGreaterThanOrEqual(0);
          expect(day.rainChance).toBeLessThanOrEqual(1);
          expect(day.summary.length).toBeGreaterThan(2);
        }
      }));

    test('honesty: a day of next year is never a forecast', () =>
      using(open, async ({ weather, city, from }) => {
        const [day] = await weather.days({ city, from: addDays(from, 300), to: addDays(from, 300) });
        expect(day!.basis).toBe('normal');
      }));

    test.each<[string, object, string]>([
      ['a last day before the first', { to: '2020-01-01' }, 'invalid'],
      ['a day that does not exist', { to: '2027-02-30' }, 'invalid'],
      ['an unknown city', { city: { name: 'Xyzzyville', kind: 'city' } }, 'not_found'],
    ])('errors: %s is refused', (_what, change, code) =>
      using(open, async ({ weather, city, from }) => {
        const query = { city, from, to: from, ...change };
        expect(await refusalOf(weather.days(query))).toMatchObject({ name: 'TravelError', code });
      }),
    );

    test('errors: an aborted question rejects with cancelled', () =>
      using(open, async ({ weather, city, from }) => {
        const aborted = weather.days({ city, from, to: from }, { signal: AbortSignal.abort() });
        expect(await refusalOf(aborted)).toMatchObject({ name: 'TravelError', code: 'cancelled' });
      }));
  });
}
