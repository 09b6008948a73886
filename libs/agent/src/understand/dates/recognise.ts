import { type Source, saidBetween, wordAt, wordBefore } from '../text/source.js';
import { type Day, dayFromIso, type DayRange, partsOf, weekdayOf } from './calendar.js';
import { type Piece, type PieceAt } from './piece.js';
import { nthInKnownMonth } from './holiday.js';
import { wordSet } from '../text/word-set.js';
import { pieceAt, rangeMarkAt, rangeOf, resolve, type Resolved } from './read.js';

/** Days named in a message. A range has `start` and `end`; days to choose from are a `window`. */
export interface DateSpan {
  kind: 'date';
  /** Token positions. */
  from: number;
  to: number;
  said: string;
  start?: Day;
  end?: Day;
  window?: DayRange;
  /** Days meant as a whole ("next weekend"): the last one is a day of the trip. */
  stay?: boolean;
  /** The days of a feast, which a longer stay goes beyond on either side. */
  feast?: boolean;
  /** The words around say that this is the last day ("until", "returning"). */
  closes?: boolean;
}

const dayPiece = (piece: Piece): piece is Piece & { kind: 'day' } => piece.kind === 'day';

type DayPiece = Piece & { kind: 'day' };

/** Fills the month or year one end of a range leaves out from the other end. */
function complete(left: Piece, right: Piece): [Piece, Piece] {
  if (left.kind === 'month' && right.kind === 'month') {
    const y = left.y ?? (right.y !== undefined && left.m > right.m ? right.y - 1 : right.y);
    return [{ ...left, y }, right];
  }
  if (!dayPiece(left) || !dayPiece(right)) return [left, right];
  const begin = completeLeft(left, right);
  return [begin, completeRight(begin, right)];
}

function completeLeft(left: DayPiece, right: DayPiece): DayPiece {
  const m = left.m ?? right.m;
  if (left.y !== undefined || right.y === undefined) return { ...left, m };
  return { ...left, m, y: m !== undefined && right.m !== undefined && m > right.m ? right.y - 1 : right.y };
}

function completeRight(begin: DayPiece, right: DayPiece): DayPiece {
  if (begin.m === undefined) return right;
  const m = right.m ?? (right.d >= begin.d ? begin.m : (begin.m % 12) + 1);
  if (right.y !== undefined || begin.y === undefined) return { ...right, m };
  return { ...right, m, y: m < begin.m ? begin.y + 1 : begin.y };
}

function openRange(source: Source, i: number): { between: boolean; at: number } | undefined {
  const between = wordAt(source, i, 'between');
  if (between) {
    const at = wordAt(source, between.to, 'the') ?? wordAt(source, between.to, 'of');
    return { between: true, at: at?.to ?? between.to };
  }
  const from = wordAt(source, i, 'from') ?? wordAt(source, i, 'on');
  return from && { between: false, at: from.to };
}

/** "Monday to Thursday next week": a plain weekday before a fixed one lies in the same week. */
function backTo(a: Piece, b: Piece): Resolved | undefined {
  if (a.kind !== 'weekday' || b.kind !== 'exact') return undefined;
  const back = (weekdayOf(b.day) - a.weekday + 7) % 7;
  return { day: b.day - (back === 0 ? 7 : back) };
}

/** Days that a range without years may have. */
const longestStay = 200;

function ends(
  left: Piece,
  right: Piece,
  floor: Day,
): { start?: Day; end?: Day; window?: DayRange } | undefined {
  const [a, b] = complete(left, right);
  const first = backTo(a, b) ?? resolve(a, floor);
  const explicit = dayPiece(a) && a.y !== undefined;
  const begin = rangeOf(first);
  const second = resolve(b, b.kind === 'exact' || explicit ? begin.from : Math.max(begin.from, floor));
  const finish = rangeOf(second);
  if (finish.to < begin.from || finish.to - begin.from > 400) return undefined;
  // "from December 20 to December 10": nobody means a year; the end is a slip.
  const rolled = dayPiece(b) && b.y === undefined && dayPiece(a) && a.y === undefined;
  if (rolled && finish.to - begin.from > longestStay) return { start: begin.from };
  const open = first.window ?? second.window;
  if (open && (a.kind === 'month' || b.kind === 'month' || first.window)) {
    return { window: { from: begin.from, to: finish.to } };
  }
  return { start: begin.from, end: second.window ? finish.from : finish.to };
}

