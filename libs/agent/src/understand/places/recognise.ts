import { wordSet } from '../text/word-set.js';
import { type PlaceRef } from '@travellite/protocol';
import { type Source, wordAt } from '../text/source.js';
import { countAt } from '../text/numbers.js';
import { type Mention, mentionAt } from './mention.js';
import { type Place, toRef } from './place.js';
import { type PlaceContext, rank } from './rank.js';

export interface PlaceSpan {
  kind: 'place';
  from: number;
  to: number;
  said: string;
  place: PlaceRef;
  ambiguous?: PlaceRef[];
  /** Its part in the trip, when the words around it were read already. */
  role?: 'origin' | 'destination' | 'return' | 'via' | 'none';
  /** "2 cities in Virginia". */
  cityCount?: number;
}

const cityWords = wordSet('city cities towns town places destinations stops locations spots');
const between = wordSet(
  'in across within of throughout around from different located the state over distinct unique inside and various spread situated',
);

/** How many cities are wanted, when "2 cities in" stands before token `i`. */
function cityCountBefore(source: Source, i: number): number | undefined {
  let at = i - 1;
  while (at >= 0 && between.has(source.tokens[at]?.low ?? '')) at -= 1;
  if (!cityWords.has(source.tokens[at]?.low ?? '')) return undefined;
  for (let back = at - 1; back >= Math.max(0, at - 3); back -= 1) {
    const count = countAt(source, back);
    if (count && count.value <= 20) return count.value;
    if (wordAt(source, back, 'couple')) return 2;
  }
  return undefined;
}

/** "3 Tennessee cities". */
function cityCountAround(source: Source, from: number, to: number): number | undefined {
  if (!cityWords.has(source.tokens[to]?.low ?? '')) return undefined;
  for (const back of [from - 1, from - 2]) {
    const count = countAt(source, back);
    if (count && count.to <= from && count.value <= 20) return count.value;
  }
  return undefined;
}

/** "Texas, 3 cities", "Texas (visiting 3 cities)". */
function cityCountAfter(source: Source, to: number): number | undefined {
  for (let at = to; at < Math.min(to + 4, source.tokens.length); at += 1) {
    const count = countAt(source, at);
    if (!count) continue;
    const noun = source.tokens[count.to];
    const next =
      noun && ['different', 'distinct', 'unique'].includes(noun.low) ? source.tokens[count.to + 1] : noun;
    return cityWords.has(next?.low ?? '') && count.value <= 20 ? count.value : undefined;
  }
  return undefined;
}

type Weights = Map<string, number>;

function give(weights: Weights, country: string | undefined, weight: number): void {
  if (country) weights.set(country, (weights.get(country) ?? 0) + weight);
}

/** What one mention says about the countries that are talked about: all where its meaning is beyond doubt, else a little. */
function votesOf(mention: Mention): Weights {
  const votes: Weights = new Map();
  const sorted = [...mention.candidates].sort((a, b) => b.weight - a.weight);
  const [first, second] = sorted;
  if (!first) return votes;
  if (mention.qualified || !second || second.weight * 20 < first.weight) give(votes, first.country, 1);
  else
    for (const country of new Set(sorted.slice(0, 3).map((place) => place.country)))
      give(votes, country, 0.4);
  return votes;
}

/** Places a message is read for; more are an enumeration, whose later names are not needed. */
const mostPlaces = 200;

/** Where the phrases that begin inside the tokens end. */
function reach(covered: ReadonlyMap<number, number>, from: number, to: number): number {
  let end = 0;
  for (let i = from; i < to; i += 1) end = Math.max(end, covered.get(i) ?? 0);
  return end;
}

/**
 * All place names, each with its most likely meaning given the others. `covered` are phrases of several words that mean something else ("hot
 * springs"), by where they begin and end: a name must be longer than that.
 */
export function recognisePlaces(
  source: Source,
  known: PlaceRef[],
  taken: (i: number) => boolean,
  covered: ReadonlyMap<number, number>,
): PlaceSpan[] {
  const mentions: Mention[] = [];
  for (let i = 0; i < source.tokens.length && mentions.length < mostPlaces;) {
    const mention = taken(i) ? undefined : mentionAt(source, i);
    const phrase = reach(covered, i, mention?.to ?? i + 1);
    if (mention && mention.to > phrase) mentions.push(mention);
    i = Math.max(mention?.to ?? i + 1, phrase);
  }
  const votes = mentions.map(votesOf);
  const nations = mentions.filter(({ candidates }) => candidates.every((place) => place.kind === 'country'));
  const allCanBe =
    mentions.length > 1 &&
    mentions.every(({ candidates }) => candidates.some((place) => place.kind === 'country'));
  const all: Weights = new Map();
  for (const place of known) give(all, place.country, 0.8);
  for (const vote of votes) for (const [country, weight] of vote) give(all, country, weight);
  return mentions.flatMap((mention, index): PlaceSpan[] => {
    const countries = new Map(all);
    for (const [country, weight] of votes[index] ?? []) give(countries, country, -weight);
    const cityCount =
      cityCountAround(source, mention.from, mention.to) ??
      cityCountBefore(source, mention.from) ??
      cityCountAfter(source, mention.to);
    const context: PlaceContext = {
      countries,
      amongCountries: allCanBe || nations.some((nation) => nation !== mention),
      home: source.region,
      wantsRegion: cityCount === undefined ? undefined : true,
    };
    const ranked = rank(mention, context);
    if (!ranked) return [];
    const refs = (places: Place[]): PlaceRef[] => places.map(toRef);
    return [
      {
        kind: 'place',
        from: mention.from,
        to: mention.to,
        said: mention.said,
        place: toRef(ranked.best),
        ...(ranked.ambiguous && !mention.qualified ? { ambiguous: refs(ranked.ambiguous) } : {}),
        ...(cityCount !== undefined && ranked.best.kind !== 'city' ? { cityCount } : {}),
      },
    ];
  });
}
