import { type Hit } from '../text/phrases.js';
import { wordSet } from '../text/word-set.js';
import { markAt, type Source, wordAt, wordBefore } from '../text/source.js';
import { type MonthPart } from './calendar.js';
import { type PieceAt } from './piece.js';

const suffixes = wordSet('st nd rd th er re e eme ª º de ste');

interface DayNumber extends Hit<number> {
  /** Written as an ordinal: "15th", "fifteenth", "15." */
  ordinal: boolean;
}

/** A day of the month: `15`, `15th`, `15.`, `fifteenth`. */
export function dayNumberAt(source: Source, i: number): DayNumber | undefined {
  const token = source.tokens[i];
  if (token?.kind === 'number') {
    const value = Number(token.low);
    if (token.low.length > 2 || value < 1 || value > 31) return undefined;
    const next = source.tokens[i + 1];
    if (next?.glued && next.kind === 'word') {
      // "1e9" is no first of anything.
      const goesOn = source.tokens[i + 2]?.glued === true && source.tokens[i + 2]?.kind !== 'mark';
      return suffixes.has(next.low) && !goesOn ? { value, to: i + 2, ordinal: true } : undefined;
    }
    if (next?.glued && 'ºª'.includes(next.raw)) return { value, to: i + 2, ordinal: true };
    return dottedDay(source, i, value) ?? { value, to: i + 1, ordinal: false };
  }
  const word = wordAt(source, i, 'ordinal');
  return word && word.value <= 31 ? { ...word, ordinal: true } : undefined;
}

/** What may stand behind "am 14.": the way home, and what is counted by ordinals. */
const travelling = wordSet('zurück wieder heim hin ab los');
const quarterly = wordSet('quartal wochenende woche');

/** "15. bis 22. Dezember": outside English a point after a number makes it an ordinal. */
function dottedDay(source: Source, i: number, value: number): DayNumber | undefined {
  const next = source.tokens[i + 2];
  const dotted =
    source.language !== 'en' && markAt(source, i + 1, '.') && source.tokens[i + 1]?.glued === true;
  if (!dotted || next === undefined || (next.kind === 'number' && next.glued)) return undefined;
  const goes =
    next.kind === 'word'
      ? (wordAt(source, i + 2, 'to') ??
        wordAt(source, i + 2, 'month') ??
        wordAt(source, i + 2, 'and') ??
        (quarterly.has(next.low) || travelling.has(next.low) ? next : undefined))
      : '-'.includes(next.low);
  return goes ? { value, to: i + 2, ordinal: true } : undefined;
}

/** `2027`, `'27` after a date, optionally after a comma or "of". */
export function yearAt(source: Source, i: number): Hit<number> | undefined {
  const comma = markAt(source, i, ',') ? i + 1 : i;
  const joined = wordAt(source, comma, 'of') ?? wordAt(source, comma, 'in');
  const at = joined && source.tokens[joined.to]?.low.length === 4 ? joined.to : comma;
  const token = source.tokens[at];
  if (token?.kind === 'number' && /^(?:19|20|21)\d\d$/.test(token.low)) {
    return isAmount(source, at + 1) ? undefined : { value: Number(token.low), to: at + 1 };
  }
  if (!markAt(source, at, "'")) return undefined;
  const short = source.tokens[at + 1];
  const fits = short?.kind === 'number' && short.glued && short.low.length === 2;
  return fits ? { value: 2000 + Number(short.low), to: at + 2 } : undefined;
}

const moneyWords = wordSet('dollars dollar usd eur euro euros bucks gbp pounds chf yen');

/** Whether what follows a number of four digits makes it money: a unit stuck to it, a sign or a currency. */
function isAmount(source: Source, i: number): boolean {
  const next = source.tokens[i];
  if (!next) return false;
  if (moneyWords.has(next.low)) return true;
  if (next.kind === 'mark' && '€$£¥'.includes(next.low)) return true;
  if (!next.glued) return false;
  return next.kind === 'word' || ('.,'.includes(next.low) && source.tokens[i + 1]?.glued === true);
}

/** Month names that are everyday words too, with what must stand before them to be a month. */
const wordy = wordSet('may march mar sep dec jan set mai ago out mag gen lug abr mei');
const monthCues = [
  'in',
  'early',
  'mid',
  'late',
  'first_half',
  'second_half',
  'next',
  'this',
  'of',
  'between',
] as const;

/** A day or year beside the word: "May 5", "5 May", "march 2027". */
const besideNumber = (source: Source, i: number, to: number): boolean =>
  yearAt(source, to) !== undefined ||
  dayNumberAt(source, to) !== undefined ||
  dayNumberAt(source, i - 1) !== undefined ||
  dayNumberAt(source, i - 2) !== undefined ||
  markAt(source, i - 1, '.-');

/** Another month before or after "to", "or", "and". */
function besideMonth(source: Source, i: number, to: number): boolean {
  const after = wordAt(source, to, 'to') ?? wordAt(source, to, 'or');
  if (after && wordAt(source, after.to, 'month')) return true;
  const before = wordBefore(source, i, 'to') ?? wordBefore(source, i, 'or') ?? wordBefore(source, i, 'and');
  return before !== undefined && wordBefore(source, before.from, 'month') !== undefined;
}

