import { type Source, saidBetween, wordAt, wordBefore } from '../text/source.js';
import { type Day, dayFromIso, type DayRange, partsOf, weekdayOf } from './calendar.js';
import { type Piece, type PieceAt } from './piece.js';
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
  if (between) return { between: true, at: wordAt(source, between.to, 'of')?.to ?? between.to };
  const from = wordAt(source, i, 'from') ?? wordAt(source, i, 'on');
  return from && { between: false, at: from.to };
}

/** "Monday to Thursday next week": a plain weekday before a fixed one lies in the same week. */
function backTo(a: Piece, b: Piece): Resolved | undefined {
  if (a.kind !== 'weekday' || b.kind !== 'exact') return undefined;
  const back = (weekdayOf(b.day) - a.weekday + 7) % 7;
  return { day: b.day - (back === 0 ? 7 : back) };
}

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
  const open = first.window ?? second.window;
  if (open && (a.kind === 'month' || b.kind === 'month' || first.window)) {
    return { window: { from: begin.from, to: finish.to } };
  }
  return { start: begin.from, end: second.window ? finish.from : finish.to };
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
  const days = ends(left.piece, right.piece, floorFor(left.piece, today, floor));
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

/** How long "after June 10th" stays open, in days. */
const openDays = 30;

/** "no later than" counts the day itself; "not before" is from that day on. */
function sideOf(source: Source, i: number): 'before' | 'until' | 'after' | 'from' | undefined {
  const [third, second, first] = [3, 2, 1].map((back) => source.tokens[i - back]?.low);
  if (first === 'than' && second === 'later' && (third === 'no' || third === 'not')) return 'until';
  if (first === 'than' && second === 'earlier' && (third === 'no' || third === 'not')) return 'from';
  if (first === 'before') return second === 'not' ? 'from' : 'before';
  return first === 'after' ? 'after' : undefined;
}

/** "before Christmas", "after June 10th": days to choose from on one side. */
function besideOf(
  source: Source,
  i: number,
  found: PieceAt,
  resolved: Resolved,
  today: Day,
): DateSpan | undefined {
  const side = sideOf(source, i);
  if (side === undefined) return undefined;
  if (
    source.tokens
      .slice(Math.max(0, i - 4), i - 1)
      .some((token) => ['back', 'home', 'return', 'day', 'days', 'week'].includes(token.low))
  ) {
    return undefined;
  }
  const centre = found.piece.kind === 'window' ? found.piece.day : undefined;
  const { from, to } = centre === undefined ? rangeOf(resolved) : { from: centre, to: centre };
  const window = {
    before: { from: today, to: from - 1 },
    until: { from: today, to },
    after: { from: to + 1, to: to + openDays },
    from: { from, to: from + openDays },
  }[side];
  if (window.to < window.from) return undefined;
  return { kind: 'date', from: i - 1, to: found.to, said: saidBetween(source, i - 1, found.to), window };
}

function loneAt(source: Source, i: number, today: Day, floor: Day): DateSpan | undefined {
  const found = pieceAt(source, i, today);
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
    : { start: resolved.day, window: resolved.window };
  return { kind: 'date', from: i, to: found.to, said: saidBetween(source, i, found.to), closes, ...days };
}

/** Every date expression of the message, left to right, none inside another. `month` is a month under discussion. */
export function recogniseDates(source: Source, month?: DayRange): DateSpan[] {
  const today = dayFromIso(source.today) ?? 0;
  const floor = month && partsOf(month.from).y < 2200 ? Math.max(month.from, today) : today;
  const spans: DateSpan[] = [];
  for (let i = 0; i < source.tokens.length;) {
    const span = rangeAt(source, i, today, floor) ?? loneAt(source, i, today, floor);
    if (span) spans.push(span);
    i = span?.to ?? i + 1;
  }
  return spans;
}
