import fc from 'fast-check';
import { worldGazetteer } from '../../gazetteer/open-gazetteer.js';
import { distanceKm } from '../../geo/distance.js';
import { fromLocal } from '../../geo/time-zones.js';
import { sampleFare } from './fares.js';
import { flyingMinutes, hasDirectFlight, hubs, timetable } from './schedule.js';

const gazetteer = worldGazetteer();
const airport = (code: string) => gazetteer.airport(code)!;

test.each([
  ['JFK', 'CDG', 420, 460],
  ['LHR', 'CDG', 50, 70],
  ['LAX', 'HND', 640, 690],
  ['SIN', 'JFK', 1_090, 1_150],
])('%s to %s flies between %d and %d minutes', (from, to, least, most) => {
  const minutes = flyingMinutes(distanceKm(airport(from).location, airport(to).location));
  expect(minutes).toBeGreaterThanOrEqual(least);
  expect(minutes).toBeLessThanOrEqual(most);
});

test.each([
  ['JFK', 'CDG', true],
  ['LHR', 'SYD', false],
  ['JFK', 'EWR', false],
  ['ROA', 'ATL', true],
  ['ROA', 'CDG', false],
])('%s to %s without a change: %s', (from, to, direct) => {
  expect(hasDirectFlight(airport(from), airport(to))).toBe(direct);
});

test('every hub is a large airport of the table', () => {
  expect(hubs.filter((code) => !gazetteer.airport(code)?.large)).toEqual([]);
});

test('a timetable leaves at its minute and lasts its minutes, over any zones', () => {
  const zones = fc.constantFrom(
    'Europe/Paris',
    'America/New_York',
    'Asia/Kolkata',
    'Pacific/Auckland',
    'Pacific/Honolulu',
  );
  fc.assert(
    fc.property(
      zones,
      zones,
      fc.integer({ min: 300, max: 1_400 }),
      fc.integer({ min: 40, max: 1_900 }),
      (from, to, start, lasts) => {
        const { departs, arrives } = timetable('2027-06-10', start, lasts, { from, to });
        expect(departs.startsWith('2027-06-10T')).toBe(true);
        expect((fromLocal(arrives, to) - fromLocal(departs, from)) / 60_000).toBe(lasts);
      },
    ),
  );
});

test('fares grow with the distance, cabins with their comfort', () => {
  const km = fc.integer({ min: 100, max: 17_000 });
  fc.assert(
    fc.property(km, km, (a, b) => {
      const [near, far] = [Math.min(a, b), Math.max(a, b)];
      expect(sampleFare(near, '2027-05-11', 'economy', 1)).toBeLessThanOrEqual(
        sampleFare(far, '2027-05-11', 'economy', 1),
      );
    }),
  );
  const cabins = (['economy', 'premium_economy', 'business', 'first'] as const).map((cabin) =>
    sampleFare(5_000, '2027-05-11', cabin, 1),
  );
  expect(cabins).toEqual([...cabins].sort((a, b) => a - b));
});

test('Christmas costs more than November, Friday more than Tuesday', () => {
  const fare = (date: string): number => sampleFare(5_800, date, 'economy', 1);
  expect(fare('2026-12-22')).toBeGreaterThan(fare('2026-11-24'));
  expect(fare('2027-05-14')).toBeGreaterThan(fare('2027-05-11'));
});
