import { cuisineWords } from '../data/wishes.js';
import { fold } from '../text/fold.js';
import { isFunctionWord } from '../text/language.js';
import { type Source } from '../text/source.js';
import { hasPlaceCue, isShortAnswer } from './evidence.js';
import { gazetteer } from './gazetteer.js';
import { type Mention } from './mention.js';
import { type Place } from './place.js';

/** "Italian" and "German" are one slip from a country and mean its food. */
const kitchens = new Set(Object.values(cuisineWords).flatMap((words) => words.split('|').map(fold)));

/** Shorter names are too near to other words. */
const leastLetters = 6;

/** Each word with one of its letters left out. */
function* shortened(word: string): Generator<string> {
  for (let at = 0; at < word.length; at += 1) yield word.slice(0, at) + word.slice(at + 1);
}

/** Well-known places of one word by their names and by every form of them that lacks a letter; made on first use. */
let index: Map<string, string[]> | undefined;

function known(): Map<string, string[]> {
  if (index) return index;
  index = new Map();
  for (const [name, places] of gazetteer.names.entries()) {
    const famous = places.some((place) => place.famous === true || place.kind === 'country');
    if (!famous || name.length < leastLetters || !/^[a-z]+$/.test(name)) continue;
    for (const form of [name, ...shortened(name)]) index.set(form, [...(index.get(form) ?? []), name]);
  }
  return index;
}

/** Whether one letter more, fewer or another, or two neighbours changed round, make one word the other. */
export function isOneSlipFrom(one: string, other: string): boolean {
  const [long, short] = one.length >= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && long[at] === short[at]) at += 1;
  if (long.length > short.length) return long.slice(at + 1) === short.slice(at);
  if (long.slice(at + 1) === short.slice(at + 1)) return true;
  return (
    long[at] === short[at + 1] && long[at + 1] === short[at] && long.slice(at + 2) === short.slice(at + 2)
  );
}

const heaviest = (places: readonly Place[]): Place => places.reduce((a, b) => (b.weight > a.weight ? b : a));

/** What a word is a slip of the pen from, when that is one place: "Lisbonn" is near to Lisbon and to Lisbonne. */
function meantBy(word: string): Place[] | undefined {
  const near = new Set<string>();
  for (const form of [word, ...shortened(word)])
    for (const name of known().get(form) ?? []) if (isOneSlipFrom(word, name)) near.add(name);
  const meanings = [...near].flatMap((name) => {
    const places = gazetteer.names.get(name);
    return places ? [places] : [];
  });
  const [first, ...others] = meanings;
  return first && others.every((other) => heaviest(other) === heaviest(first)) ? first : undefined;
}

/** "Barcelonna", "from Manchster": a misspelt name where a place is expected. */
export function misspeltAt(source: Source, i: number): Mention | undefined {
  const token = source.tokens[i];
  if (token?.kind !== 'word' || token.low.length < leastLetters || token.low.length > 20) return undefined;
  if (source.begins[i] !== undefined || kitchens.has(token.low) || isFunctionWord(token.low, source.language))
    return undefined;
  if (!isShortAnswer(source) && !hasPlaceCue(source, i)) return undefined;
  const candidates = meantBy(token.low);
  return candidates && { from: i, to: i + 1, said: token.raw, candidates, qualified: false };
}
