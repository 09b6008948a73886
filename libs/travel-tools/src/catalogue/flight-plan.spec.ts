import { type CatalogueCity, type GroundLeg } from '@travellite/protocol';
import fc from 'fast-check';
import { planFlightSearches } from './flight-plan.js';

const city = (name: string): CatalogueCity => ({ name, place: { name, kind: 'city' } });
const leg = (from: string, to: string, durationMinutes: number, mode: GroundLeg['mode'] = 'train') =>
  ({ from, to, durationMinutes, mode }) as GroundLeg;
const plan = (more: Partial<Parameters<typeof planFlightSearches>[0]> = {}): string[] =>
  planFlightSearches({
    origin: { name: 'Home', kind: 'city' },
    cities: [city('A')],
    start: '2027-05-01',
    end: '2027-05-05',
    legs: [],
    limit: 80,
    ...more,
  }).map(({ from, to, date }) => `${from.name}-${to.name} ${date.slice(8)}`);

test('one city: out on the first day, home on the last', () => {
  expect(plan()).toEqual(['Home-A 01', 'A-Home 05']);
});

test('two cities far apart: both as first and last, and each way on every day between', () => {
  const searches = plan({ cities: [city('A'), city('B')] });
  expect(searches).toEqual(expect.arrayContaining(['Home-B 01', 'B-Home 05', 'A-B 02', 'A-B 04', 'B-A 03']));
  expect(searches).toHaveLength(4 + 6);
});

test('cities that a train joins within five hours are not flown between; a taxi does not count', () => {
  const cities = [city('A'), city('B')];
  expect(plan({ cities, legs: [leg('A', 'B', 300), leg('B', 'A', 300)] })).toHaveLength(4);
  expect(plan({ cities, legs: [leg('A', 'B', 301), leg('B', 'A', 120, 'taxi')] })).toHaveLength(10);
});

test('without an origin only the flights between remain', () => {
  expect(plan({ origin: undefined, cities: [city('A'), city('B')] })).toHaveLength(6);
});

test('home as a destination is not flown to', () => {
  expect(
    plan({ cities: [city('Home'), city('A')], legs: [leg('Home', 'A', 60), leg('A', 'Home', 60)] }),
  ).toEqual(['Home-A 01', 'A-Home 05']);
});

test('a trip of one day has no days between', () => {
  expect(plan({ end: '2027-05-01', cities: [city('A'), city('B')] })).toHaveLength(4);
});

test('never more than the limit, never twice the same, every pair at least once while there is room', () => {
  const sizes = fc.tuple(
    fc.integer({ min: 1, max: 8 }),
    fc.integer({ min: 0, max: 20 }),
    fc.integer({ min: 1, max: 120 }),
  );
  fc.assert(
    fc.property(sizes, ([count, days, limit]) => {
      const cities = Array.from({ length: count }, (_, at) => city(`C${at}`));
      const end = new Date(Date.UTC(2027, 4, 1 + days)).toISOString().slice(0, 10);
      const searches = plan({ cities, end, limit });
      expect(searches.length).toBeLessThanOrEqual(limit);
      const [outer, pairs] = [count * 2, count * (count - 1)];
      if (days > 1 && limit >= outer + pairs) {
        const flown = new Set(searches.slice(outer).map((text) => text.split(' ')[0]));
        expect(flown.size).toBe(pairs);
      }
      if (days > 0) expect(new Set(searches).size).toBe(searches.length);
    }),
  );
});
