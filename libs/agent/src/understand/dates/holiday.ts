import { type Holiday } from '../data/holiday.js';
import { holidays, nextHoliday, nthWeekday } from '../data/holidays.js';
import { Phrases } from '../text/phrases.js';
import { wordSet } from '../text/word-set.js';
import { type WordClass } from '../data/words.js';
import { anyWordAt, type Source, wordAt, wordBefore } from '../text/source.js';
import { type Day, type DayRange, mondayOf, monthRange, partsOf, weekdayOf } from './calendar.js';
import { amountOfUnitAt, daysIn } from './count.js';
import { dayNumberAt, yearAt } from './day-month.js';
import { type PieceAt } from './piece.js';

const byName = new Phrases<Holiday>(
  holidays.flatMap((holiday) => holiday.names.split('|').map((name) => [name, holiday] as const)),
);

const weekends = new Phrases<Holiday>(
  holidays.flatMap((holiday) => (holiday.weekends ?? '').split('|').map((name) => [name, holiday] as const)),
);

/** Weekend that belongs to a holiday: the days off around it. `around` are those of a feast that falls on a Sunday. */
export function weekendOf(day: Day, around: Holiday['around'] = [2, 1]): { from: Day; to: Day } {
  const weekday = weekdayOf(day);
  if (weekday === 1) return { from: day - 2, to: day };
  if (weekday === 7) return { from: day - Math.min(2, around[0] || 1), to: day + Math.min(1, around[1]) };
  // A Tuesday's weekend is the one that leads up to it (Mardi Gras).
  if (weekday === 2) return { from: day - 3, to: day - 2 };
  if (weekday === 4) return { from: day, to: day + 3 };
  const saturday = mondayOf(day) + 5;
  return weekday === 5 ? { from: day, to: day + 2 } : { from: saturday, to: saturday + 1 };
}

interface Neighbour {
  sense: 'after' | 'before' | 'of';
  unit: 'day' | 'week' | 'weekend';
}

const senses: Record<string, Neighbour['sense']> = {
  after: 'after',
  before: 'before',
  following: 'after',
  nach: 'after',
  vor: 'before',
  après: 'after',
  avant: 'before',
};

/** "the week after", "the weekend of", "the day before". */
export function neighbourAt(source: Source, i: number): (Neighbour & { to: number }) | undefined {
  const noun = anyWordAt(source, wordAt(source, i, 'the')?.to ?? i, ['weekend', 'week_unit', 'day_unit']);
  if (!noun) return undefined;
  const of = wordAt(source, noun.to, 'of');
  const sense = senses[source.tokens[noun.to]?.low ?? ''] ?? (of ? 'of' : undefined);
  if (!sense) return undefined;
  const unit = noun.cls === 'weekend' ? 'weekend' : noun.cls === 'day_unit' ? 'day' : 'week';
  return { unit, sense, to: noun.to + 1 };
}

/** Days of the week or weekend beside `day`. */
export function besides(neighbour: Neighbour, day: Day, around?: Holiday['around']): PieceAt['piece'] {
  if (neighbour.unit === 'day') {
    return { kind: 'exact', day: day + { after: 1, before: -1, of: 0 }[neighbour.sense] };
  }
  const shift = { after: 7, before: -7, of: 0 }[neighbour.sense];
  const monday = mondayOf(day) + shift;
  if (neighbour.unit === 'weekend' && neighbour.sense === 'of' && around)
    return { kind: 'stay', range: weekendOf(day, around) };
  if (neighbour.unit === 'week') {
    const from = neighbour.sense === 'of' && weekdayOf(day) >= 6 ? day : monday;
    return { kind: 'window', range: { from, to: from + 6 } };
  }
  if (neighbour.sense === 'before' && weekdayOf(day) < 6)
    return { kind: 'stay', range: { from: mondayOf(day) - 2, to: mondayOf(day) - 1 } };
  if (neighbour.sense === 'after' && weekdayOf(day) < 6)
    return { kind: 'stay', range: { from: mondayOf(day) + 5, to: mondayOf(day) + 6 } };
  return { kind: 'stay', range: { from: monday + 5, to: monday + 6 } };
}

/** "Christmas markets", "Easter Island": the holiday only describes. */
const attributed = wordSet(
  'island islands market markets tree trees lights decorations present presents gift gifts spirit',
);

/** "on", "am" before a holiday mean the day itself; the article of French or Spanish does not. */
function saysOn(source: Source, i: number): boolean {
  const before = wordBefore(source, i, 'on');
  return before !== undefined && /^(?:on|am|op|for)$/.test(source.tokens[before.from]?.low ?? '');
}

/** Whether a holiday's name begins at token `i`. */
export const namesHoliday = (source: Source, i: number): boolean =>
  (byName.at(source.tokens, i) ?? weekends.at(source.tokens, i)) !== undefined;

/** "Pfingstwochenende": the weekend of a holiday in one word. */
function weekendInOneWord(source: Source, i: number, today: Day): PieceAt | undefined {
  const hit = weekends.at(source.tokens, i);
  if (!hit) return undefined;
  const year = yearAt(source, hit.to);
  const day = nextHoliday(hit.value, today, year?.value);
  return { piece: { kind: 'stay', range: weekendOf(day, hit.value.around) }, to: year?.to ?? hit.to };
}

