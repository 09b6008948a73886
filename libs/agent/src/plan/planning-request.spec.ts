import { emptyTripRequest, type TripDates, type TripRequest } from '@travellite/protocol';
import { addDays, daysBetween, planningRequest } from './planning-request.js';

const today = '2026-11-21';
const plan = (dates: TripDates | undefined, more: Partial<TripRequest> = {}) =>
  planningRequest({ ...emptyTripRequest(), ...(dates ? { dates } : {}), ...more }, today);
const origin = { name: 'New York', kind: 'city' } as const;

describe('the request as it is planned', () => {
  it('counts seven nights between two dates as seven days and the way home', () => {
    const said: TripDates = { start: '2026-12-15', end: '2026-12-22', nights: 7 };
    expect(plan(said).request.dates).toEqual({ start: '2026-12-15', end: '2026-12-22', nights: 7, days: 7 });
    expect(plan({ ...said, days: 8 }).request.dates?.days).toBe(8);
    expect(plan({ start: '2026-12-15', end: '2026-12-22' }).request.dates?.days).toBe(7);
  });

  it('keeps a number of days that was said', () => {
    expect(plan({ days: 3 }).request.dates).toMatchObject({ days: 3, nights: 2 });
    expect(plan({ days: 1 }).request.dates).toMatchObject({ days: 1, nights: 0 });
    expect(plan({ start: '2026-12-15', days: 5 }).request.dates).toMatchObject({
      start: '2026-12-15',
      end: '2026-12-19',
      days: 5,
    });
  });

  it('makes a day trip of one date', () => {
    expect(plan({ start: '2026-12-15', end: '2026-12-15' }).request.dates).toMatchObject({
      days: 1,
      nights: 0,
    });
  });

  it('assumes a day a month ahead, without a way there, when none was said', () => {
    const { request, dates, datesAssumed } = plan({ days: 3 }, { origin });
    expect(dates).toEqual({ start: '2026-12-21', end: '2026-12-23' });
    expect(datesAssumed).toBe(true);
    expect(request.origin).toBeUndefined();
  });

  it('takes the first day of a window, not one in the past', () => {
    const march = plan({ days: 5, window: { from: '2027-03-01', to: '2027-03-31' } }, { origin });
    expect(march.dates.start).toBe('2027-03-01');
    expect(march.request.origin).toEqual(origin);
    expect(plan({ days: 5, window: { from: '2026-11-01', to: '2026-11-30' } }).dates.start).toBe(today);
  });

  it('counts back from a last day', () => {
    const { dates, datesAssumed } = plan({ end: '2026-12-24', days: 4 });
    expect(dates).toEqual({ start: '2026-12-21', end: '2026-12-24' });
    expect(datesAssumed).toBe(false);
  });

  it('counts days over months, years and summer time', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2027-03-28', 1)).toBe('2027-03-29');
    expect(daysBetween('2027-02-27', '2027-03-01')).toBe(2);
  });
});
