import { worldGazetteer } from '../gazetteer/open-gazetteer.js';
import { flownMinutes, isoDurationMinutes } from './flown-minutes.js';

test.each([
  ['PT14H15M', 855],
  ['PT45M', 45],
  ['P1DT2H', 1_560],
  ['PT2H30M10S', 150],
  ['PT2H', 120],
  ['P', undefined],
  ['2 hours', undefined],
  ['', undefined],
  [null, undefined],
])('%s is %s minutes', (text, minutes) => {
  expect(isoDurationMinutes(text)).toBe(minutes);
});

const gazetteer = worldGazetteer();

test('zones decide where the airports are known, whatever the provider says', () => {
  const times = {
    departs: '2026-12-15T19:30',
    arrives: '2026-12-16T08:40',
    fromAirport: 'JFK',
    toAirport: 'CDG',
  };
  expect(flownMinutes(times, 'PT1H', gazetteer)).toBe(430);
});

test('over the date line one may land before one left by the clock', () => {
  const times = {
    departs: '2027-01-10T17:00',
    arrives: '2027-01-10T09:50',
    fromAirport: 'HND',
    toAirport: 'LAX',
  };
  expect(flownMinutes(times, undefined, gazetteer)).toBe(590);
});

test('an unknown airport leaves the provider’s duration', () => {
  const times = {
    departs: '2026-12-15T19:30',
    arrives: '2026-12-16T08:40',
    fromAirport: 'QQQ',
    toAirport: 'CDG',
  };
  expect(flownMinutes(times, 'PT7H', gazetteer)).toBe(420);
  expect(flownMinutes(times, undefined, gazetteer)).toBeUndefined();
});

test('a landing before the start is nonsense', () => {
  const times = {
    departs: '2026-12-15T19:30',
    arrives: '2026-12-15T08:40',
    fromAirport: 'JFK',
    toAirport: 'CDG',
  };
  expect(flownMinutes(times, undefined, gazetteer)).toBeUndefined();
});
