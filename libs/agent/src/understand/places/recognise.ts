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
  role?: 'origin' | 'destination' | 'return' | 'none';
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

/** Countries of the places whose meaning is beyond doubt. */
function countriesOf(mentions: Mention[], known: PlaceRef[]): Map<string, number> {
  const countries = new Map<string, number>();
  const add = (country: string | undefined, weight: number): void => {
    if (country) countries.set(country, (countries.get(country) ?? 0) + weight);
  };
  for (const place of known) add(place.country, 0.8);
  for (const mention of mentions) {
    const sorted = [...mention.candidates].sort((a, b) => b.weight - a.weight);
    const [first, second] = sorted;
    if (!first) continue;
    const sure = mention.qualified || !second || second.weight * 20 < first.weight;
    if (sure) add(first.country, 1);
    else for (const country of new Set(sorted.slice(0, 3).map((place) => place.country))) add(country, 0.4);
  }
  return countries;
}

/** All place names, each with its most likely meaning given the others. */
export function recognisePlaces(
  source: Source,
  known: PlaceRef[],
  taken: (i: number) => boolean,
): PlaceSpan[] {
  const mentions: Mention[] = [];
  for (let i = 0; i < source.tokens.length;) {
    const mention = taken(i) ? undefined : mentionAt(source, i);
    if (mention) mentions.push(mention);
    i = mention?.to ?? i + 1;
  }
  return mentions.flatMap((mention): PlaceSpan[] => {
    const others = mentions.filter((other) => other !== mention);
    const cityCount = cityCountBefore(source, mention.from) ?? cityCountAfter(source, mention.to);
    const context: PlaceContext = {
      countries: countriesOf(others, known),
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
