import { wordSet } from '../text/word-set.js';
import { anyWordAt, markAt, type Source, wordAt, wordBefore } from '../text/source.js';
import { addMonths, type Day, mondayOf, monthRange, onOrAfter, partsOf, seasonRange } from './calendar.js';
import { type Amount, amountOfUnitAt, daysIn, type UnitName, unitAt } from './count.js';
import { monthPartAt, yearAt } from './day-month.js';
import { type PieceAt } from './piece.js';
import { countAt } from '../text/numbers.js';

export const weekendFrom = (monday: Day) => ({ from: monday + 5, to: monday + 6 });

/** The weekend that is on or comes first. */
export function thisWeekend(today: Day) {
  return { from: Math.max(today, mondayOf(today) + 5), to: mondayOf(today) + 6 };
}

type Which = 'this' | 'next' | 'after_next';

function whichAt(source: Source, i: number): { which: Which; to: number } | undefined {
  const article = wordAt(source, i, 'the')?.to ?? i;
  for (const which of ['after_next', 'next', 'this'] as const) {
    const hit = wordAt(source, i, which) ?? wordAt(source, article, which);
    if (hit) return { which, to: hit.to };
  }
  return undefined;
}

function weekWindow(today: Day, weeks: number): PieceAt['piece'] {
  const monday = mondayOf(today) + 7 * weeks;
  return { kind: 'window', range: { from: Math.max(monday, today), to: monday + 6 } };
}

function unitPiece(unit: UnitName, steps: number, today: Day): PieceAt['piece'] | undefined {
  const { y, m } = partsOf(today);
  if (unit === 'weekend') {
    return {
      kind: 'stay',
      range: steps === 0 ? thisWeekend(today) : weekendFrom(mondayOf(today) + 7 * steps),
    };
  }
  if (unit === 'week') return weekWindow(today, steps);
  if (unit === 'month') {
    const first = partsOf(addMonths(today, steps));
    const range = monthRange(first.y, first.m);
    return { kind: 'window', range: { from: Math.max(today, range.from), to: range.to } };
  }
  if (unit === 'year') {
    const from = monthRange(y + steps, 1).from;
    return { kind: 'window', range: { from: steps === 0 ? today : from, to: monthRange(y + steps, 12).to } };
  }
  return unit === 'day' && steps === 1
    ? { kind: 'exact', day: monthRange(y, m).from + partsOf(today).d }
    : undefined;
}

/** "next weekend", "this month", "the week after next", "next Friday", "Friday next week". */
export function stepAt(source: Source, i: number, today: Day): PieceAt | undefined {
  const after = whichAfter(source, i);
  if (after) return after.step(today);
  const which = whichAt(source, i);
  const at = which?.to ?? wordAt(source, i, 'the')?.to ?? i;
  const long = which && wordAt(source, at, 'long_weekend');
  if (long) return { piece: longWeekend(which.which, today), to: long.to };
  const weekday = wordAt(source, at, 'weekday');
  if (weekday)
    return (
      weekdayWeek(source, weekday, which?.which, today) ?? weekdayPiece(source, i, weekday, which?.which)
    );
  const season = wordAt(source, at, 'season');
  if (season && (which || seasonFits(source, i))) return seasonPiece(source, season, which?.which, today);
  return unitStepAt(source, at, which?.which, today);
}

/** "le week-end prochain", "la semana que viene", "lunedì prossimo": the word for "next" stands behind. */
function whichAfter(source: Source, i: number): { step: (today: Day) => PieceAt | undefined } | undefined {
  if (source.language === 'en') return undefined;
  const at = wordAt(source, i, 'the')?.to ?? i;
  const noun = anyWordAt(source, at, [
    'weekend',
    'week_unit',
    'month_unit',
    'weekday',
    'season',
    'month',
    'year_unit',
  ]);
  const next = noun && wordAt(source, noun.to, 'next');
  if (!noun || !next) return undefined;
  const { cls, value } = noun;
  const piece = (today: Day): PieceAt['piece'] | undefined => {
    if (cls === 'weekday') return { kind: 'weekday', weekday: value, which: 'next' };
    if (cls === 'month') return { kind: 'month', m: value };
    if (cls === 'season')
      return seasonPiece(source, { value, to: source.tokens.length }, 'next', today).piece;
    const unit = { weekend: 'weekend', week_unit: 'week', month_unit: 'month', year_unit: 'year' } as const;
    return unitPiece(unit[cls as keyof typeof unit], 1, today);
  };
  return {
    step: (today) => {
      const found = piece(today);
      return found && { piece: found, to: next.to };
    },
  };
}

