import { smallWords, wordyNames } from '../data/regions.js';
import { interestWords } from '../data/interests.js';
import { Phrases } from '../text/phrases.js';
import { isFunctionWord } from '../text/language.js';
import { wordSet } from '../text/word-set.js';
import { markAt, type Source, wordAt, wordBefore } from '../text/source.js';
import { type Token } from '../text/tokens.js';

/** What speaks for and against a word being meant as a place. */

const personCues = wordSet(
  'wife husband friend son daughter brother sister partner girlfriend boyfriend mr mrs ms dear thanks signed regards',
);
const introductions = wordSet('name_is call_me this_is');

/** "My name is Austin", "my wife Charlotte". */
export function isPerson(source: Source, i: number, to: number): boolean {
  const one = source.tokens[i - 1]?.low ?? '';
  const two = `${source.tokens[i - 2]?.low ?? ''}_${one}`;
  if (introductions.has(two)) return true;
  if (to - i > 1) return false;
  if (one === 'im' || two === 'i_am') return true;
  return personCues.has(one) && source.tokens[i]?.capital === true;
}

const placeCues = ['origin', 'destination'] as const;
const attributes = wordSet('beautiful lovely sunny downtown central old greater near nach around');

/** Whether a word such as "to", "from", "visit" ends right before token `i`. */
export function hasPlaceCue(source: Source, i: number): boolean {
  const article = source.tokens[i - 1]?.low === 'the' ? i - 1 : i;
  for (let from = Math.max(0, article - 4); from < article; from += 1) {
    if (placeCues.some((cls) => wordAt(source, from, cls)?.to === article)) return true;
  }
  if (attributes.has(source.tokens[i - 1]?.low ?? '') || markAt(source, i - 1, '>')) return true;
  // "4 days Nice".
  const length = wordBefore(source, i, 'day_unit') ?? wordBefore(source, i, 'night_unit');
  return length !== undefined && source.tokens[i]?.capital === true;
}

const boundaries = wordSet(
  'and for on in from to with between next this over at or then by please about around until during late early instead too also first trip vacation again area is as because within departing leaving starting returning anytime sometime today tomorrow last if but via airport where when weekend getaway itinerary maybe spanning we i my our solo alone',
);

/** The name stands alone: what follows is no noun it could describe ("nice hotel"). */
function atBoundary(source: Source, to: number): boolean {
  const next = source.tokens[to];
  if (next?.kind !== 'word') return true;
  return (
    boundaries.has(next.low) ||
    wordAt(source, to, 'month') !== undefined ||
    wordAt(source, to, 'weekday') !== undefined
  );
}

/** People a place needs to be recognised with nothing but its name. */
const big = 150_000;

/** People a short or small-written name needs to be told from a word. */
const huge = 1_000_000;

/** The place was asked for and the answer is short. */
export const isShortAnswer = (source: Source): boolean =>
  (source.asked === 'origin' || source.asked === 'destination') && source.tokens.length <= 6;

/** A capital letter that means something: not at the start, not in a shouted text, not in German. */
const isMarked = (source: Source, token: Token): boolean =>
  token.capital && !token.opens && !source.shouting && source.language !== 'de';

const pastimes = new Phrases<true>(
  Object.values(interestWords).flatMap((words) => words.split('|').map((word) => [word, true] as const)),
);

/** "gostamos de praia": what people like to do, where small letters name no town. */
const isPastime = (source: Source, i: number): boolean =>
  pastimes.at(source.tokens, i) !== undefined &&
  source.tokens[i]?.raw !== source.tokens[i]?.raw.toUpperCase();

const isNoName = (source: Source, i: number): boolean => {
  const token = source.tokens[i];
  if (!token || isFunctionWord(token.low, source.language)) return true;
  return !token.capital && !isShortAnswer(source) && isPastime(source, i);
};

/** Judges a name of one word; longer names speak for themselves. `best` is the greatest weight it could have. */
export function isPlaceWord(source: Source, i: number, to: number, best: number): boolean {
  const token = source.tokens[i];
  if (!token || isNoName(source, i)) return false;
  const cue = hasPlaceCue(source, i);
  if (smallWords.has(token.low) && !token.capital) return cue && atBoundary(source, to);
  const marked = isMarked(source, token);
  if (wordyNames.has(token.low)) {
    return (
      (cue && (marked || atBoundary(source, to))) || (isShortAnswer(source) && source.tokens.length <= 3)
    );
  }
  const expected = cue || isShortAnswer(source);
  if (token.low.length <= 3 && !marked) return expected ? best >= big : token.capital && best >= huge;
  if (marked) return expected || best >= 20_000;
  return cue ? best >= 5_000 : expected || best >= big;
}
