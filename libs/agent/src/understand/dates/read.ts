import { markAt, type Source, wordAt } from '../text/source.js';
import { addMonths, type Day, monthRange, partsOf, seasonRange } from './calendar.js';
import { dayMonthAt, monthPartAt } from './day-month.js';
import { besides, holidayAt, namesHoliday, neighbourAt, nthInMonthAt, weekendOf } from './holiday.js';
import { numericDateAt } from './numeric.js';
import { quarterAt } from './quarter.js';
import { type Piece, type PieceAt } from './piece.js';
import { nearAt, resolveWeekday, stepAt } from './relative.js';

/** Days a piece stands for: a day, a stay of fixed days, or a window to choose from. */
export interface Resolved {
  day?: Day;
  stay?: { from: Day; to: Day };
  window?: { from: Day; to: Day };
}

/** The day `d` of month `m` on or after `floor`. */
function nextDayOfMonth(d: number, m: number | undefined, floor: Day): Day {
  const base = partsOf(floor);
  const first = monthRange(base.y, m ?? base.m);
  const last = first.to - first.from + 1;
  const day = first.from + Math.min(d, last) - 1;
  if (day >= floor) return day;
  const later = partsOf(addMonths(first.from, m === undefined ? 1 : 12));
  const range = monthRange(later.y, later.m);
  return range.from + Math.min(d, range.to - range.from + 1) - 1;
}

function monthWindow(piece: Piece & { kind: 'month' }, floor: Day): { from: Day; to: Day } {
  if (piece.y !== undefined) return monthRange(piece.y, piece.m, piece.part);
  const { y } = partsOf(floor);
  const range = monthRange(y, piece.m, piece.part);
  if (range.to < floor) return monthRange(y + 1, piece.m, piece.part);
  return { from: Math.max(range.from, floor), to: range.to };
}

/** Completes a piece: what lies before `floor` moves to the next year, month or week, unless its year was given. */
export function resolve(piece: Piece, floor: Day): Resolved {
  switch (piece.kind) {
    case 'exact':
      return { day: piece.day };
    case 'stay':
      return { stay: piece.range };
    case 'window':
      return { window: piece.range };
    case 'weekday':
      return { day: resolveWeekday(piece, floor) };
    case 'month':
      return { window: monthWindow(piece, floor) };
    case 'day': {
      if (piece.y === undefined || piece.m === undefined)
        return { day: nextDayOfMonth(piece.d, piece.m, floor) };
      const month = monthRange(piece.y, piece.m);
      return { day: Math.min(month.from + piece.d - 1, month.to) };
    }
  }
}

/** "the end of the month", "early next year", "late summer". */
function partOfUnitAt(source: Source, i: number, today: Day): PieceAt | undefined {
  const part = monthPartAt(source, i);
  if (!part) return undefined;
  const season = wordAt(source, part.to, 'season');
  const next = wordAt(source, part.to, 'next');
  const at = next?.to ?? wordAt(source, part.to, 'this')?.to ?? part.to;
  const { y, m } = partsOf(today);
  const month = wordAt(source, at, 'month_unit');
  if (month) {
    const base = partsOf(addMonths(today, next ? 1 : 0));
    return { piece: { kind: 'month', y: base.y, m: base.m, part: part.part }, to: month.to };
  }
  const year = wordAt(source, at, 'year_unit');
  if (year) {
    const months = { early: [1, 3], mid: [5, 8], late: [11, 12], first_half: [1, 6], second_half: [7, 12] }[
      part.part
    ];
    const base = next || part.part === 'early' || m > (months[1] ?? 12) ? y + 1 : y;
    const from = Math.max(today, monthRange(base, months[0] ?? 1).from);
    return {
      piece: { kind: 'window', range: { from, to: monthRange(base, months[1] ?? 12).to } },
      to: year.to,
    };
  }
  if (!season) return undefined;
  let range = seasonRange(y, season.value);
  if (range.to < today) range = seasonRange(y + 1, season.value);
  const third = Math.floor((range.to - range.from + 1) / 3);
  const steps = { early: 0, mid: 1, late: 2, first_half: 0, second_half: 1 }[part.part];
  const from = range.from + steps * third;
  return {
    piece: { kind: 'window', range: { from: Math.max(today, from), to: from + third - 1 } },
    to: season.to,
  };
}

/** "next March", "this coming December": the month that comes, whichever word is used. */
function whichMonthAt(source: Source, i: number): PieceAt | undefined {
  const which = wordAt(source, i, 'next') ?? wordAt(source, i, 'this');
  const month = which && wordAt(source, which.to, 'month');
  const at = month && dayMonthAt(source, which.to);
  return at ?? undefined;
}

