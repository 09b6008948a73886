import { type WordClass } from '../data/words.js';
import { quantityAt } from '../dates/count.js';
import { countAt } from '../text/numbers.js';
import { type Hit } from '../text/phrases.js';
import { anyWordAt, markAt, type Source, wordAt, wordBefore } from '../text/source.js';
import { wordSet } from '../text/word-set.js';
import { type Count, type FactSpan } from './fact.js';

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
  ['parent', 'adults'],
  ['friend', 'companions'],
  ['person', 'total'],
];

/** Adjectives that may stand between the number and the people. */
export const describing = wordSet(
  'college small young little other adult grown best close good more school teenage old elderly year additional of my kleine kleinen fellow extra',
);

/** "2", "three", "a", "a couple of" before people. */
function headcountAt(source: Source, i: number): Hit<number> | undefined {
  const vague = wordAt(source, i, 'couple') !== undefined || articleAt(source, i);
  const quantity = countAt(source, i) ?? (vague ? quantityAt(source, i) : undefined);
  return quantity && quantity.value >= 1 && quantity.value <= 99 ? quantity : undefined;
}

/** "2 adults", "three kids", "4 people", "two of us", "3 friends", "2 couples". */
export function countedAt(source: Source, i: number): FactSpan | undefined {
  const quantity = headcountAt(source, i);
  if (!quantity) return undefined;
  const n = Math.round(quantity.value);
  const first = markAt(source, quantity.to, '-') ? quantity.to + 1 : quantity.to;
  const direct = peopleAt(source, first);
  const at = !direct && describing.has(source.tokens[first]?.low ?? '') ? first + 1 : first;
  if (source.tokens[at]?.low === 'couples') return { from: i, to: at + 1, fact: { what: 'total', n: 2 * n } };
  const people = direct ?? peopleAt(source, at);
  if (!people || isPlaceCount(source, people[1]) || isSomeOfUs(source, i, people[1])) return undefined;
  const [what, to] = people;
  if (articleAt(source, i) && !singles.has(what)) return undefined;
  const all = what === 'companions' && !isCompany(source, i);
  return {
    from: i,
    to,
    fact: { what: all ? 'total' : what, n, among: isAmong(source, i), ours: ours(source, i) },
  };
}

/** People of whom "a" may name one: "a baby" travels along, "a person" does not say who. */
const singles = new Set<Count['what']>(['infants', 'children', 'companions']);

const companyWords = wordSet('with and my plus me bring bringing our some i mit avec con com met');

/** "with 4 friends" travel with the speaker; "4 friends" are everybody. */
const isCompany = (source: Source, i: number): boolean =>
  companyWords.has(source.tokens[i - 1]?.low ?? '') || articleAt(source, i);

const articleAt = (source: Source, i: number): boolean => ['a', 'an'].includes(source.tokens[i]?.low ?? '');

const states = wordSet('is are has have does do dont doesnt cant need needs eat eats like likes hate hates');
const goes = wordSet('going travelling traveling coming flying looking planning hoping heading');

/** "one of us is lactose intolerant": says something of some of the travellers. */
function isSomeOfUs(source: Source, i: number, to: number): boolean {
  if (source.tokens[to - 1]?.low !== 'us' || ['the', 'all'].includes(source.tokens[i - 1]?.low ?? ''))
    return false;
  const [verb, next] = [source.tokens[to]?.low ?? '', source.tokens[to + 1]?.low ?? ''];
  return states.has(verb) && !goes.has(next);
}

/** "2 person room" is about the room. */
const isPlaceCount = (source: Source, i: number): boolean =>
  ['room', 'tent', 'table', 'bed'].includes(source.tokens[i]?.low ?? '');

function peopleAt(source: Source, i: number): [Count['what'], number] | undefined {
  for (const [cls, what] of countedAs) {
    const hit = wordAt(source, i, cls);
    if (hit) return [what, hit.to];
  }
  return undefined;
}

/** "People: 2", "Adults: 2": a form that was filled in. */
export function labelledAt(source: Source, i: number): FactSpan | undefined {
  const people = peopleAt(source, i);
  if (!people || !markAt(source, people[1], ':=')) return undefined;
  const [what, to] = people;
  const count = countAt(source, to + 1);
  const next = count && source.tokens[count.to];
  if (!count || count.value > 99 || (next && next.kind !== 'mark' && !next.opens)) return undefined;
  return { from: i, to: count.to, fact: { what, n: count.value } };
}

/** "family of four", "a group of 6", "party of 5", "we are 4". */
export function groupAt(source: Source, i: number): FactSpan | undefined {
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
    after === undefined ||
    // "nous partons à 4 à Marrakech": the word before the number says that people are counted.
    (source.language !== 'en' &&
      countsPeople.has(source.tokens[are.to - 1]?.low ?? '') &&
      afterCount.has(after.low)) ||
    collective.has(source.tokens[count.to - 1]?.low ?? '') ||
    wordAt(source, count.to, 'and') !== undefined ||
    (after.kind === 'mark' && !'-/:%'.includes(after.low));
  return ended ? { from: i, to: count.to, fact } : undefined;
}

const countsPeople = wordSet('a zu in met em');

/** "zu dritt", "met z'n vieren": numbers that only people have. */
const collective = wordSet(
  'dritt viert fünft sechst siebt acht tweeën drieën vieren vijven zessen zevenen achten',
);

const ours = (source: Source, i: number): boolean => ourWords.has(source.tokens[i - 1]?.low ?? '');
const ourWords = wordSet(
  'our we unsere unseren unser nos nuestros nuestras nostri nostre nossos nossas onze',
);

/** "for two", "for 4" with nothing after it that could be counted. */
export function forSomeAt(source: Source, i: number): FactSpan | undefined {
  if (!wordBefore(source, i, 'for') && !isItalianParty(source, i)) return undefined;
  const count = countAt(source, i);
  if (!count || count.value > 20) return undefined;
  const next = source.tokens[count.to];
  const ended =
    next === undefined ||
    (next.kind === 'mark'
      ? '.,;!?)&'.includes(next.low) && !source.tokens[count.to + 1]?.glued
      : afterCount.has(next.low));
  return ended ? { from: i, to: count.to, fact: { what: 'total', n: count.value } } : undefined;
}

/** "in tre", "in quattro": people, when nothing is counted by it. */
const isItalianParty = (source: Source, i: number): boolean =>
  source.language === 'it' && source.tokens[i - 1]?.low === 'in' && source.tokens[i]?.kind === 'word';

const afterCount = wordSet(
  'a à from departing leaving in on at to and with cost costs under max starting traveling travelling over around please next this during between visiting going flying who budget within for but or we desde hasta con ab aus mit im am depuis au avec da di do em com vanuit naar met nach',
);
