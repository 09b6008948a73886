import { gazetteer, type Qualifier } from './gazetteer.js';
import { hasPlaceCue, isShortAnswer } from './evidence.js';
import { type Mention } from './mention.js';
import { type Place } from './place.js';
import { fits, qualifierAt } from './qualify.js';
import { townsNamed } from './towns.js';
import { isFunctionWord } from '../text/language.js';
import { markAt, saidBetween, type Source, wordAt, wordBefore } from '../text/source.js';

import { wordSet } from '../text/word-set.js';

/** Most words a town's name has here. */
const mostWords = 4;

/** Where a run of name-like words that begins at token `i` could end: longest first. */
function* ends(source: Source, i: number): Generator<number> {
  let to = i;
  while (to < i + mostWords && isNameWord(source, to, to === i)) to += 1;
  // "Wadi Rum" is not "Wadi": a name does not end before another capital.
  for (; to > i; to -= 1) if (source.tokens[to]?.capital !== true) yield to;
}

/** Small words inside names: "Rio de Janeiro", "Stratford upon Avon". */
const particles = wordSet('de la le les del di da do dos das upon on of the en sur am');

function isNameWord(source: Source, i: number, first: boolean): boolean {
  const token = source.tokens[i];
  if (token?.kind === 'mark')
    return !first && "-.'".includes(token.low) && token.glued && source.tokens[i + 1]?.kind === 'word';
  if (token?.kind !== 'word' || token.low.length < 2) return false;
  if (
    first &&
    (isFunctionWord(token.low, source.language) || wordAt(source, i, 'month') || wordAt(source, i, 'weekday'))
  )
    return false;
  return token.capital || (!first && particles.has(token.low));
}

/** Whether a town may be named here: a capital that means something, after a word like "to", in a list, or as an answer. */
function mayName(source: Source, i: number): boolean {
  if (!source.tokens[i]?.capital || source.shouting || source.language === 'de') return false;
  // The second half of a name ("Old Street") names no town.
  const before = source.tokens[i - 1];
  if (before?.kind === 'word' && before.capital && !before.opens && !isCue(source, i)) return false;
  return i === 0 || hasPlaceCue(source, i) || continuesList(source, i) || isShortAnswer(source);
}

/** "Santa Monica", "Paris, Texas": a town the gazetteer lacks. */
export function unlistedAt(source: Source, i: number): Mention | undefined {
  if (!mayName(source, i)) return undefined;
  for (const to of ends(source, i)) {
    const found = to > i + 1 || isMarkedWord(source, i) ? townAt(source, i, to) : undefined;
    if (found) return found;
  }
  return undefined;
}

function townAt(source: Source, i: number, to: number): Mention | undefined {
  const towns = townsNamed(saidBetween(source, i, to));
  const qualifier = markAt(source, to, ',') ? qualifierAt(source, to + 1, true) : undefined;
  const found = pick(towns, qualifier?.found);
  // A name of the gazetteer that was not taken there is none here either.
  const judged = qualifier === undefined && gazetteer.names.get(saidBetween(source, i, to)) !== undefined;
  if (found.length > 0 && !judged)
    return mention(source, i, qualifier?.to ?? to, found, qualifier !== undefined);
  const stated = qualifier?.found.find((one) => one.region !== undefined && one.country === 'US');
  if (!qualifier || !stated) return undefined;
  const place: Place = { name: saidBetween(source, i, to), kind: 'city', ...stated, weight: 1_000 };
  return mention(source, i, qualifier.to, [place], true);
}

const isCue = (source: Source, i: number): boolean =>
  wordBefore(source, i, 'origin') !== undefined || wordBefore(source, i, 'destination') !== undefined;

/** A single first word of a sentence is a name only as an answer or before a state. */
const isMarkedWord = (source: Source, i: number): boolean =>
  source.tokens[i]?.opens !== true || isShortAnswer(source) || markAt(source, i + 1, ',');

/** After a comma or "and" behind another place. */
function continuesList(source: Source, i: number): boolean {
  const joined = markAt(source, i - 1, ',&') ? i - 1 : wordBefore(source, i, 'and')?.from;
  if (joined === undefined) return false;
  const end = markAt(source, joined - 1, ',') ? joined - 1 : joined;
  return [1, 2, 3].some((words) =>
    gazetteer.names.all(source.tokens, end - words).some((hit) => hit.to === end),
  );
}

function pick(towns: Place[], qualifiers: Qualifier[] | undefined): Place[] {
  if (!qualifiers) return towns;
  return towns.filter((town) => qualifiers.some((one) => fits(town, one)));
}

const mention = (
  source: Source,
  from: number,
  to: number,
  candidates: Place[],
  qualified: boolean,
): Mention => ({
  from,
  to,
  said: saidBetween(source, from, to),
  candidates,
  qualified,
});
