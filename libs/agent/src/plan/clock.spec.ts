import { clock, duration, shortDay } from './clock.js';

describe('clock times', () => {
  it.each([
    [0, '12:00 AM'],
    [9 * 60, '9:00 AM'],
    [11 * 60 + 30, '11:30 AM'],
    [12 * 60, '12:00 PM'],
    [13 * 60 + 5, '1:05 PM'],
    [24 * 60, '11:59 PM'],
  ])('%d is %s', (minute, text) => expect(clock(minute)).toBe(text));

  it.each([
    [5, '5m'],
    [60, '1h'],
    [125, '2h 05m'],
  ])('%d minutes last %s', (minutes, text) => expect(duration(minutes)).toBe(text));

  it('names a day', () => expect(shortDay('2026-12-15')).toBe('December 15'));
});
