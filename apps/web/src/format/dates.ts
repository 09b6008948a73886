import { type IsoDate, type TripDates } from '@travellite/protocol';

const formatter = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

const dayOf = (date: IsoDate | undefined): Date | undefined => {
  const day = new Date(`${date}T00:00:00Z`);
  return date === undefined || Number.isNaN(day.getTime()) ? undefined : day;
};

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;

function formatSpan(start: Date | undefined, end: Date | undefined): string | undefined {
  if (start && end && start <= end) return formatter.formatRange(start, end);
  if (start) return `from ${formatter.format(start)}`;
  return end && `until ${formatter.format(end)}`;
}

function formatLength({ nights, days }: TripDates): string | undefined {
  if (nights !== undefined && nights > 0) return plural(nights, 'night');
  return days === undefined || days <= 0 ? undefined : plural(days, 'day');
}

/** `15 – 22 Dec 2026, 7 nights`; what is open stays open. `undefined` when nothing is known. */
export function formatDates(dates: TripDates): string | undefined {
  const { window } = dates;
  const span =
    formatSpan(dayOf(dates.start), dayOf(dates.end)) ??
    (window && formatSpan(dayOf(window.from), dayOf(window.to))?.replace(/^/, 'some time in '));
  const parts = [span, formatLength(dates)].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(', ') : dates.said;
}

/** `14:05`, in the reader's time zone unless one is given. */
export function formatTime(ts: number, timeZone?: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(ts);
}

/** `28 Dec 2026`, in the reader's time zone unless one is given. */
export const fullDay = (day: Date, timeZone?: string): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone }).format(day);
