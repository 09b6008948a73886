import { wordSet } from '../text/word-set.js';
import { countAt } from '../text/numbers.js';
import { anyWordAt, markAt, type Source, wordAt, wordBefore } from '../text/source.js';
import { type WordClass } from '../data/words.js';
import { quantityAt } from '../dates/count.js';

/** One statement about who travels. */
export type Fact =
  | {
      what: 'adults' | 'children' | 'infants' | 'companions' | 'total';
      n: number;
      family?: boolean;
      among?: boolean;
      ours?: boolean;
    }
  | { what: 'me' | 'solo' | 'pair' }
  | { what: 'ages'; ages: number[] };

export interface FactSpan {
  from: number;
  to: number;
  fact: Fact;
}

const partOf = wordSet('including whom them which incl inclusive');

/** Whether the people named at `i` are some of those counted before ("4 people including 2 kids"). */
function isAmong(source: Source, i: number): boolean {
  return source.tokens.slice(Math.max(0, i - 3), i).some((token) => partOf.has(token.low));
}

const countedAs: [WordClass, 'adults' | 'children' | 'infants' | 'companions' | 'total'][] = [
  ['of_us', 'total'],
  ['infant', 'infants'],
  ['child', 'children'],
  ['adult', 'adults'],
  ['friend', 'companions'],
  ['person', 'total'],
];

const describing = wordSet(
  'small young little other adult grown best close good more school teenage old elderly year additional of my kleine kleinen fellow extra',
);

/** "2 adults", "three kids", "4 people", "two of us", "3 friends". */
function countedAt(source: Source, i: number): FactSpan | undefined {
  const quantity =
    countAt(source, i) ??
    (wordAt(source, i, 'couple') || articleAt(source, i) ? quantityAt(source, i) : undefined);
  if (!quantity || quantity.value > 99 || quantity.value < 1) return undefined;
  let at = markAt(source, quantity.to, '-') ? quantity.to + 1 : quantity.to;
  const direct = peopleAt(source, at);
  if (!direct && describing.has(source.tokens[at]?.low ?? '')) at += 1;
  const people = direct ?? peopleAt(source, at);
  if (!people) return undefined;
  const [what, to] = people;
  const single = articleAt(source, i) && !['infants', 'children', 'companions'].includes(what);
  if (single || isPlaceCount(source, to)) return undefined;
  return {
    from: i,
    to,
    fact: { what, n: Math.round(quantity.value), among: isAmong(source, i), ours: ours(source, i) },
  };
}

const articleAt = (source: Source, i: number): boolean => ['a', 'an'].includes(source.tokens[i]?.low ?? '');

/** "2 person room" is about the room. */
const isPlaceCount = (source: Source, i: number): boolean =>
  ['room', 'tent', 'table', 'bed'].includes(source.tokens[i]?.low ?? '');

function peopleAt(
  source: Source,
  i: number,
): [Exclude<Fact['what'], 'me' | 'solo' | 'pair' | 'ages'>, number] | undefined {
  for (const [cls, what] of countedAs) {
    const hit = wordAt(source, i, cls);
    if (hit) return [what, hit.to];
  }
  return undefined;
}

/** "family of four", "a group of 6", "party of 5", "we are 4". */
function groupAt(source: Source, i: number): FactSpan | undefined {
  const group = anyWordAt(source, i, ['family', 'group']);
  const of = group && wordAt(source, group.to, 'of');
  if (!group || !of) return weAreAt(source, i);
  const count = countAt(source, of.to);
  const rest = count && peopleAt(source, count.to);
  if (!count || (rest && !['total', 'companions'].includes(rest[0]))) return undefined;
  const fact = { what: 'total', n: count.value, family: group.cls === 'family' } as const;
  return { from: i, to: rest?.[1] ?? count.to, fact };
}

function weAreAt(source: Source, i: number): FactSpan | undefined {
  const are = wordAt(source, i, 'we_are');
  const count = are && countAt(source, are.to);
  if (!count || count.value > 50 || source.tokens[i]?.low === 'its') return undefined;
  const fact = { what: 'total', n: count.value } as const;
  const ofUs = wordAt(source, count.to, 'of_us');
  if (ofUs) return { from: i, to: ofUs.to, fact };
  const after = source.tokens[count.to];
  const ended =
    after === undefined || after.low === 'and' || (after.kind === 'mark' && !'-/:%'.includes(after.low));
  return ended ? { from: i, to: count.to, fact } : undefined;
}

const visits = wordSet(
  'visit visiting see seeing meet meeting from surprise like said says called ask tell besuchen',
);
const relations: [WordClass, (count: number) => Fact][] = [
  ['partner', () => ({ what: 'companions', n: 1 })],
  ['parent', () => ({ what: 'companions', n: 2 })],
  ['own_infant', (n) => ({ what: 'infants', n })],
  ['own_child', (n) => ({ what: 'children', n })],
  ['relative', (n) => ({ what: 'companions', n })],
  ['friend', (n) => ({ what: 'companions', n })],
];

/** "my wife", "our two kids", "with friends": only where the words around say that they come along. */
function relationAt(source: Source, i: number): FactSpan | undefined {
  const my = wordAt(source, i, 'my');
  if (!my) return undefined;
  const count = countAt(source, my.to);
  const aged = ageAt(source, my.to);
  const first = aged?.to ?? count?.to ?? my.to;
  const at = !aged && describing.has(source.tokens[first]?.low ?? '') ? first + 1 : first;
  const found = relatedAt(source, at);
  if (!found || !comesAlong(source, i, found.to) || possessive(source, found.to)) return undefined;
  const n = aged ? 1 : (count?.value ?? found.implied);
  if (n === undefined) return undefined;
  return {
    from: i,
    to: found.to,
    fact: { ...found.toFact(n), ours: source.tokens[i]?.low === 'our' } as Fact,
  };
}

