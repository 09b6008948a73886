import { type IsoDate } from '@travellite/protocol';

/** A calendar day as days since 1970-01-01: no time, no zone, and arithmetic is addition. */
export type Day = number;

const msPerDay = 86_400_000;

export const dayOf = (year: number, month: number, day: number): Day =>
  Math.floor(Date.UTC(year, month - 1, day) / msPerDay);

/** The day of an ISO date; `undefined` for what is none (`2026-02-30`). */
export function dayFromIso(iso: IsoDate): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return undefined;
  return realDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

export const isoOf = (day: Day): IsoDate => new Date(day * msPerDay).toISOString().slice(0, 10);

export interface Parts {
  y: number;
  m: number;
  d: number;
}

export function partsOf(day: Day): Parts {
  const date = new Date(day * msPerDay);
  return { y: date.getUTCFullYear(), m: date.getUTCMonth() + 1, d: date.getUTCDate() };
}

/** ISO weekday: 1 Monday to 7 Sunday. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

export const daysInMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The day, or `undefined` when the month has no such day. */
export function realDay(year: number, month: number, day: number): Day | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return dayOf(year, month, day);
}

/** The same day `months` later, or the last day of that month when it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const { y, m, d } = partsOf(day);
  const index = y * 12 + (m - 1) + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return dayOf(year, month, Math.min(d, daysInMonth(year, month)));
}

/** The first day on or after `from` with ISO weekday `weekday`. */
export const onOrAfter = (from: Day, weekday: number): Day => from + ((weekday - weekdayOf(from) + 7) % 7);

/** Monday of the week `day` lies in. */
export const mondayOf = (day: Day): Day => day - (weekdayOf(day) - 1);

export interface DayRange {
  from: Day;
  to: Day;
}

/** A whole month; `part` narrows it to about a third or a half. */
export type MonthPart = 'early' | 'mid' | 'late' | 'first_half' | 'second_half';

export function monthRange(year: number, month: number, part?: MonthPart): DayRange {
  const last = daysInMonth(year, month);
  const bounds: Record<MonthPart, [number, number]> = {
    early: [1, 10],
    mid: [11, 20],
    late: [21, last],
    first_half: [1, 15],
    second_half: [16, last],
  };
  const [from, to] = part ? bounds[part] : [1, last];
  return { from: dayOf(year, month, from), to: dayOf(year, month, to) };
}

/** Meteorological seasons of the northern hemisphere: 0 spring (March to May) … 3 winter (December to February). */
export function seasonRange(year: number, season: number): DayRange {
  const first = 3 + season * 3;
  const from = dayOf(year, first, 1);
  return { from, to: addMonths(from, 3) - 1 };
}