function longWeekend(which: Which, today: Day): PieceAt['piece'] {
  const base = which === 'next' ? weekendFrom(mondayOf(today) + 7) : thisWeekend(today);
  return { kind: 'stay', range: { from: base.from - 1, to: base.to } };
}

/** "in the next two months", "the next 6 weeks": from today on. */
function severalAhead(source: Source, at: number, today: Day): PieceAt | undefined {
  const amount = amountOfUnitAt(source, at);
  if (!amount || (amount.unit !== 'week' && amount.unit !== 'month')) return undefined;
  return { piece: { kind: 'window', range: { from: today, to: stepped(today, amount) } }, to: amount.to };
}

function unitStepAt(source: Source, at: number, which: Which | undefined, today: Day): PieceAt | undefined {
  const several = which === 'next' ? severalAhead(source, at, today) : undefined;
  if (several) return several;
  const unit = unitAt(source, at);
  const after = unit && wordAt(source, unit.to, 'after_next');
  if (!unit || (!which && !after)) return undefined;
  const piece = unitPiece(unit.unit, after || which === 'after_next' ? 2 : which === 'next' ? 1 : 0, today);
  return piece && { piece, to: after?.to ?? unit.to };
}

const shortDays = wordSet(
  'sun sat mon wed fri thu tue so mo do di mi sa fr mar lun dom sab za zo ma wo vr mer sam dim jeu ven mie jue vie gio seg ter qua qui sex',
);

/** "Sun" and "sat" are words; as days they come after a cue, or beside another day. */
function isWeekday(source: Source, i: number, to: number): boolean {
  const token = source.tokens[i];
  if (!token || !shortDays.has(token.low)) return true;
  if (wordBefore(source, i, 'on') || wordBefore(source, i, 'between')) return true;
  const after = wordAt(source, to, 'to')?.to ?? (markAt(source, to, '-/') ? to + 1 : undefined);
  if (after !== undefined && wordAt(source, after, 'weekday')) return true;
  const sep = markAt(source, i - 1, '-/') ? i - 1 : wordBefore(source, i, 'to')?.from;
  return sep !== undefined && wordBefore(source, sep, 'weekday') !== undefined;
}

/** "Saturday week": as the British say, a week after the coming one. */
function weekdayWeek(
  source: Source,
  weekday: { value: number; to: number },
  which: Which | undefined,
  today: Day,
): PieceAt | undefined {
  const week = source.tokens[weekday.to];
  if (which !== undefined || source.language !== 'en' || week?.low !== 'week') return undefined;
  return { piece: { kind: 'exact', day: onOrAfter(today, weekday.value) + 7 }, to: weekday.to + 1 };
}

function weekdayPiece(
  source: Source,
  i: number,
  weekday: { value: number; to: number },
  which: Which | undefined,
): PieceAt | undefined {
  const plain = which === undefined;
  const article = wordAt(source, i, 'the') !== undefined;
  if (
    plain &&
    (article ? shortDays.has(source.tokens[weekday.to - 1]?.low ?? '') : !isWeekday(source, i, weekday.to))
  )
    return undefined;
  const later = wordAt(source, weekday.to, 'next');
  const week = later && wordAt(source, later.to, 'week_unit');
  if (week) return { piece: { kind: 'weekday', weekday: weekday.value, which: 'next' }, to: week.to };
  const after = wordAt(source, weekday.to, 'after_next');
  return {
    piece: { kind: 'weekday', weekday: weekday.value, which: after ? 'after_next' : which },
    to: after?.to ?? weekday.to,
  };
}

/** "spring" alone is a word (and "fall" a verb): it needs "in", "early" or the like, or a year. */
function seasonFits(source: Source, i: number): boolean {
  const season = wordAt(source, i, 'season');
  if (monthPartAt(source, i) || (season && yearAt(source, season.to))) return true;
  const at = wordBefore(source, i, 'the')?.from ?? i;
  return (['in', 'for', 'early', 'mid', 'late', 'of'] as const).some((cls) => wordBefore(source, at, cls));
}