/** Who is named at token `i`; `implied` is how many that is without a number ("twins" two, "friends" nobody knows). */
function relatedAt(
  source: Source,
  i: number,
): { toFact: (count: number) => Fact; implied?: number; to: number } | undefined {
  for (const [cls, toFact] of relations) {
    const hit = wordAt(source, i, cls);
    if (!hit) continue;
    const word = source.tokens[hit.to - 1]?.low ?? '';
    if (word === 'twins') return { toFact, implied: 2, to: hit.to };
    const unknown = cls === 'friend' || (cls === 'own_child' && /(?:s|ren)$/.test(word));
    return { toFact, implied: unknown ? undefined : 1, to: hit.to };
  }
  return undefined;
}

const possessive = (source: Source, to: number): boolean => /'s$/i.test(source.tokens[to - 1]?.raw ?? '');

function comesAlong(source: Source, i: number, to: number): boolean {
  if (source.asked === 'travellers') return true;
  const before = source.tokens[i - 1];
  if (before && visits.has(before.low)) return false;
  if (wordBefore(source, i, 'with') || wordBefore(source, i, 'for') || wordBefore(source, i, 'me'))
    return true;
  if (['bringing', 'bring', 'taking', 'take', 'having'].includes(before?.low ?? '')) return true;
  const joined = wordAt(source, to, 'and') ?? (markAt(source, to, ',') ? { to: to + 1 } : undefined);
  if (joined && (wordAt(source, joined.to, 'me') || wordAt(source, joined.to, 'my'))) return true;
  return source.tokens[to]?.low === 'is' && ['coming', 'joining'].includes(source.tokens[to + 1]?.low ?? '');
}

const ours = (source: Source, i: number): boolean => ['our', 'we'].includes(source.tokens[i - 1]?.low ?? '');

/** "6-year-old", "aged 5 and 7", "ages 5, 7 and 10". */
function ageAt(source: Source, i: number): { age: number; to: number } | undefined {
  const count = countAt(source, i);
  if (!count) return undefined;
  const skip = (at: number): number => (markAt(source, at, '-') ? at + 1 : at);
  const year = skip(count.to);
  if (!wordAt(source, year, 'year_unit')) return undefined;
  const old = skip(year + 1);
  return source.tokens[old]?.low === 'old' || source.tokens[old]?.low === 'olds'
    ? { age: count.value, to: old + 1 }
    : undefined;
}

/** "5", "5, 7 and 10": ages, and where the list ends. */
function ageListAt(source: Source, i: number): { ages: number[]; to: number } {
  const ages: number[] = [];
  let to = i;
  for (let at = i; ages.length < 12;) {
    const count = countAt(source, at);
    if (!count || count.value > 17) break;
    ages.push(count.value);
    to = count.to;
    const comma = markAt(source, to, ',&') ? to + 1 : to;
    const next = wordAt(source, comma, 'and')?.to ?? comma;
    if (next === to) break;
    at = next;
  }
  return { ages, to };
}

function agesAt(source: Source, i: number): FactSpan | undefined {
  const single = ageAt(source, i);
  if (single && single.age < 18) {
    return { from: i, to: single.to, fact: { what: 'ages', ages: [single.age] } };
  }
  const aged = wordAt(source, i, 'aged');
  const bracket = markAt(source, i, '(') ? i + 1 : undefined;
  const start =
    aged?.to ?? (bracket === undefined ? undefined : (wordAt(source, bracket, 'child')?.to ?? bracket));
  if (start === undefined) return undefined;
  const { ages, to } = ageListAt(source, wordAt(source, start, 'aged')?.to ?? start);
  // "de 5", "van 5" and the like mean an age only with "years" after the number.
  const named = aged !== undefined && source.language === 'en';
  const closed =
    named ||
    (bracket !== undefined && markAt(source, to, ')')) ||
    wordAt(source, to, 'year_unit') !== undefined;
  return ages.length > 0 && closed ? { from: i, to, fact: { what: 'ages', ages } } : undefined;
}

function simpleAt(source: Source, i: number): FactSpan | undefined {
  const solo = wordAt(source, i, 'solo');
  if (solo) return { from: i, to: solo.to, fact: { what: 'solo' } };
  const pair = wordAt(source, i, 'pair');
  if (pair) return { from: i, to: pair.to, fact: { what: 'pair' } };
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
    [
      'from',
      'with',
      'in',
      'to',
      'on',
      'and',
      'who',
      'looking',
      'traveling',
      'travelling',
      'visiting',
    ].includes(next.low);
  return (
    plain &&
    (wordBefore(source, i, 'for') !== undefined ||
      i === 0 ||
      ['a', 'as', 'are', 'were'].includes(source.tokens[i]?.low ?? ''))
  );
}

/** Every statement about travellers, left to right; `taken` tokens say something else already. */
export function travellerFacts(source: Source, taken: (i: number) => boolean): FactSpan[] {
  const facts: FactSpan[] = [];
  for (let i = 0; i < source.tokens.length;) {
    const found = taken(i) ? undefined : factAt(source, i);
    const free = found !== undefined && !taken(found.to - 1);
    if (free) facts.push(found);
    i = free ? found.to : i + 1;
  }
  return facts;
}

const factAt = (source: Source, i: number): FactSpan | undefined =>
  relationAt(source, i) ??
  countedAt(source, i) ??
  groupAt(source, i) ??
  agesAt(source, i) ??
  simpleAt(source, i);
