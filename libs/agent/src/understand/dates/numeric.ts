import { type Source, wordAt } from '../text/source.js';
import { type PieceAt } from './piece.js';
import { realDay } from './calendar.js';

const monthFirstRegions = new Set('US PH JP CN KR TW CA BZ FM PW MH'.split(' '));

/** Whether `3/4` is the fourth of March here. Text in a language that writes the day first overrides an American locale. */
export function monthComesFirst(source: Source): boolean {
  if (source.language === 'ja') return true;
  if (source.language !== 'en') return false;
  if (source.region) return monthFirstRegions.has(source.region);
  return source.locale === '' || /^(?:en|ja|zh|ko)\b/i.test(source.locale);
}

interface Triple {
  numbers: [string, string, string?];
  mark: string;
  to: number;
}

/** Two or three numbers glued by the same mark: `12/15`, `15.12.2026`, `2026-12-15`. */
function tripleAt(source: Source, i: number): Triple | undefined {
  const { tokens } = source;
  const first = tokens[i];
  const mark = tokens[i + 1];
  const second = tokens[i + 2];
  if (first?.kind !== 'number' || mark?.kind !== 'mark' || second?.kind !== 'number') return undefined;
  if (!mark.glued || !second.glued || !'/.-'.includes(mark.low)) return undefined;
  const again = tokens[i + 3];
  const third = tokens[i + 4];
  if (again?.low === mark.low && again.glued && third?.kind === 'number' && third.glued) {
    return { numbers: [first.low, second.low, third.low], mark: mark.low, to: i + 5 };
  }
  return { numbers: [first.low, second.low], mark: mark.low, to: i + 3 };
}

const fullYear = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits));

function ordered(source: Source, a: number, b: number, mark: string): { d: number; m: number } | undefined {
  const monthFirst = mark !== '.' && monthComesFirst(source);
  const [m, d] = monthFirst ? [a, b] : [b, a];
  if (realDay(2024, m, d) !== undefined) return { d, m };
  return realDay(2024, d, m) === undefined ? undefined : { d: m, m: d };
}

const units = ['day_unit', 'night_unit', 'week_unit', 'month_unit', 'person'] as const;

function isFraction(source: Source, triple: Triple): boolean {
  const [a, b] = triple.numbers;
  if (a === '24' && b === '7') return true;
  return units.some((unit) => wordAt(source, triple.to, unit) !== undefined);
}

/** Dates in digits. A year may lead (ISO 8601) or end; without one, only `/` and (outside English) `.` separate day and month. */
export function numericDateAt(source: Source, i: number): PieceAt | undefined {
  const triple = tripleAt(source, i);
  if (!triple) return undefined;
  const [a, b, c] = triple.numbers;
  if (a.length === 4 && c !== undefined && c.length <= 2 && b.length <= 2) {
    return exact(Number(a), Number(b), Number(c), triple.to);
  }
  if (a.length > 2 || b.length > 2) return undefined;
  return c === undefined ? withoutYear(source, triple) : withYear(source, triple, c);
}

function withYear(source: Source, { numbers: [a, b], mark, to }: Triple, year: string): PieceAt | undefined {
  if (year.length !== 2 && year.length !== 4) return undefined;
  const order = ordered(source, Number(a), Number(b), mark);
  return order && exact(fullYear(year), order.m, order.d, to);
}

function withoutYear(source: Source, triple: Triple): PieceAt | undefined {
  const { numbers, mark, to } = triple;
  const end = source.tokens[to];
  const closed = mark === '.' && end?.low === '.' && end.glued;
  const dotted = mark === '.' && (closed || source.language !== 'en');
  if ((mark !== '/' && !dotted) || isFraction(source, triple)) return undefined;
  const order = ordered(source, Number(numbers[0]), Number(numbers[1]), mark);
  return order && { piece: { kind: 'day', ...order }, to: closed ? to + 1 : to };
}

const exact = (y: number, m: number, d: number, to: number): PieceAt | undefined =>
  realDay(y, m, d) === undefined ? undefined : { piece: { kind: 'day', y, m, d }, to };
