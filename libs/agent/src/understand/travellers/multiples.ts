import { markAt, type Source, wordAt } from '../text/source.js';
import { countAt } from '../text/numbers.js';
import { phrasesOf } from '../text/phrases.js';
import { wordSet } from '../text/word-set.js';
import { ageAt } from './ages.js';
import { type FactSpan } from './fact.js';

/** How many children one word means. */
const multiples = phrasesOf<'2' | '3' | '4'>({
  '2': 'twins|twin girls|twin boys|twin sons|twin daughters|twin babies|twin toddlers|twin kids|twin children|zwillinge|zwillingen|zwillingsmädchen|jumeaux|jumelles|gemelos|gemelas|mellizos|mellizas|gemelli|gemelle|gemellini|gémeos|gêmeos|gémeas|gêmeas|tweeling',
  '3': 'triplets|drillinge|drillingen|triplés|triplées|trillizos|trillizas|tre gemelli|trigémeos|trigêmeos|drieling',
  '4': 'quadruplets|vierlinge',
});

const openers = wordSet('aged age ages who are is both im alter von âgés âgées de van di con');
const ours = wordSet('our unsere unseren nos nuestros nuestras nostri nostre nossos nossas onze');

/** The one age all of them have, behind "aged 7", "(7)", ", 7 years old". */
function ageAfter(source: Source, i: number): { age: number; to: number } | undefined {
  const bracket = markAt(source, i, '(,');
  let at = bracket ? i + 1 : i;
  const first = at;
  while (openers.has(source.tokens[at]?.low ?? '')) at += 1;
  const exact = ageAt(source, at);
  if (exact) return { ...exact, to: closed(source, exact.to) };
  const count = countAt(source, at);
  if (!count || count.value > 17 || (at === first && !markAt(source, i, '('))) return undefined;
  const years = wordAt(source, count.to, 'year_unit');
  const listed = wordAt(source, count.to, 'and') && countAt(source, count.to + 1);
  return listed || wordAt(source, count.to, 'month_unit')
    ? undefined
    : { age: count.value, to: closed(source, years?.to ?? count.to) };
}

const closed = (source: Source, to: number): number => (markAt(source, to, ')') ? to + 1 : to);

/** "twins aged 7", "our 5-year-old twin girls", "triplets": so many children of one age. */
export function multiplesAt(source: Source, i: number): FactSpan | undefined {
  const my = wordAt(source, i, 'my');
  const aged = ageAt(source, my?.to ?? i);
  const at = aged?.to ?? my?.to ?? i;
  const hit = multiples.at(source.tokens, at);
  if (!hit || (source.tokens[at - 1]?.capital === true && source.tokens[at]?.capital === true))
    return undefined;
  const after = aged ?? ageAfter(source, hit.to);
  const to = aged ? hit.to : (after?.to ?? hit.to);
  const mine = source.tokens[my ? i : i - 1]?.low ?? '';
  return {
    from: i,
    to,
    fact: { what: 'children', n: Number(hit.value), ours: ours.has(mine), age: after?.age },
  };
}