function besideAt(source: Source, i: number, today: Day): PieceAt | undefined {
  const neighbour = neighbourAt(source, i);
  if (!neighbour) return undefined;
  const target = holidayAt(source, neighbour.to, today);
  if (target) {
    const { piece } = target;
    const feast = piece.kind === 'window' ? piece : undefined;
    const day = feast?.day ?? rangeOf(resolve(piece, today)).from;
    return { piece: besides(neighbour, day, feast?.around), to: target.to };
  }
  const date = numericDateAt(source, neighbour.to) ?? dayMonthAt(source, neighbour.to);
  const day = date && date.piece.kind === 'day' ? resolve(date.piece, today).day : undefined;
  return date && day !== undefined ? { piece: besides(neighbour, day), to: date.to } : undefined;
}

export const rangeOf = (resolved: Resolved): { from: Day; to: Day } =>
  resolved.stay ?? resolved.window ?? { from: resolved.day ?? 0, to: resolved.day ?? 0 };

/** Words without a class that dates begin with: "last week of May". */
const opensDate = new Set(['last', 'final', 'q', 't']);

/** The date expression at token `i` that reads the furthest. */
export function pieceAt(source: Source, i: number, today: Day): PieceAt | undefined {
  const token = source.tokens[i];
  if (!token || token.kind === 'mark') return undefined;
  if (token.kind === 'word' && !source.begins[i] && !opensDate.has(token.low) && !namesHoliday(source, i)) {
    return undefined;
  }
  const numeric = numericDateAt(source, i);
  if (numeric) return numeric;
  const dayAt = (at: number): { day: Day; to: number } | undefined => {
    const found = stepAt(source, at, today) ?? dayMonthAt(source, at) ?? simpleDay(source, at, today);
    const day = found && resolve(found.piece, today).day;
    return found && day !== undefined ? { day, to: found.to } : undefined;
  };
  const readings = [
    besideAt(source, i, today),
    nthInMonthAt(source, i, today),
    holidayAt(source, i, today),
    partOfUnitAt(source, i, today),
    whichMonthAt(source, i),
    weekdayDateAt(source, i),
    quarterAt(source, i, today),
    someWeekdayAt(source, i),
    dateWeekendAt(source, i, today),
    stepAt(source, i, today),
    nearAt(source, i, today, dayAt),
    dayMonthAt(source, i),
  ];
  let best: PieceAt | undefined;
  for (const reading of readings) if (reading && (!best || reading.to > best.to)) best = reading;
  return best && fixed(best, today);
}

/** "next Friday" is counted from today, wherever it stands. */
function fixed(found: PieceAt, today: Day): PieceAt {
  const { piece, to } = found;
  if (piece.kind !== 'weekday' || piece.which === undefined) return found;
  return { piece: { kind: 'exact', day: resolveWeekday(piece, today) }, to };
}

/** "Thursday the 3rd of December", "Mon, 12/14": the date says it all. */
function weekdayDateAt(source: Source, i: number): PieceAt | undefined {
  const weekday = wordAt(source, i, 'weekday');
  if (!weekday) return undefined;
  const at = markAt(source, weekday.to, ',.') ? weekday.to + 1 : weekday.to;
  const date = numericDateAt(source, at) ?? dayMonthAt(source, at);
  return date?.piece.kind === 'day' && date.piece.m !== undefined ? date : undefined;
}

/** "a Monday in May": any of them, so the month is the window. */
function someWeekdayAt(source: Source, i: number): PieceAt | undefined {
  const weekday = wordAt(source, i, 'weekday');
  const joined = weekday && (wordAt(source, weekday.to, 'in') ?? wordAt(source, weekday.to, 'of'));
  const month = joined && dayMonthAt(source, joined.to);
  return month?.piece.kind === 'month' ? month : undefined;
}

/** "4th of July weekend": the days off around the date. */
function dateWeekendAt(source: Source, i: number, today: Day): PieceAt | undefined {
  const date = dayMonthAt(source, i);
  const weekend = date && (wordAt(source, date.to, 'weekend') ?? wordAt(source, date.to, 'long_weekend'));
  if (!date || !weekend || date.piece.kind !== 'day' || date.piece.m === undefined) return undefined;
  const { day } = resolve(date.piece, today);
  return day === undefined ? undefined : { piece: { kind: 'stay', range: weekendOf(day) }, to: weekend.to };
}

function simpleDay(source: Source, at: number, today: Day): PieceAt | undefined {
  if (wordAt(source, at, 'tomorrow')) return { piece: { kind: 'exact', day: today + 1 }, to: at + 1 };
  return wordAt(source, at, 'today') ? { piece: { kind: 'exact', day: today }, to: at + 1 } : undefined;
}

/** Where the second date of a range begins, when a range mark stands at token `i`. */
export function rangeMarkAt(source: Source, i: number, between: boolean): number | undefined {
  const at = markAt(source, i, ',') ? i + 1 : i;
  const to = wordAt(source, at, 'to') ?? (between ? wordAt(source, at, 'and') : undefined);
  let next = to?.to;
  if (next === undefined && at === i && markAt(source, i, '-~>')) {
    next = i + 1;
    while (markAt(source, next, '->')) next += 1;
  }
  if (next === undefined) return undefined;
  for (const filler of ['on', 'of', 'the'] as const) next = wordAt(source, next, filler)?.to ?? next;
  return next;
}
