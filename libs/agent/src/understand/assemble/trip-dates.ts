import { type TripDates } from '@travellite/protocol';
import { addMonths, type Day, dayFromIso, isoOf, monthRange, partsOf, weekdayOf } from '../dates/calendar.js';
import { type DateSpan } from '../dates/recognise.js';
import { type DurationSpan } from '../dates/durations.js';
import { type Source, wordAt } from '../text/source.js';
import { wordSet } from '../text/word-set.js';

/**
 * One rule for days and nights. `days` counts planned days. Dates alone (December 15th to 22nd) leave the last day for
 * the journey home: 7 nights, 7 days. "5 days" are five planned days with four nights between, so they end on the
 * fifth day; "7 nights" are seven days. Where both are said, both are kept.
 */
interface Length {
  days?: number;
  nights?: number;
}

function fromDays(days: number): Required<Length> {
  return { days, nights: Math.max(0, days - 1) };
}

/** The length the message states, by whichever unit. */
function statedLength(durations: DurationSpan[]): Length {
  let days: number | undefined;
  let nights: number | undefined;
  for (const span of durations) {
    if (span.days !== undefined) days = Math.max(days ?? 0, span.days);
    if (span.nights !== undefined) nights = Math.max(nights ?? 0, span.nights);
  }
  return { days, nights };
}

function completeLength({ days, nights }: Length): Length {
  if (days !== undefined && nights === undefined) return fromDays(days);
  // "3 days for 20 nights": the longer one is meant.
  if (nights !== undefined && (days === undefined || nights > days + 1))
    return { days: Math.max(1, nights), nights };
  return { days, nights };
}

const longer = wordSet(
  'longer more extra additional another länger zusätzlich zusätzliche ajoute ajouter ajoutons rallonge supplémentaire añade añadimos añadir agrega agregar más aggiungi aggiungiamo più adiciona adicione acrescenta langer erbij toe',
);
const shorter = wordSet(
  'shorter less fewer kürzer weniger raccourcis enlève moins quita menos corto togli meno tira minder korter',
);

/** "two days longer", "one more day", "extend it by 3 days", "cut a day": change of the length, in days. */
function lengthDelta(source: Source, span: DurationSpan): number | undefined {
  const count = span.days ?? span.nights ?? 0;
  const around = source.tokens.slice(Math.max(0, span.from - 4), span.to + 1).map((token) => token.low);
  if (around.some((word) => shorter.has(word)) || around.includes('shorten') || around.includes('cut'))
    return -count;
  const grows =
    around.some((word) => longer.has(word)) || around.includes('extend') || around.includes('add');
  return grows ? count : undefined;
}

interface Named {
  start?: Day;
  end?: Day;
  window?: { from: Day; to: Day };
  /** The window is the days of a feast. */
  feast?: boolean;
  /** The window is a month by its name, which of the years was not said. */
  anyYear?: boolean;
  /** The end was said as "next weekend", whose last day is a day of the trip. */
  whole: boolean;
}

/** Puts the dates of a message together: two single dates are a beginning and an end. */
function combine(source: Source, spans: DateSpan[]): Named {
  const named: Named = { whole: false };
  const range = spans.find((span) => span.start !== undefined && span.end !== undefined);
  if (range) return { start: range.start, end: range.end, whole: range.stay === true };
  const singles = spans.filter((span) => span.start !== undefined);
  const opening = singles.find((span) => !span.closes);
  named.start = opening?.start;
  const closing = singles.find(
    (span) => span !== opening && (span.closes || span.start! > (opening?.start ?? Infinity)),
  );
  named.end =
    closing?.start !== undefined && named.start !== undefined
      ? notBefore(closing.start, named.start)
      : closing?.start;
  if (named.start === undefined && named.end === undefined)
    Object.assign(
      named,
      windowOf(
        source,
        spans.find((span) => span.window),
      ),
    );
  return named;
}

const windowOf = (
  source: Source,
  span: DateSpan | undefined,
): Pick<Named, 'window' | 'feast' | 'anyYear'> => ({
  window: span?.window,
  feast: span?.feast,
  anyYear: span && namesMonthAlone(source, span),
});

/** "in November", not "this November", "this month" or "November 2026". */
function namesMonthAlone(source: Source, { from, to }: DateSpan): boolean {
  const holds = (cls: 'month' | 'this', first: number): boolean =>
    source.tokens.slice(first, to).some((_, i) => wordAt(source, first + i, cls) !== undefined);
  const year = source.tokens.slice(from, to).some(({ kind, low }) => kind === 'number' && low.length === 4);
  return holds('month', from) && !year && !holds('this', Math.max(0, from - 1));
}

/** "leaving Friday, back Sunday": the last day lies behind the first, by a week or by a year. */
function notBefore(end: Day, start: Day): Day {
  if (end >= start) return end;
  return start - end < 7 ? end + 7 : addMonths(end, 12);
}

function withRange(
  start: Day,
  end: Day,
  stated: Length,
  { whole, today }: { whole: boolean; today: Day },
): TripDates {
  const nights = end - start;
  if (whole) return withWeekend(start, end, stated, today);
  const given = stated.days ?? (stated.nights !== nights ? stated.nights : undefined);
  if (given !== undefined && nights > given + 1) {
    // "5 days between June 5th and 20th": the range is where the days must lie.
    return { window: { from: isoOf(start), to: isoOf(end) }, ...completeLength(stated) };
  }
  return { start: isoOf(start), end: isoOf(end), nights, days: stated.days ?? Math.max(1, nights) };
}

