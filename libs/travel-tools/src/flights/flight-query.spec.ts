import fc from 'fast-check';
import { worldGazetteer } from '../gazetteer/open-gazetteer.js';
import { airportPairs, checkFlightQuery, flightCode, isIsoDate, requireCity } from './flight-query.js';
import { type FlightQuery } from './port.js';

const gazetteer = worldGazetteer();
const nowMs = Date.UTC(2026, 10, 21, 12);
const query: FlightQuery = {
  from: { name: 'New York', kind: 'city' },
  to: { name: 'Paris', kind: 'city' },
  date: '2026-12-15',
  adults: 2,
};
const check = (change: Partial<FlightQuery>) => () => checkFlightQuery({ ...query, ...change }, nowMs);
const code = (name: string): string => flightCode(gazetteer, requireCity(gazetteer, { name, kind: 'city' }));

test.each(['2026-12-15', '2028-02-29', '2026-11-20'])('%s is a day one can fly on', (date) => {
  expect(check({ date })).not.toThrow();
});

test.each(['2026-11-19', '2026-02-30', '2027-13-01', '2026-1-1', '15.12.2026', '', '2026-12-15T00:00'])(
  '"%s" is refused',
  (date) => {
    expect(check({ date })).toThrow(expect.objectContaining({ code: 'invalid' }));
  },
);

test.each<[string, Partial<FlightQuery>]>([
  ['no adult', { adults: 0 }],
  ['a fraction of an adult', { adults: 1.5 }],
  ['fewer than no children', { children: -1 }],
  ['more infants than laps', { infants: 3 }],
  ['not a number', { adults: Number.NaN }],
])('%s is refused', (_what, change) => {
  expect(check(change)).toThrow(expect.objectContaining({ code: 'invalid', retryable: false }));
});

test('a day is one that the calendar has', () => {
  const days = fc.tuple(
    fc.integer({ min: 1900, max: 2100 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  );
  fc.assert(
    fc.property(days, ([year, month, day]) => {
      const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      expect(isIsoDate(text)).toBe(day <= new Date(Date.UTC(year, month, 0)).getUTCDate());
    }),
  );
});

test.each([
  ['New York', 'NYC'],
  ['London', 'LON'],
  ['Paris', 'PAR'],
  ['Tokyo', 'TYO'],
  ['Kyoto', 'OSA'],
  ['Lyon', 'LYS'],
  ['Richmond', 'RIC'],
  ['Rome', 'ROM'],
])('flights of %s are searched with %s', (name, expected) => {
  expect(code(name)).toBe(expected);
});

test('a name nobody knows is named in the refusal, shortened', () => {
  const long = `Xyzzy ${'x'.repeat(500)}`;
  expect(() => requireCity(gazetteer, { name: long, kind: 'city' })).toThrow(
    expect.objectContaining({ code: 'not_found', message: expect.stringMatching(/^.{1,120}$/) }),
  );
});

test('pairs of airports: likeliest first, at most four, none between neighbours that share one', () => {
  const pairs = airportPairs(gazetteer, query).map(([from, to]) => `${from.code}-${to.code}`);
  expect(pairs[0]).toBe('JFK-CDG');
  expect(pairs).toHaveLength(4);
  const osaka = { name: 'Osaka', kind: 'city' } as const;
  expect(airportPairs(gazetteer, { ...query, from: osaka, to: { name: 'Kyoto', kind: 'city' } })).toEqual([]);
});