function seasonPiece(
  source: Source,
  season: { value: number; to: number },
  which: Which | undefined,
  today: Day,
): PieceAt {
  const token = source.tokens[season.to];
  const joined = wordAt(source, season.to, 'of');
  const at = joined?.to ?? season.to;
  const year = /^(?:19|20)\d\d$/.exec((joined ? source.tokens[at] : token)?.low ?? '');
  if (year)
    return { piece: { kind: 'window', range: seasonRange(Number(year[0]), season.value) }, to: at + 1 };
  const { y } = partsOf(today);
  let range = [y - 1, y, y + 1]
    .map((candidate) => seasonRange(candidate, season.value))
    .find(({ to }) => to >= today);
  range ??= seasonRange(y + 1, season.value);
  // "next summer" said in summer is a year away; said before, it is the one to come.
  if (which === 'next' && range.from <= today) range = seasonRange(partsOf(range.from).y + 1, season.value);
  return {
    piece: { kind: 'window', range: { from: Math.max(today, range.from), to: range.to } },
    to: season.to,
  };
}

const simpleDays = [
  ['day_after_tomorrow', 2],
  ['tomorrow', 1],
  ['today', 0],
] as const;

/** "today", "tomorrow", "in two weeks", "10 days from now", "a week from Tuesday". */
export function nearAt(
  source: Source,
  i: number,
  today: Day,
  dateAt: (i: number) => { day: Day; to: number } | undefined,
): PieceAt | undefined {
  for (const [cls, days] of simpleDays) {
    const hit = wordAt(source, i, cls);
    if (hit) return { piece: { kind: 'exact', day: today + days }, to: hit.to };
  }
  const counted = countedWeekdayAt(source, i, today);
  if (counted) return counted;
  const within = wordAt(source, i, 'ahead');
  const amount = amountOfUnitAt(source, within?.to ?? i);
  if (!amount || !isStep(amount)) return undefined;
  const fromNow = wordAt(source, amount.to, 'from_now');
  if (fromNow) return { piece: { kind: 'exact', day: stepped(today, amount) }, to: fromNow.to };
  if (!within) return anchoredAt(source, i, amount, dateAt);
  if (!startsTrip(source, i, amount.unit)) return undefined;
  const to = source.tokens[amount.to]?.low === 'time' ? amount.to + 1 : amount.to;
  return { piece: { kind: 'exact', day: stepped(today, amount) }, to };
}

/** "two Saturdays from now". */
function countedWeekdayAt(source: Source, i: number, today: Day): PieceAt | undefined {
  const count = countAt(source, i);
  const weekday = count && count.value <= 8 ? wordAt(source, count.to, 'weekday') : undefined;
  const fromNow = weekday && wordAt(source, weekday.to, 'from_now');
  if (!count || !weekday || !fromNow) return undefined;
  return {
    piece: { kind: 'exact', day: onOrAfter(today + 1, weekday.value) + 7 * (count.value - 1) },
    to: fromNow.to,
  };
}

const isStep = ({ unit, count }: Amount): boolean =>
  unit !== 'night' && unit !== 'weekend' && unit !== 'long_weekend' && Number.isInteger(count);

function stepped(from: Day, { count, unit }: Amount): Day {
  if (unit === 'month') return addMonths(from, count);
  return unit === 'year' ? addMonths(from, 12 * count) : from + count * daysIn(unit);
}

/** "a week from Tuesday", "two weeks from tomorrow". */
function anchoredAt(
  source: Source,
  i: number,
  amount: Amount,
  dateAt: (i: number) => { day: Day; to: number } | undefined,
): PieceAt | undefined {
  const from = wordAt(source, amount.to, 'from');
  if (!from || source.tokens[amount.to]?.low !== 'from' || amount.unit !== 'week') return undefined;
  const anchor = amount.count <= 4 && amount.to - i <= 2 ? dateAt(from.to) : undefined;
  return anchor && { piece: { kind: 'exact', day: anchor.day + amount.count * 7 }, to: anchor.to };
}

/** "3 cities in 9 days": how long it takes. */
const covered = wordSet(
  'city cities town towns place places country countries stops everything it all sights',
);

/** "in 3 days" after a place is how long, elsewhere when. In English longer units are always when. */
function startsTrip(source: Source, i: number, unit: UnitName): boolean {
  if (unit !== 'day' && source.language === 'en') return true;
  const before = source.tokens[i - 1];
  if (before !== undefined && covered.has(before.low)) return false;
  return before === undefined || before.kind === 'mark' || !before.capital;
}

/** Which weekday is meant, counted from `reference`. */
export function resolveWeekday(piece: { weekday: number; which?: Which }, reference: Day): Day {
  const coming = onOrAfter(reference, piece.weekday);
  if (piece.which === 'next') return mondayOf(reference) + 7 + piece.weekday - 1;
  if (piece.which === 'after_next') return mondayOf(reference) + 14 + piece.weekday - 1;
  return coming;
}
