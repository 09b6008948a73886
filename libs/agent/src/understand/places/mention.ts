import { wordSet } from '../text/word-set.js';
import { markAt, saidBetween, type Source } from '../text/source.js';
import { airportAt } from './airport.js';
import { isPerson, isPlaceWord } from './evidence.js';
import { gazetteer } from './gazetteer.js';
import { misspeltAt } from './misspelt.js';
import { type Place } from './place.js';
import { qualifierAt, qualify } from './qualify.js';
import { unlistedAt } from './unlisted.js';

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
  const code = codeAt(source, i);
  if (code)
    return { from: i, to: i + 1, said: source.tokens[i]?.raw ?? '', candidates: [code], qualified: true };
  for (const hit of gazetteer.names.all(source.tokens, i).reverse()) {
    const mention = judged(source, i, hit.to, hit.value);
    if (mention) return mention;
  }
  const airport = airportAt(source, i);
  if (!airport) return unlistedAt(source, i) ?? misspeltAt(source, i);
  const to = source.tokens[i + 1]?.low === 'airport' ? i + 2 : i + 1;
  return { from: i, to, said: source.tokens[i]?.raw ?? '', candidates: [airport], qualified: true };
}

/** "MAN", "BER" as a whole answer: the airport, whatever small town has that name. */
function codeAt(source: Source, i: number): Place | undefined {
  const token = source.tokens[i];
  if (source.tokens.length > 2 || token?.raw !== token?.raw.toUpperCase()) return undefined;
  return airportAt(source, i);
}

/** States whose name is first of all a city's: "Chicago, New York and Boston" is a list. */
const sharedNames = new Set(['New York', 'Washington']);

/** "Paris, Texas" where no Paris we know lies in Texas: not the Paris we know. */
const stateFollows = (source: Source, to: number): boolean =>
  markAt(source, to, ',') &&
  qualifierAt(source, to + 1, false)?.found.some(
    ({ country, region }) => country === 'US' && region !== undefined && !sharedNames.has(region),
  ) === true;

/** "Liverpool Street", "Oxford Road": part of a city, named after another. */
const streets = wordSet('street road avenue square station lane boulevard blvd st rd ave');
const namesStreet = (source: Source, end: number): boolean =>
  source.tokens[end]?.capital === true && streets.has(source.tokens[end]?.low ?? '');

function judged(source: Source, i: number, end: number, meanings: Place[]): Mention | undefined {
  if (isPerson(source, i, end)) return undefined;
  const qualified = qualify(source, meanings, end);
  if (!qualified && stateFollows(source, end)) return undefined;
  if (!qualified) {
    const best = Math.max(...meanings.map((place) => place.weight));
    if (end - i === 1 && !isPlaceWord(source, i, end, best)) return undefined;
    if (glueNext.has(source.tokens[end]?.low ?? '') || namesStreet(source, end)) return undefined;
  }
  const to = qualified?.to ?? end;
  const candidates = qualified?.candidates ?? meanings;
  return { from: i, to, said: saidBetween(source, i, to), candidates, qualified: qualified !== undefined };
}
