import { wordSet } from '../text/word-set.js';
import { markAt, saidBetween, type Source } from '../text/source.js';
import { airportAt } from './airport.js';
import { hasPlaceCue, isPerson, isPlaceWord } from './evidence.js';
import { gazetteer } from './gazetteer.js';
import { type Place } from './place.js';
import { qualifierAt, qualify } from './qualify.js';

/** A place name in the message, with everything it could mean. */
export interface Mention {
  /** Token positions; a qualifier ("Paris, Texas") is inside. */
  from: number;
  to: number;
  said: string;
  candidates: Place[];
  /** The person said which one: no need to ask. */
  qualified: boolean;
}

/** What makes a place name an adjective: "Singapore style", "Hyderabad cuisine". */
const glueNext = wordSet('style food cuisine restaurant restaurants dishes card dollars');

/** The place named at token `i`, longest name first. */
export function mentionAt(source: Source, i: number): Mention | undefined {
  for (const hit of gazetteer.names.all(source.tokens, i).reverse()) {
    const mention = judged(source, i, hit.to, hit.value);
    if (mention) return mention;
  }
  const stated = unlistedAt(source, i);
  if (stated) return stated;
  const airport = airportAt(source, i);
  if (!airport) return undefined;
  const to = source.tokens[i + 1]?.low === 'airport' ? i + 2 : i + 1;
  return { from: i, to, said: source.tokens[i]?.raw ?? '', candidates: [airport], qualified: true };
}

/** States whose name is first of all a city's: "Chicago, New York and Boston" is a list. */
const sharedNames = new Set(['New York', 'Washington']);

/** "Paris, Texas" where no Paris we know lies in Texas: not the Paris we know. */
const stateFollows = (source: Source, to: number): boolean =>
  markAt(source, to, ',') &&
  qualifierAt(source, to + 1, false)?.found.some(
    ({ country, region }) => country === 'US' && region !== undefined && !sharedNames.has(region),
  ) === true;

/** "Marfa, Texas": a place the data does not know, whose state or country was said. */
function unlistedAt(source: Source, i: number): Mention | undefined {
  if (i > 0 && !hasPlaceCue(source, i)) return undefined;
  let to = i;
  while (to < i + 3 && source.tokens[to]?.kind === 'word' && source.tokens[to]?.capital === true) to += 1;
  const qualifier = to > i && markAt(source, to, ',') ? qualifierAt(source, to + 1, true) : undefined;
  const found = qualifier?.found[0];
  if (!qualifier || !found) return undefined;
  const name = saidBetween(source, i, to);
  const place: Place = { name, kind: 'city', ...found, weight: 1_000 };
  return {
    from: i,
    to: qualifier.to,
    said: saidBetween(source, i, qualifier.to),
    candidates: [place],
    qualified: true,
  };
}

function judged(source: Source, i: number, end: number, meanings: Place[]): Mention | undefined {
  if (isPerson(source, i, end)) return undefined;
  const qualified = qualify(source, meanings, end);
  if (!qualified && stateFollows(source, end)) return undefined;
  if (!qualified) {
    const best = Math.max(...meanings.map((place) => place.weight));
    if (end - i === 1 && !isPlaceWord(source, i, end, best)) return undefined;
    if (glueNext.has(source.tokens[end]?.low ?? '')) return undefined;
  }
  const to = qualified?.to ?? end;
  const candidates = qualified?.candidates ?? meanings;
  return { from: i, to, said: saidBetween(source, i, to), candidates, qualified: qualified !== undefined };
}
