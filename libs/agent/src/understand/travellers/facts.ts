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

/** "grandparents, us two and our 3 kids": in a list of who comes along, those nobody calls "my". */
function listedParents(source: Source, i: number): FactSpan | undefined {
  const parents = wordAt(source, i, 'parent');
  if (!parents || wordBefore(source, i, 'my')) return undefined;
  const next =
    wordAt(source, parents.to, 'and')?.to ?? (markAt(source, parents.to, ',&+') ? parents.to + 1 : undefined);
  if (next === undefined || wordAt(source, next, 'parent')) return undefined;
  return factAt(source, next)?.fact.what === 'total'
    ? { from: i, to: parents.to, fact: { what: 'total', n: 2, joined: true } }
    : undefined;
}

function simpleAt(source: Source, i: number): FactSpan | undefined {
  const solo = wordAt(source, i, 'solo');
  if (solo) return { from: i, to: solo.to, fact: { what: 'solo' } };
  const pair = wordAt(source, i, 'pair');
  // "mi pareja" is one of the two, and may be whom one visits.
  if (pair && !(wordAt(source, i, 'partner') && wordBefore(source, i, 'my')))
    return { from: i, to: pair.to, fact: { what: 'pair' } };
  const company = speakerAndSome(source, i);
  if (company) return company;
  const others = otherCouples.at(source.tokens, i);
  if (others) return { from: i, to: others.to, fact: { what: 'companions', n: 2 } };
  const parents = listedParents(source, i);
  if (parents) return parents;
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

/** "and", or a comma in a list that began with people to be added up. */
const goesOn = (source: Source, i: number, last: FactSpan | undefined): boolean =>
  wordAt(source, i, 'and') !== undefined ||
  (markAt(source, i, ',') && last?.fact.what === 'total' && last.fact.joined === true);

/** Every statement about travellers, left to right; `taken` tokens say something else already. */
export function travellerFacts(source: Source, taken: (i: number) => boolean): FactSpan[] {
  const facts: FactSpan[] = [];
  for (let i = 0; i < source.tokens.length;) {
    const found = taken(i) ? undefined : factAt(source, i);
    const free = found !== undefined && !taken(found.to - 1);
    const joined = free && facts.at(-1)?.to === i - 1 && goesOn(source, i - 1, facts.at(-1));
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
