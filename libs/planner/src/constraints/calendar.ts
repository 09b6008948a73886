import { type IsoDate } from '@travellite/protocol';

/** Days since 1970-01-01: calendar arithmetic without time zones. */
export type DayNumber = number;

const isoPattern = /^\d{4}-\d{2}-\d{2}$/;
const dayMs = 86_400_000;

/** The day number of `YYYY-MM-DD`, or undefined when it is no date of the calendar. */
export function dayNumber(date: IsoDate): DayNumber | undefined {
  if (!isoPattern.test(date)) return undefined;
  const at = Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10));
  return isoDate(at / dayMs) === date ? at / dayMs : undefined;
}

export const isoDate = (day: DayNumber): IsoDate => new Date(day * dayMs).toISOString().slice(0, 10);

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** ISO weekday, 1 Monday to 7 Sunday. */
export const weekdayOf = (day: DayNumber): Weekday => (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;

/** Day and minute of a local date-time `YYYY-MM-DDTHH:mm`, or undefined when it is none. */
export function localMoment(text: string): { day: DayNumber; minute: number } | undefined {
  const day = dayNumber(text.slice(0, 10));
  const hour = +text.slice(11, 13);
  const minute = +text.slice(14, 16);
  if (day === undefined || !(hour >= 0 && hour < 24 && minute >= 0 && minute < 60)) return undefined;
  return { day, minute: hour * 60 + minute };
}

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** `09:30` from minutes since midnight. */
export const clock = (minute: number): string =>
  `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
