import { type IsoDate, type LocalDateTime } from '@travellite/protocol';

/** Wall-clock times of travel data have no offset; these turn them into instants and back by IANA zone, summer time included. */

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** Unix ms to the wall clock of a zone. */
export function toLocal(unixMs: number, timeZone: string): LocalDateTime {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(unixMs)
      .map(({ type, value }) => [type, value]),
  );
  const year = (parts.get('year') ?? '').padStart(4, '0');
  return `${year}-${parts.get('month')}-${parts.get('day')}T${parts.get('hour')}:${parts.get('minute')}`;
}

const asIfUtc = (local: LocalDateTime): number => Date.parse(`${local.slice(0, 16)}:00Z`);

/**
 * The wall clock of a zone to Unix ms. A time that summer time skips is read with the offset before the change,
 * one that happens twice is the first of the two.
 */
export function fromLocal(local: LocalDateTime, timeZone: string): number {
  const wanted = asIfUtc(local);
  const offsetAt = (unixMs: number): number => asIfUtc(toLocal(unixMs, timeZone)) - unixMs;
  const day = 86_400_000;
  const before = offsetAt(wanted - day);
  const candidate = wanted - before;
  if (offsetAt(candidate) === before) return candidate;
  const after = wanted - offsetAt(wanted + day);
  return offsetAt(after) === wanted - after ? after : candidate;
}

/** The calendar day `days` later. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** ISO weekday, 1 Monday to 7 Sunday. */
export function weekdayOf(date: IsoDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return (((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}