/** "between Christmas and New Year": the days from the one to the other, without those around them. */
function betweenFeasts(left: Piece, right: Piece): { window: DayRange } | undefined {
  if (left.kind !== 'window' || left.day === undefined) return undefined;
  const end = right.kind === 'window' ? right.day : right.kind === 'exact' ? right.day : undefined;
  if (end === undefined || end <= left.day + 1 || end - left.day > 60) return undefined;
  return { window: { from: left.day + 1, to: end } };
}

function rangeAt(source: Source, i: number, today: Day, floor: Day): DateSpan | undefined {
  const open = openRange(source, i);
  const at = open?.at ?? i;
  const left = pieceAt(source, at, today);
  if (!left) return undefined;
  const either = left.piece.kind === 'month' ? wordAt(source, left.to, 'or')?.to : undefined;
  const next = rangeMarkAt(source, left.to, open?.between ?? false) ?? either;
  const right = next === undefined ? undefined : pieceAt(source, next, today);
  if (
    !right ||
    (next === either && right.piece.kind !== 'month') ||
    !joinable(source, left, right, open !== undefined)
  )
    return undefined;
  const days =
    (open?.between === true ? betweenFeasts(left.piece, right.piece) : undefined) ??
    ends(left.piece, right.piece, floorFor(left.piece, today, floor));
  return days && { kind: 'date', from: i, to: right.to, said: saidBetween(source, at, right.to), ...days };
}

const unitClasses = [
  'day_unit',
  'night_unit',
  'week_unit',
  'month_unit',
  'person',
  'adult',
  'child',
  'thousand',
  'friend',
] as const;

/** Two bare numbers are days of a month only where nothing else can be meant. */
function joinable(source: Source, left: PieceAt, right: PieceAt, opened: boolean): boolean {
  const bare = (piece: Piece): boolean => dayPiece(piece) && piece.m === undefined && piece.bare === true;
  if (bare(right.piece) && unitClasses.some((cls) => wordAt(source, right.to, cls))) return false;
  if (!bare(left.piece) || !bare(right.piece)) {
    return !(bare(left.piece) && (right.piece.kind === 'month' || right.piece.kind === 'window'));
  }
  return source.asked === 'dates' || (opened && source.tokens[left.to - 1]?.kind === 'word');
}

/** A day without month means the month that was talked about. */
const floorFor = (piece: Piece, today: Day, floor: Day): Day =>
  dayPiece(piece) && piece.m === undefined ? floor : today;

const closing = /^(?:to|into|through|throughout)$/;

/** How long "after June 10th" stays open, in days; "right after" is the week that follows. */
const openDays = 30;
const soonDays = 7;
const soon = wordSet(
  'right just shortly straight soon immediately kurz gleich direkt juste peu justo poco appena subito subito logo pouco direct vlak kort',
);

/** Words that mean "before" and "after" a date, by language; in English they always do. */
const befores = wordSet('before vor avant antes prima voor');
const afters: Record<string, string> = {
  de: 'nach',
  fr: 'après',
  es: 'después tras',
  it: 'dopo',
  pt: 'depois após',
  nl: 'na',
};

/** Where the word stands that "after the", "después de" end with. */
function wordOfSide(source: Source, i: number): number {
  let at = i;
  for (let steps = 0; steps < 2; steps += 1)
    at =
      (wordBefore(source, at, 'the') ?? (source.language === 'en' ? undefined : wordBefore(source, at, 'of')))
        ?.from ?? at;
  return at;
}

/** "no later than" counts the day itself; "not before" is from that day on. */
function sideOf(source: Source, i: number): 'before' | 'until' | 'after' | 'from' | undefined {
  const foreign = foreignSide(source, i);
  if (foreign) return foreign;
  const [third, second, first] = [3, 2, 1].map((back) => source.tokens[i - back]?.low);
  if (first === 'than' && second === 'later' && (third === 'no' || third === 'not')) return 'until';
  if (first === 'than' && second === 'earlier' && (third === 'no' || third === 'not')) return 'from';
  if (first === 'by' && isArrival(source, i - 1)) return 'until';
  if (first === 'before') return second === 'not' ? 'from' : 'before';
  return first === 'after' ? 'after' : undefined;
}

