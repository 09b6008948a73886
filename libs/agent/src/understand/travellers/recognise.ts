import { type Travellers } from '@travellite/protocol';
import { countAt } from '../text/numbers.js';
import { wordSet } from '../text/word-set.js';
import { markAt, saidBetween, type Source, wordBefore } from '../text/source.js';
import { type Fact, type FactSpan } from './fact.js';
import { travellerFacts } from './facts.js';

export interface TravellerSpan {
  kind: 'travellers';
  from: number;
  to: number;
  said: string;
  travellers: Travellers;
  /** Only ages were said: of the children known already. */
  onlyAges?: boolean;
  /** People named besides the speaker, without a total: whom "too" adds to those known. */
  joining?: Travellers;
  /** Token ranges of each statement, so that nothing else is read into them. */
  parts: { from: number; to: number }[];
}

interface Sums {
  adults?: number;
  children: number;
  infants: number;
  companions: number;
  total?: number;
  family: boolean;
  among: boolean;
  ours: boolean;
  me: boolean;
  solo: boolean;
  pair: boolean;
  ages: number[];
}

function sum(facts: Fact[]): Sums {
  const sums: Sums = {
    children: 0,
    infants: 0,
    companions: 0,
    family: false,
    among: false,
    ours: false,
    me: false,
    solo: false,
    pair: false,
    ages: [],
  };
  for (const fact of facts) {
    switch (fact.what) {
      case 'adults':
        sums.adults = (sums.adults ?? 0) + fact.n;
        break;
      case 'total':
        sums.total = fact.joined ? (sums.total ?? 0) + fact.n : Math.max(sums.total ?? 0, fact.n);
        sums.family ||= fact.family === true;
        break;
      case 'children':
      case 'infants':
      case 'companions':
        sums[fact.what] += fact.n;
        if (fact.age !== undefined) sums.ages.push(...new Array<number>(fact.n).fill(fact.age));
        if (fact.what !== 'companions') {
          sums.among ||= fact.among === true;
          sums.ours ||= fact.ours === true;
        }
        break;
      case 'ages':
        sums.ages.push(...fact.ages);
        break;
      default:
        sums[fact.what] = true;
    }
  }
  return sums;
}

function adultsOf(sums: Sums, young: number): number | undefined {
  if (sums.adults !== undefined) return sums.adults + (sums.me && sums.companions === 0 ? 1 : 0);
  if (sums.total !== undefined) {
    if (sums.family && young === 0 && sums.total > 2) return 2;
    const listed = young === sums.ages.length && sums.children + sums.infants === 0;
    return sums.among || sums.family || listed ? Math.max(1, sums.total - young) : sums.total;
  }
  if (sums.companions > 0) return 1 + sums.companions;
  if (sums.pair) return 2;
  if (sums.solo) return 1;
  if (young > 0) return sums.ours ? 2 : 1;
  return undefined;
}

/** More than anybody plans for. */
const most = 999;

/** Infants are under two; an age list says more exactly who is one. */
function toTravellers(sums: Sums): Travellers | undefined {
  const listed = sums.ages.length;
  let { children, infants } = sums;
  if (listed > 0 && listed >= children + infants) {
    infants = Math.max(infants, sums.ages.filter((age) => age < 2).length);
    children = listed - sums.ages.filter((age) => age < 2).length;
  }
  const adults = adultsOf(sums, children + infants);
  if (adults === undefined || adults + children + infants > most) return undefined;
  if (
    sums.family &&
    sums.adults === undefined &&
    children + infants === 0 &&
    sums.total !== undefined &&
    sums.total > 2
  ) {
    children = sums.total - adults;
  }
  return {
    adults,
    children,
    ...(infants > 0 ? { infants } : {}),
    ...(listed > 0 ? { childAges: sums.ages } : {}),
  };
}

/** Whom the message names besides the speaker, when it gives no number for everybody. */
function joiningOf(sums: Sums): Travellers | undefined {
  if (sums.adults !== undefined || sums.total !== undefined || sums.me || sums.pair || sums.solo)
    return undefined;
  const { companions, children, infants } = sums;
  return companions + children + infants > 0 ? { adults: companions, children, infants } : undefined;
}

/** "9 people: 6 adults and 3 kids", "4 people (2 kids)": what follows says who they are. */
const countsUp = (source: Source, { fact, to }: FactSpan): boolean =>
  fact.what === 'total' &&
  (markAt(source, to, ':') || (markAt(source, to, '(') && countAt(source, to + 1) !== undefined));

const several = wordSet('we our us wir uns unser nous nosotros noi nós wij ons');

/** "We have a 4-year-old": more than one grown-up speaks, when only the young are counted. */
const speaksForSeveral = (source: Source, facts: FactSpan[]): boolean =>
  facts.some(({ fact }) => fact.what === 'children' || fact.what === 'infants' || fact.what === 'ages') &&
  source.tokens.some((token) => several.has(token.low));

/** "a family with two children": two parents, whom nobody counts. */
function isFamilysChild(source: Source, { fact, from }: FactSpan): boolean {
  if (fact.what !== 'children' && fact.what !== 'infants' && fact.what !== 'ages') return false;
  const joined =
    wordBefore(source, from, 'with')?.from ?? (markAt(source, from - 1, '(,:') ? from - 1 : from);
  return wordBefore(source, joined, 'family') !== undefined;
}

/** Who travels, from all statements of the message together; a bare number when that was asked for. */
export function recogniseTravellers(
  source: Source,
  taken: (i: number) => boolean,
): TravellerSpan | undefined {
  const facts: FactSpan[] = travellerFacts(source, taken);
  const sums = sum(facts.map((span) => span.fact));
  sums.among ||= facts.some((span) => countsUp(source, span));
  sums.ours ||= facts.some((span) => isFamilysChild(source, span)) || speaksForSeveral(source, facts);
  const travellers = toTravellers(sums);
  const first = facts[0];
  const last = facts.at(-1);
  if (travellers && first && last) {
    return {
      kind: 'travellers',
      from: first.from,
      to: last.to,
      said: saidBetween(source, first.from, last.to),
      travellers,
      onlyAges: facts.every((span) => span.fact.what === 'ages'),
      joining: joiningOf(sums),
      parts: facts,
    };
  }
  if (source.asked !== 'travellers') return undefined;
  for (const [i] of source.tokens.entries()) {
    const count = countAt(source, i);
    if (count && !taken(i) && count.value >= 1 && count.value <= 99) {
      const part = { from: i, to: count.to };
      return {
        kind: 'travellers',
        ...part,
        said: source.tokens[i]?.raw ?? '',
        travellers: { adults: count.value, children: 0 },
        parts: [part],
      };
    }
  }
  return undefined;
}
