import { wordSet } from '../text/word-set.js';
import { isFunctionWord } from '../text/language.js';
import { type Source } from '../text/source.js';
import { gazetteer } from './gazetteer.js';
import { type Place } from './place.js';

const codeCues = wordSet('from to out of into via and or - > / (');
const joins = wordSet('to - > airport');

/** Words of three letters that are airport codes too. */
const knownWords = wordSet(
  'the see and for may day our bus car mon sun sat tue wed fri mar dec jan feb apr jun jul aug sep oct nov one two six ten her his him you all any get eat fly buy pay ski fun new old big hot spa bar art usd eur gbp mom dad kid boy pet dog cat rim min max use set add cut top bed its who how why les des der die das los las per via non san con por una uno den met van een',
);

const bigCity = 300_000;

/** `JFK`, `nrt` after "from" and the like: an airport code, and the city it serves. */
export function airportAt(source: Source, i: number): Place | undefined {
  const token = source.tokens[i];
  if (token?.kind !== 'word' || !/^[a-z]{3}$/i.test(token.raw)) return undefined;
  const city = gazetteer.iata.get(token.raw.toUpperCase());
  if (!city) return undefined;
  const beside =
    codeCues.has(source.tokens[i - 1]?.low ?? '?') ||
    joins.has(source.tokens[i + 1]?.low ?? '?') ||
    source.asked === 'origin';
  if (token.raw === token.raw.toUpperCase() && !source.shouting) return beside || i === 0 ? city : undefined;
  return beside &&
    city.weight >= bigCity &&
    !knownWords.has(token.low) &&
    !isFunctionWord(token.low, source.language)
    ? city
    : undefined;
}