/** "next weekend, 3 nights": the nights said count; a longer stay begins on Friday. */
function withWeekend(start: Day, end: Day, stated: Length, today: Day): TripDates {
  const full = completeLength(stated);
  const nights = full.nights ?? end - start;
  const first = nights > end - start && weekdayOf(start) === 6 && start > today ? start - 1 : start;
  return { start: isoOf(first), end: isoOf(first + nights), nights, days: full.days ?? nights + 1 };
}

function withStart(start: Day, length: Length): TripDates {
  const full = completeLength(length);
  if (full.nights === undefined) return { start: isoOf(start) };
  return { start: isoOf(start), end: isoOf(start + full.nights), ...full };
}

function byDates(named: Named, stated: Length, before: TripDates, today: Day): TripDates {
  const hasLength = stated.days !== undefined || stated.nights !== undefined;
  const length = hasLength ? stated : { days: before.days, nights: before.nights };
  const { start, end } = named;
  if (start !== undefined && end !== undefined)
    return withRange(start, end, stated, { whole: named.whole, today });
  if (start !== undefined) return withStart(start, length);
  if (end !== undefined) {
    const known = dayFromIso(before.start ?? '');
    if (known !== undefined && known <= end && !hasLength)
      return withRange(known, end, stated, { whole: false, today });
    const full = completeLength(length);
    if (full.nights === undefined) return { end: isoOf(end) };
    return { start: isoOf(end - full.nights), end: isoOf(end), ...full };
  }
  return named.window ? withinWindow(named, length, today) : before;
}

/**
 * A window has room for the stay. Five nights over New Year reach beyond the days of the feast, on either side; "two weeks in
 * November" said late in the month mean that of next year, "five days this week" said on Friday go on into the next.
 */
function withinWindow({ window, feast, anyYear }: Named, stated: Length, today: Day): TripDates {
  const full = completeLength(stated);
  let { from, to } = window ?? { from: today, to: today };
  const nights = full.nights ?? 0;
  if (to - from < nights && feast)
    [from, to] = [Math.max(today, Math.min(from, to - nights)), Math.max(to, from + nights)];
  else if (to - from < nights && from === today) {
    const { y, m } = partsOf(from);
    if (anyYear && partsOf(to).m === m) ({ from, to } = monthRange(y + 1, m));
    else to = from + nights;
  }
  return { window: { from: isoOf(from), to: isoOf(to) }, ...full };
}

function byLength(stated: Length, before: TripDates): TripDates {
  const full = completeLength(stated);
  const start = dayFromIso(before.start ?? '');
  if (start !== undefined) return withStart(start, full);
  const end = dayFromIso(before.end ?? '');
  if (end !== undefined && full.nights !== undefined) {
    return { start: isoOf(end - full.nights), end: isoOf(end), ...full };
  }
  return { ...(before.window ? { window: before.window } : {}), ...full };
}

const moving = wordSet('push pushed postpone delay shift move moved bring put');
const directions = wordSet('back forward out');

/** "a week later", "two days earlier", "push it by three days": the whole trip moves by so many days. */
function shiftOf(source: Source, span: DurationSpan): number | undefined {
  const next = source.tokens[span.to]?.low ?? '';
  const count = span.days ?? span.nights ?? 0;
  if (next === 'later') return count;
  if (next === 'earlier' || next === 'sooner') return -count;
  const by = source.tokens[span.from - 1]?.low === 'by';
  const near = source.tokens.slice(Math.max(0, span.from - 5), span.from).map((token) => token.low);
  if (!by && !directions.has(next)) return undefined;
  if (!near.some((word) => moving.has(word))) return undefined;
  const forward = near.includes('forward') || near.includes('up') || next === 'forward';
  return forward ? -count : count;
}

const movable = (dates: TripDates): boolean => dates.start !== undefined || dates.window !== undefined;

function shifted(dates: TripDates, by: number): TripDates {
  const move = (iso: string | undefined): string | undefined => {
    const day = dayFromIso(iso ?? '');
    return day === undefined ? iso : isoOf(day + by);
  };
  const window = dates.window && { from: move(dates.window.from) ?? '', to: move(dates.window.to) ?? '' };
  return { ...dates, start: move(dates.start), end: move(dates.end), ...(window ? { window } : {}) };
}

/** The trip's dates after the message, or `undefined` when it says nothing about them. */
export function readTripDates(
  source: Source,
  dates: DateSpan[],
  durations: DurationSpan[],
  before: TripDates | undefined,
): TripDates | undefined {
  if (dates.length === 0 && durations.length === 0) return undefined;
  const known = before ?? {};
  const first = durations[0];
  const shift = first && dates.length === 0 ? shiftOf(source, first) : undefined;
  if (shift !== undefined) return movable(known) ? { ...shifted(known, shift), said: first?.said } : before;
  const delta =
    first && known.days !== undefined && dates.length === 0 ? lengthDelta(source, first) : undefined;
  const stated =
    delta === undefined
      ? statedLength(durations)
      : { days: Math.max(1, (known.days ?? 1) + delta), nights: Math.max(0, (known.nights ?? 0) + delta) };
  const named = combine(source, dates);
  const result =
    dates.length > 0 ? byDates(named, stated, known, dayFromIso(source.today) ?? 0) : byLength(stated, known);
  const said = [...dates, ...durations]
    .sort((a, b) => a.from - b.from)
    .map((span) => span.said)
    .join(', ')
    .slice(0, 200);
  return { ...result, said };
}