const arrivals = wordSet('be arrive arriving get getting reach reaching there land');

/** "I have to be in Orlando by Sunday": the last day to arrive on. */
const isArrival = (source: Source, i: number): boolean =>
  source.tokens.slice(Math.max(0, i - 5), i).some((token) => arrivals.has(token.low));

function foreignSide(source: Source, i: number): 'before' | 'after' | undefined {
  if (source.language === 'en') return undefined;
  const word = source.tokens[i - 1]?.low ?? '';
  if (befores.has(word)) return 'before';
  return wordSet(afters[source.language] ?? '').has(word) ? 'after' : undefined;
}

/** "before Christmas", "after June 10th": days to choose from on one side. */
function besideOf(
  source: Source,
  i: number,
  found: PieceAt,
  resolved: Resolved,
  today: Day,
): DateSpan | undefined {
  const word = wordOfSide(source, i);
  const side = sideOf(source, word);
  if (side === undefined) return undefined;
  if (
    source.tokens
      .slice(Math.max(0, word - 4), word - 1)
      .some((token) => ['back', 'home', 'return', 'day', 'days', 'week'].includes(token.low))
  ) {
    return undefined;
  }
  const { from, to } = coreOf(found.piece, rangeOf(resolved));
  const open = soon.has(source.tokens[word - 2]?.low ?? '') ? soonDays : openDays;
  const window = {
    before: { from: today, to: from - 1 },
    until: { from: today, to },
    after: { from: to + 1, to: to + open },
    from: { from, to: from + open },
  }[side];
  if (window.to < window.from) return undefined;
  return {
    kind: 'date',
    from: word - 1,
    to: found.to,
    said: saidBetween(source, word - 1, found.to),
    window,
  };
}

/** The day itself of a feast that lasts one, all days of one that lasts several from its first on. */
function coreOf(piece: Piece, range: DayRange): DayRange {
  if (piece.kind !== 'window' || piece.day === undefined) return range;
  const [before, after] = piece.around ?? [0, 0];
  return before === 0 && after > 1 ? range : { from: piece.day, to: piece.day };
}

function loneAt(
  source: Source,
  i: number,
  today: Day,
  floor: Day,
  month: DayRange | undefined,
): DateSpan | undefined {
  const found = (month && nthInKnownMonth(source, i, month)) ?? pieceAt(source, i, today);
  if (!found) return undefined;
  if (dayPiece(found.piece) && found.piece.bare) return undefined;
  const resolved = resolve(found.piece, floorFor(found.piece, today, floor));
  const sided = besideOf(source, i, found, resolved, today);
  if (sided) return sided;
  const before = wordBefore(source, i, 'on')?.from ?? i;
  const closer = wordBefore(source, before, 'to');
  const closes = closer !== undefined && !closing.test(source.tokens[closer.from]?.low ?? '');
  const days = resolved.stay
    ? { start: resolved.stay.from, end: resolved.stay.to, stay: true }
    : {
        start: resolved.day,
        window: resolved.window,
        ...(found.piece.kind === 'window' && found.piece.day !== undefined ? { feast: true } : {}),
      };
  return { kind: 'date', from: i, to: found.to, said: saidBetween(source, i, found.to), closes, ...days };
}

/** Every date expression of the message, left to right, none inside another. `month` is a month under discussion. */
export function recogniseDates(source: Source, month?: DayRange): DateSpan[] {
  const today = dayFromIso(source.today) ?? 0;
  let floor = month && partsOf(month.from).y < 2200 ? Math.max(month.from, today) : today;
  const spans: DateSpan[] = [];
  for (let i = 0; i < source.tokens.length;) {
    const span = rangeAt(source, i, today, floor) ?? loneAt(source, i, today, floor, month);
    if (span) spans.push(span);
    // "on March 11th, back on the 14th": of the month that was named just before.
    floor = span?.start ?? (span?.feast ? undefined : span?.window?.from) ?? floor;
    i = span?.to ?? i + 1;
  }
  return spans;
}