function looksLikeMonth(source: Source, i: number, to: number): boolean {
  const token = source.tokens[i];
  if (!token || !wordy.has(token.low)) return true;
  if (monthCues.some((cue) => wordBefore(source, i, cue))) return true;
  if (besideNumber(source, i, to) || besideMonth(source, i, to)) return true;
  if (source.asked === 'dates' && source.tokens.length <= 4) return true;
  // "This May", "for May", "from May": a capital inside a sentence after a small word.
  return token.capital && !token.opens && source.tokens[i - 1]?.capital !== true && token.low !== 'mar';
}

export function monthAt(source: Source, i: number): Hit<number> | undefined {
  const hit = wordAt(source, i, 'month');
  if (!hit || !looksLikeMonth(source, i, hit.to)) return undefined;
  return markAt(source, hit.to, '.') &&
    source.tokens[i]?.low.length === 3 &&
    source.tokens[hit.to + 1]?.kind === 'number'
    ? { value: hit.value, to: hit.to + 1 }
    : hit;
}

const parts: MonthPart[] = ['first_half', 'second_half', 'early', 'mid', 'late'];

/** "early", "mid-", "the end of", with where the month's name would follow. */
export function monthPartAt(source: Source, i: number): { part: MonthPart; to: number } | undefined {
  for (const part of parts) {
    const hit = wordAt(source, i, part);
    if (!hit) continue;
    let to = markAt(source, hit.to, '-') ? hit.to + 1 : hit.to;
    for (const filler of ['in', 'of', 'the'] as const) to = wordAt(source, to, filler)?.to ?? to;
    return { part, to };
  }
  return undefined;
}

/** "December 15th, 2026", "15 de diciembre", "the 15th of December", "March 2027", "mid-June", "the 15th". */
export function dayMonthAt(source: Source, i: number): PieceAt | undefined {
  return partOfMonthAt(source, i) ?? monthFirstAt(source, i) ?? dayFirstAt(source, i);
}

function partOfMonthAt(source: Source, i: number): PieceAt | undefined {
  const part = monthPartAt(source, i);
  const month = part && wordAt(source, part.to, 'month');
  if (!part || !month) return undefined;
  const year = yearAt(source, month.to);
  return {
    piece: { kind: 'month', m: month.value, y: year?.value, part: part.part },
    to: year?.to ?? month.to,
  };
}

function monthFirstAt(source: Source, i: number): PieceAt | undefined {
  const month = monthAt(source, i);
  if (!month) return undefined;
  const article =
    wordAt(source, month.to, 'the')?.to ?? (markAt(source, month.to, '-') ? month.to + 1 : month.to);
  const day = dayNumberAt(source, article);
  if (day && !countsSomething(source, day)) {
    const year = yearAt(source, day.to);
    return {
      piece: { kind: 'day', d: day.value, m: month.value, y: year?.value },
      to: year?.to ?? day.to,
    };
  }
  const year = yearAt(source, month.to);
  return { piece: { kind: 'month', m: month.value, y: year?.value }, to: year?.to ?? month.to };
}

const counted = [
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

/** "March 2 people": the number belongs to what follows. */
function countsSomething(source: Source, day: DayNumber): boolean {
  if (day.ordinal) return false;
  const at = markAt(source, day.to, '-') ? day.to + 1 : day.to;
  return counted.some((cls) => wordAt(source, at, cls) !== undefined);
}

/** "the 3rd day", "on the second night": counted from the beginning of the trip. */
const isDayOfTrip = (source: Source, { ordinal, to }: DayNumber): boolean => {
  const unit = ordinal ? (wordAt(source, to, 'day_unit') ?? wordAt(source, to, 'night_unit')) : undefined;
  const of = unit && wordAt(source, unit.to, 'of');
  return unit !== undefined && (of === undefined || wordAt(source, of.to, 'month') === undefined);
};

/** "our 25th anniversary", "her 40th birthday", "the 2nd time": an ordinal that counts something else than days. */
const counting = wordSet(
  'anniversary birthday wedding time visit trip floor century district arrondissement grade edition geburtstag hochzeitstag jahrestag anniversaire cumpleaños aniversario compleanno anniversario aniversário verjaardag',
);

const countsOther = (source: Source, { ordinal, to }: DayNumber): boolean =>
  ordinal && counting.has(source.tokens[to]?.low ?? '');

function dayFirstAt(source: Source, i: number): PieceAt | undefined {
  const first = wordAt(source, i, 'the')?.to ?? i;
  const day = dayNumberAt(source, first);
  if (!day || isDayOfTrip(source, day) || countsOther(source, day)) return undefined;
  const dotted = markAt(source, day.to, '.-') && source.tokens[day.to]?.glued;
  const next = dotted ? day.to + 1 : day.to;
  const month = wordAt(source, wordAt(source, next, 'of')?.to ?? next, 'month');
  if (month) return withMonth(source, day, month);
  const sure = day.ordinal && source.tokens[first]?.kind === 'number';
  const year = yearAt(source, day.to);
  return {
    piece: { kind: 'day', d: day.value, y: year?.value, ...(sure ? {} : { bare: true }) },
    to: year?.to ?? day.to,
  };
}

function withMonth(source: Source, day: DayNumber, month: Hit<number>): PieceAt {
  const marked = markAt(source, month.to, '.-') && source.tokens[month.to + 1]?.kind === 'number';
  const end = marked ? month.to + 1 : month.to;
  const year = yearAt(source, wordAt(source, end, 'of')?.to ?? end);
  return { piece: { kind: 'day', d: day.value, m: month.value, y: year?.value }, to: year?.to ?? month.to };
}