/** A holiday by name, with its year when given, as a day ("on Christmas Eve") or the days around it ("over Christmas"). */
export function holidayAt(source: Source, i: number, today: Day): PieceAt | undefined {
  const hit = byName.at(source.tokens, i);
  if (!hit) return weekendInOneWord(source, i, today);
  if (attributed.has(source.tokens[hit.to]?.low ?? '')) return undefined;
  const year = yearAt(source, hit.to);
  const holiday = hit.value;
  const day = nextHoliday(holiday, today, year?.value);
  const weekend = wordAt(source, hit.to, 'weekend') ?? wordAt(source, hit.to, 'long_weekend');
  if (weekend) return { piece: { kind: 'stay', range: weekendOf(day, holiday.around) }, to: weekend.to };
  const week = wordAt(source, hit.to, 'week_unit');
  if (week)
    return { piece: { kind: 'window', range: { from: mondayOf(day), to: mondayOf(day) + 6 } }, to: week.to };
  const to = year?.to ?? hit.to;
  const [before, after] = holiday.around;
  if (before + after === 0 || saysOn(source, i)) return { piece: { kind: 'exact', day }, to };
  return {
    piece: {
      kind: 'window',
      range: { from: Math.max(today, day - before), to: day + after },
      day,
      around: [before, after],
    },
    to,
  };
}

/** "the first", "the last": which week, weekend or weekday of the month. */
function whichOf(source: Source, i: number): { n: number; to: number } | undefined {
  const at = wordAt(source, i, 'the')?.to ?? i;
  if (['last', 'final'].includes(source.tokens[at]?.low ?? '')) return { n: -1, to: at + 1 };
  const ordinal = dayNumberAt(source, at);
  return ordinal?.ordinal && ordinal.value <= 5 ? { n: ordinal.value, to: ordinal.to } : undefined;
}

/** "the first weekend of July", "last week in May", "second Monday of June". */
export function nthInMonthAt(source: Source, i: number, today: Day): PieceAt | undefined {
  const which = whichOf(source, i);
  const several = which && severalAt(source, which, today);
  if (several) return several;
  const unit = which && anyWordAt(source, which.to, ['weekend', 'week_unit', 'weekday']);
  const joined = unit && (wordAt(source, unit.to, 'of') ?? wordAt(source, unit.to, 'in'));
  const month = joined && wordAt(source, joined.to, 'month');
  if (!month) return undefined;
  const given = yearAt(source, month.to);
  const now = partsOf(today);
  const y = given?.value ?? (month.value < now.m ? now.y + 1 : now.y);
  const piece = nthPiece(unit, which.n, y, month.value);
  const over = given === undefined && lastDay(piece) < today;
  return { piece: over ? nthPiece(unit, which.n, y + 1, month.value) : piece, to: given?.to ?? month.to };
}

const lastDay = (piece: PieceAt['piece']): Day =>
  piece.kind === 'exact' ? piece.day : 'range' in piece ? piece.range.to : Infinity;

/** "make it the second weekend": of the month that is talked about. */
export function nthInKnownMonth(source: Source, i: number, month: DayRange): PieceAt | undefined {
  const which = whichOf(source, i);
  const unit = which && anyWordAt(source, which.to, ['weekend', 'week_unit']);
  if (!unit || wordAt(source, i, 'the') === undefined || wordAt(source, unit.to, 'of')) return undefined;
  const { y, m } = partsOf(month.from);
  return { piece: nthPiece(unit, which.n, y, m), to: unit.to };
}

/** "the first two weeks of June", "the last 10 days of May". */
function severalAt(source: Source, which: { n: number; to: number }, today: Day): PieceAt | undefined {
  const amount = Math.abs(which.n) === 1 ? amountOfUnitAt(source, which.to) : undefined;
  const joined = amount && (wordAt(source, amount.to, 'of') ?? wordAt(source, amount.to, 'in'));
  const month = joined && wordAt(source, joined.to, 'month');
  if (!amount || !month || (amount.unit !== 'day' && amount.unit !== 'week')) return undefined;
  const given = yearAt(source, month.to);
  const now = partsOf(today);
  const whole = monthRange(given?.value ?? (month.value < now.m ? now.y + 1 : now.y), month.value);
  const last = amount.count * daysIn(amount.unit) - 1;
  const range =
    which.n > 0
      ? { from: whole.from, to: Math.min(whole.from + last, whole.to) }
      : { from: Math.max(whole.to - last, whole.from), to: whole.to };
  return { piece: { kind: 'window', range }, to: given?.to ?? month.to };
}

function nthPiece(
  unit: { cls: WordClass; value: number },
  n: number,
  y: number,
  m: number,
): PieceAt['piece'] {
  if (unit.cls === 'week_unit') return { kind: 'window', range: weekOfMonth(y, m, n) };
  const day = nthWeekday(y, m, unit.cls === 'weekend' ? 6 : unit.value, n);
  return unit.cls === 'weekend'
    ? { kind: 'stay', range: { from: day, to: day + 1 } }
    : { kind: 'exact', day };
}

function weekOfMonth(y: number, m: number, n: number): { from: Day; to: Day } {
  const month = monthRange(y, m);
  if (n < 0) return { from: month.to - 6, to: month.to };
  const from = month.from + (n - 1) * 7;
  return { from, to: Math.min(from + 6, month.to) };
}
