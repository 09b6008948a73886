import { userDay } from './user-day.js';

const evening = Date.UTC(2026, 10, 21, 23, 30);

describe("the user's day", () => {
  it('is the day where the user is', () => {
    expect(userDay(evening, 'Asia/Tokyo')).toBe('2026-11-22');
    expect(userDay(evening, 'America/New_York')).toBe('2026-11-21');
    expect(userDay(evening, undefined)).toBe('2026-11-21');
  });

  it('is the day in UTC for a zone nobody knows', () =>
    expect(userDay(evening, 'Mars/Base')).toBe('2026-11-21'));
});
