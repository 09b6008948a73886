import { Phrases } from '../text/phrases.js';
import { type Source, wordAt } from '../text/source.js';
import { type Day, monthRange, partsOf } from './calendar.js';
import { dayNumberAt, yearAt } from './day-month.js';
import { type PieceAt } from './piece.js';

const quarters = new Phrases<true>(
  ['quarter', 'quartal', 'trimestre', 'trimester', 'kwartaal'].map((word) => [word, true] as const),
);

/** "Q2", "T3": a letter with its number stuck to it. */
function lettered(source: Source, i: number): { n: number; to: number } | undefined {
  const [letter, digit] = [source.tokens[i], source.tokens[i + 1]];
  const fits =
    letter?.raw === 'Q' || letter?.low === 'q' || (letter?.raw === 'T' && source.language !== 'en');
  if (!fits || digit?.kind !== 'number' || !digit.glued || !/^[1-4]$/.test(digit.low)) return undefined;
  return source.tokens[i + 2]?.glued && source.tokens[i + 2]?.kind !== 'mark'
    ? undefined
    : { n: Number(digit.low), to: i + 2 };
}

/** "the second quarter", "deuxième trimestre". */
function spelled(source: Source, i: number): { n: number; to: number } | undefined {
  const at = wordAt(source, i, 'the')?.to ?? i;
  const last = source.tokens[at]?.low === 'last' ? { value: 4, to: at + 1, ordinal: true } : undefined;
  const ordinal = last ?? dayNumberAt(source, at);
  if (!ordinal?.ordinal || ordinal.value > 4) return undefined;
  const noun = quarters.at(source.tokens, ordinal.to);
  return noun && { n: ordinal.value, to: noun.to };
}

/** Three months by their number: "in Q2", "Q1 2028", "the third quarter of next year". What is over moves to the next year. */
export function quarterAt(source: Source, i: number, today: Day): PieceAt | undefined {
  const found = lettered(source, i) ?? spelled(source, i);
  if (!found) return undefined;
  const year = yearAt(source, found.to);
  const range = (y: number) => ({
    from: monthRange(y, 3 * found.n - 2).from,
    to: monthRange(y, 3 * found.n).to,
  });
  if (year) return { piece: { kind: 'window', range: range(year.value) }, to: year.to };
  const { y } = partsOf(today);
  const own = range(y);
  const next = own.to < today ? range(y + 1) : { from: Math.max(own.from, today), to: own.to };
  return { piece: { kind: 'window', range: next }, to: found.to };
}
