import { type TripLeg } from '@travellite/planner';
import { type FlightOffer } from '@travellite/protocol';
import { worldGazetteer } from '@travellite/travel-tools';
import { clocksOf } from './clocks.js';

const cities = [{ name: 'Paris', timeZone: 'Europe/Paris' }];
const open = () =>
  clocksOf(
    { cities, flights: [{ id: 'f1', fromAirport: 'JFK', toAirport: 'LHR' } as FlightOffer] },
    worldGazetteer(),
    { name: 'Portland', kind: 'city', country: 'US', location: { lat: 43.66, lng: -70.26 } },
  );
const leg = (item: TripLeg['item'], from: string, to: string) => open().leg({ item, from, to } as TripLeg);

describe('the clocks of a plan', () => {
  it('are those of the airports for a flight, whatever its cities are called', () => {
    const flight = { kind: 'flight', id: 'f1', name: 'BA 1' } as const;
    expect(leg(flight, 'Paris', 'Paris')).toEqual({ departs: 'America/New_York', arrives: 'Europe/London' });
  });

  it('are those of the cities for everything else', () => {
    expect(leg({ kind: 'leg', id: 'l1', name: 'Train' }, 'Paris', 'London')).toEqual({
      departs: 'Europe/Paris',
      arrives: 'Europe/London',
    });
    expect(leg(undefined, 'Paris', 'Nowhere-at-all').arrives).toBeUndefined();
  });

  it('know which of two towns the traveller starts from', () => {
    expect(open().city('Portland')).toBe('America/New_York');
  });
});

describe('a span of time', () => {
  const at = (date: string, minute: number, zone: string | undefined) => ({ date, minute, zone });

  it.each([
    ['winter', '2026-12-15', 545, 'Europe/Paris', '2026-12-15T09:05+01:00'],
    ['summer', '2026-07-15', 545, 'Europe/Paris', '2026-07-15T09:05+02:00'],
    ['half hours west', '2026-07-15', 0, 'America/St_Johns', '2026-07-15T00:00-02:30'],
    ['three quarters', '2026-07-15', 0, 'Asia/Kathmandu', '2026-07-15T00:00+05:45'],
    ['midnight at the end', '2026-12-31', 1440, 'UTC', '2027-01-01T00:00+00:00'],
  ])('tells the offset: %s', (_what, date, minute, zone, expected) => {
    expect(open().span(at(date, minute, zone), at(date, minute, zone)).starts).toBe(expected);
  });

  it('numbers zones as they come, each once', () => {
    const clocks = open();
    const there = clocks.span(at('2026-12-15', 0, 'Europe/Paris'), at('2026-12-15', 60, 'Asia/Tokyo'));
    const back = clocks.span(at('2026-12-16', 0, 'Asia/Tokyo'), at('2026-12-16', 60, 'Asia/Tokyo'));
    expect([there.zone, there.end_zone, back.zone, back.end_zone]).toEqual([0, 1, 1, undefined]);
    expect(clocks.zones).toEqual(['Europe/Paris', 'Asia/Tokyo']);
  });

  it('says nothing where a clock is not known', () => {
    const clocks = open();
    expect(clocks.span(at('2026-12-15', 0, undefined), at('2026-12-15', 60, 'Asia/Tokyo'))).toEqual({});
    expect(clocks.zones).toEqual([]);
  });
});
