import { type WordClass } from '../data/words.js';
import { countAt } from '../text/numbers.js';
import { markAt, type Source, wordAt, wordBefore } from '../text/source.js';
import { wordSet } from '../text/word-set.js';
import { ageAt } from './ages.js';
import { describing } from './counted.js';
import { type Count, type FactSpan } from './fact.js';

const visits = wordSet(
  'visit visiting see seeing meet meeting from surprise like said says called ask tell besuchen',
);
const relations: [WordClass, (count: number) => Count][] = [
  ['partner', () => ({ what: 'companions', n: 1 })],
  ['parent', () => ({ what: 'companions', n: 2 })],
  ['own_infant', (n) => ({ what: 'infants', n })],
  ['own_child', (n) => ({ what: 'children', n })],
  ['relative', (n) => ({ what: 'companions', n })],
  ['friend', (n) => ({ what: 'companions', n })],
];

/** "my wife", "our two kids", "with friends": only where the words around say that they come along. */
export function relationAt(source: Source, i: number): FactSpan | undefined {
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
    fact: { ...found.toFact(n), ours: source.tokens[i]?.low === 'our', age: aged?.age },
  };
}

/** Who is named at token `i`; `implied` is how many that is without a number ("twins" two, "friends" nobody knows). */
function relatedAt(
  source: Source,
  i: number,
): { toFact: (count: number) => Count; implied?: number; to: number } | undefined {
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
  return joinsAfter(source, to);
}

const auxiliaries = wordSet(
  'is are isnt arent not will wont would wants want can cant cannot could to also now be too has',
);
const joining = wordSet(
  'joins join joining comes come coming tags tag accompanies accompany dropped drops bailed bails cancelled canceled stays stay kommt kommen fährt reist vient viennent rejoint viene vienen vengono vem vêm vai komt komen gaat',
);

/** "my sister is joining", "my mother wants to come". */
function joinsAfter(source: Source, to: number): boolean {
  // "my friend Anna joins us".
  let at = source.tokens[to]?.capital === true ? to + 1 : to;
  const from = at;
  while (at < from + 4 && auxiliaries.has(source.tokens[at]?.low ?? '')) at += 1;
  return joining.has(source.tokens[at]?.low ?? '');
}
