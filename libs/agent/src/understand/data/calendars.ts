import { type Day, dayOf, daysInMonth } from '../dates/calendar.js';

/** Calendars of `Intl` that feasts are reckoned by. */
export type FeastCalendar = 'islamic-umalqura' | 'hebrew' | 'chinese';

const formats = new Map<FeastCalendar, Intl.DateTimeFormat>();

/** Month and day of a day in another calendar: by number, in the Hebrew one by the month's name (leap years shift the numbers). */
function inCalendar(calendar: FeastCalendar, day: Day): string {
  let format = formats.get(calendar);
  if (!format) {
    format = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, {
      month: calendar === 'hebrew' ? 'long' : 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    });
    formats.set(calendar, format);
  }
  const parts = format.formatToParts(day * 86_400_000);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('month')} ${part('day')}`;
}

const found = new Map<string, Day>();

/** The first day of the Gregorian `year` that has this date (`9 1`, `Kislev 25`) in the calendar. */
export function dayIn(calendar: FeastCalendar, date: string, year: number): Day {
  const key = `${calendar} ${date} ${year}`;
  const known = found.get(key);
  if (known !== undefined) return known;
  let day = dayOf(year, 1, 1);
  const last = dayOf(year, 12, 31);
  while (day < last && inCalendar(calendar, day) !== date) day += 1;
  if (found.size < 500) found.set(key, day);
  return day;
}

/** Easter Sunday of the Orthodox churches: the Julian date (Meeus, chapter 8), thirteen days later in our calendar until 2099. */
export function orthodoxEaster(year: number): Day {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const n = d + e + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1) + 13;
}

/**
 * The date of `year` in a table `MMDD` that begins with the year `first` and holds nineteen. For other years that of a year so many
 * nineteens away, when the moon is at the same place again within a day or so (Metonic cycle); a leap month may lie between.
 */
export function fromTable(first: number, dates: readonly string[], year: number): Day {
  const cycle = ((((year - first) % 19) + 19) % 19) % dates.length;
  const text = dates[cycle] ?? '0101';
  const [m, d] = [Number(text.slice(0, 2)), Number(text.slice(2))];
  return dayOf(year, m, Math.min(d, daysInMonth(year, m)));
}

/** The weekday (ISO) on or after a date: Midsummer's Friday. */
export function weekdayFrom(year: number, month: number, day: number, weekday: number): Day {
  const from = dayOf(year, month, day);
  const now = ((((from + 3) % 7) + 7) % 7) + 1;
  return from + ((weekday - now + 7) % 7);
}
