import fc from 'fast-check';
import { addDays, daysBetween, fromLocal, toLocal, weekdayOf } from './time-zones.js';

test.each([
  ['2026-12-15T18:30', 'America/New_York', '2026-12-15T23:30:00Z'],
  ['2026-07-01T09:00', 'Europe/Paris', '2026-07-01T07:00:00Z'],
  ['2026-01-01T00:10', 'Asia/Tokyo', '2025-12-31T15:10:00Z'],
  ['2026-06-01T12:00', 'Asia/Kolkata', '2026-06-01T06:30:00Z'],
  ['2026-03-10T08:15', 'Pacific/Kiritimati', '2026-03-09T18:15:00Z'],
])('%s in %s is %s', (local, zone, utc) => {
  expect(new Date(fromLocal(local, zone)).toISOString()).toBe(utc.replace('Z', '.000Z'));
  expect(toLocal(Date.parse(utc), zone)).toBe(local);
});

test('a time that summer time skips is read with the offset before the change', () => {
  expect(new Date(fromLocal('2027-03-28T02:30', 'Europe/Paris')).toISOString()).toBe(
    '2027-03-28T01:30:00.000Z',
  );
});

test('a time that happens twice is the first of the two', () => {
  expect(new Date(fromLocal('2026-10-25T02:30', 'Europe/Paris')).toISOString()).toBe(
    '2026-10-25T00:30:00.000Z',
  );
});

test('every instant survives the way to the wall clock and back, but for the hour that happens twice', () => {
  const zones = [
    'Europe/Lisbon',
    'America/Los_Angeles',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'America/St_Johns',
  ];
  const minutes = fc.integer({ min: Date.UTC(2025, 0) / 60_000, max: Date.UTC(2030, 0) / 60_000 });
  fc.assert(
    fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
      const back = fromLocal(toLocal(minute * 60_000, zone), zone);
      expect([0, 1_800_000, 3_600_000]).toContain(minute * 60_000 - back);
    }),
  );
});

test('days are counted over month ends, leap years and summer time', () => {
  expect(addDays('2028-02-28', 2)).toBe('2028-03-01');
  expect(addDays('2027-03-27', 2)).toBe('2027-03-29');
  expect(daysBetween('2026-12-15', '2026-12-22')).toBe(7);
  expect(daysBetween('2026-12-22', '2026-12-15')).toBe(-7);
});

test('weekdays count from Monday', () => {
  expect(weekdayOf('2026-11-21')).toBe(6);
  expect(weekdayOf('2026-11-22')).toBe(7);
  expect(weekdayOf('2026-11-23')).toBe(1);
});
