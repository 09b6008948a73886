import { lexiconFor } from './lexicon.js';
import { markAt, type Source, wordAt } from './source.js';
import { type Hit } from './phrases.js';

/** A whole number written in digits or words ("twenty five"), without separators. Article "a" is not a number here. */
export function countAt(source: Source, i: number): Hit<number> | undefined {
  const token = source.tokens[i];
  if (!token) return undefined;
  if (token.kind === 'number') {
    return token.low.length <= 9 && !isBelowZero(source, i)
      ? { value: Number(token.low), to: i + 1 }
      : undefined;
  }
  const dozen = dozenAt(source, i);
  if (dozen) return dozen;
  const word = wordAt(source, i, 'number') ?? compoundAt(source, i);
  if (!word) return undefined;
  if (word.value >= 100) return word;
  if (word.value >= 20) {
    const gap = markAt(source, word.to, '-') ? word.to + 1 : word.to;
    const unit = wordAt(source, gap, 'number');
    if (unit && unit.value < 10) return { value: word.value + unit.value, to: unit.to };
  }
  return word;
}

const beforeMinus = /^(?:for|of|budget|with|is|about|für|pour|para|per|voor|[$€£¥])$/;

/** "for -3 people": less than nothing, so no number of anything. A dash between words or numbers is none. */
export const isBelowZero = (source: Source, i: number): boolean =>
  markAt(source, i - 1, '-') &&
  source.tokens[i]?.glued === true &&
  beforeMinus.test(source.tokens[i - 2]?.low ?? '');

/** "1e9", as programs write a thousand million. */
function powerAt(source: Source, i: number): Hit<number> | undefined {
  const [e, exponent] = [source.tokens[i + 1], source.tokens[i + 2]];
  if (e?.low !== 'e' || !e.glued || exponent?.kind !== 'number' || !exponent.glued) return undefined;
  const value = Number(`${source.tokens[i]?.low}e${exponent.low}`);
  return value <= 1e12 ? { value, to: i + 3 } : undefined;
}

function dozenAt(source: Source, i: number): Hit<number> | undefined {
  const at = source.tokens[i]?.low === 'a' || source.tokens[i]?.low === 'one' ? i + 1 : i;
  return source.tokens[at]?.low === 'dozen' ? { value: 12, to: at + 1 } : undefined;
}

/** Reads `1,500`, `1.500`, `1 500`, `1'500`, `2.5`, `2,5`: a mark before exactly three digits groups, any other is a decimal mark. */
export function amountAt(source: Source, i: number): Hit<number> | undefined {
  const first = source.tokens[i];
  if (first?.kind !== 'number' || first.low.length > 12 || isBelowZero(source, i)) return undefined;
  const power = powerAt(source, i);
  if (power) return power;
  let digits = first.low;
  let to = i + 1;
  let grouped = false;
  while (first.low.length <= 3) {
    const next = groupAt(source, to, grouped);
    if (!next) break;
    digits += next.digits;
    to = next.to;
    grouped = true;
  }
  const fraction = source.tokens[to + 1];
  if (
    markAt(source, to, '.,') &&
    source.tokens[to]?.glued &&
    fraction?.kind === 'number' &&
    fraction.glued &&
    fraction.low.length <= 2
  ) {
    return { value: Number(`${digits}.${fraction.low}`), to: to + 2 };
  }
  return { value: Number(digits), to };
}

function groupAt(source: Source, at: number, grouped: boolean): { digits: string; to: number } | undefined {
  const mark = source.tokens[at];
  const digits = source.tokens[at + 1];
  if (mark?.kind === 'mark' && ".,'".includes(mark.low)) {
    const fits = mark.glued && digits?.kind === 'number' && digits.glued && digits.low.length === 3;
    return fits ? { digits: digits.low, to: at + 2 } : undefined;
  }
  // "1 500": only digits one single space apart, as written in French and by SI rules.
  const before = source.tokens[at - 1];
  const spaced = mark?.kind === 'number' && mark.low.length === 3 && before && mark.start === before.end + 1;
  if (!spaced || (grouped && source.tokens[at - 2]?.kind === 'mark')) return undefined;
  return { digits: mark.low, to: at + 1 };
}

const compounds = /^(.*?)(?:und)?(tausend|duizend|mila|hundert|honderd|cento)(.*)$/;
const factors: Record<string, number> = {
  tausend: 1000,
  duizend: 1000,
  mila: 1000,
  hundert: 100,
  honderd: 100,
  cento: 100,
};

/** German, Italian and Dutch write "zweitausend", "tremila", "vijfhonderd" as one word. */
function compoundAt(source: Source, i: number): Hit<number> | undefined {
  const low = source.tokens[i]?.low ?? '';
  if (low.length < 7 || low.length > 30 || !/^(?:de|it|nl)$/.test(source.language)) return undefined;
  const value = compoundValue(source, low);
  return value === undefined ? undefined : { value, to: i + 1 };
}

function compoundValue(source: Source, word: string): number | undefined {
  if (word === '') return 0;
  const plain = lexiconFor(source.language)
    .get(word)
    ?.find((tag) => tag.cls === 'number')?.n;
  if (plain !== undefined) return plain;
  const [, head = '', scale = '', tail = ''] = compounds.exec(word) ?? [];
  if (scale === '') return undefined;
  const times = head === '' ? 1 : compoundValue(source, head);
  const rest = compoundValue(source, tail);
  return times === undefined || rest === undefined ? undefined : times * (factors[scale] ?? 1) + rest;
}
