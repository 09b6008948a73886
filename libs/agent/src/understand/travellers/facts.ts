import { countAt } from '../text/numbers.js';
import { wordSet } from '../text/word-set.js';
import { markAt, type Source, wordAt, wordBefore } from '../text/source.js';
import { Phrases } from '../text/phrases.js';
import { agesAt } from './ages.js';
import { countedAt, forSomeAt, groupAt, labelledAt } from './counted.js';
import { type FactSpan } from './fact.js';
import { multiplesAt } from './multiples.js';
import { relationAt } from './relations.js';

const otherCouples = new Phrases([
  ['another couple', true],
  ['one other couple', true],
]);

/** "me plus two", "me and 3". */
function speakerAndSome(source: Source, i: number): FactSpan | undefined {
  if (source.tokens[i]?.low !== 'me') return undefined;
  const joined = wordAt(source, i + 1, 'with') ?? (markAt(source, i + 1, '+') ? { to: i + 2 } : undefined);
  const count = joined && countAt(source, joined.to);
  const next = count && source.tokens[count.to];
  if (!count || (next && next.kind === 'word')) return undefined;
  return { from: i, to: count.to, fact: { what: 'total', n: count.value + 1 } };
}

function simpleAt(source: Source, i: number): FactSpan | undefined {
  const solo = wordAt(source, i, 'solo');
  if (solo) return { from: i, to: solo.to, fact: { what: 'solo' } };
  const pair = wordAt(source, i, 'pair');
  if (pair) return { from: i, to: pair.to, fact: { what: 'pair' } };
  const company = speakerAndSome(source, i);
  if (company) return company;
  const others = otherCouples.at(source.tokens, i);
  if (others) return { from: i, to: others.to, fact: { what: 'companions', n: 2 } };
  const couple = wordAt(source, i, 'couple');
  if (couple && source.tokens[couple.to - 1]?.low === 'couple' && coupleIsPeople(source, i, couple.to)) {
    return { from: i, to: couple.to, fact: { what: 'pair' } };
  }
  const me = source.tokens[i];
  if (me && ['me', 'myself', 'i'].includes(me.low)) {
    const and = wordAt(source, i + 1, 'and') ?? (wordBefore(source, i, 'and') ? { to: i } : undefined);
    if (and) return { from: i, to: i + 1, fact: { what: 'me' } };
  }
  return undefined;
}

function coupleIsPeople(source: Source, i: number, to: number): boolean {
  const next = source.tokens[to];
  const plain =
    next === undefined ||
    next.kind === 'mark' ||
    next.low.endsWith('ing') ||
    ['from', 'with', 'in', 'to', 'on', 'and', 'who', 'at'].includes(next.low);
  return (
    plain &&
    (wordBefore(source, i, 'for') !== undefined ||
      i === 0 ||
      ['a', 'as', 'are', 'were', 'the'].includes(source.tokens[i]?.low ?? ''))
  );
}

/** Every statement about travellers, left to right; `taken` tokens say something else already. */
export function travellerFacts(source: Source, taken: (i: number) => boolean): FactSpan[] {
  const facts: FactSpan[] = [];
  for (let i = 0; i < source.tokens.length;) {
    const found = taken(i) ? undefined : factAt(source, i);
    const free = found !== undefined && !taken(found.to - 1);
    const joined = free && facts.at(-1)?.to === i - 1 && wordAt(source, i - 1, 'and') !== undefined;
    if (free)
      facts.push(
        joined && found.fact.what === 'total' ? { ...found, fact: { ...found.fact, joined } } : found,
      );
    i = free ? found.to : i + 1;
  }
  return facts;
}

const babies = wordSet('baby infant toddler newborn säugling bébé bebé bebê neonato');

/** "2 adults, twins, baby 10 months": in a list of who comes along, one without a number. */
function babyAt(source: Source, i: number): FactSpan | undefined {
  const listed = markAt(source, i - 1, ',+&') || wordBefore(source, i, 'and') !== undefined;
  if (!listed || !babies.has(source.tokens[i]?.low ?? '') || source.tokens[i + 1]?.kind === 'word')
    return undefined;
  return { from: i, to: i + 1, fact: { what: 'infants', n: 1 } };
}

const factAt = (source: Source, i: number): FactSpan | undefined =>
  multiplesAt(source, i) ??
  relationAt(source, i) ??
  labelledAt(source, i) ??
  countedAt(source, i) ??
  groupAt(source, i) ??
  agesAt(source, i) ??
  simpleAt(source, i) ??
  babyAt(source, i) ??
  forSomeAt(source, i);
