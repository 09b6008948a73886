import { type Travellers } from '@travellite/protocol';
import {
  able,
  conjunctions,
  denials,
  determiners,
  idioms,
  joining,
  leaving,
  noNames,
  presence,
  together,
} from '../data/people-words.js';
import { fold } from '../text/fold.js';
import { isFunctionWord } from '../text/language.js';
import { markAt, type Source, wordAt } from '../text/source.js';
import { wordSet } from '../text/word-set.js';
import { type Spans } from './spans.js';

/** Words that may stand between the name and what is said of it. */
const reach = 6;
/** Longer messages tell of more than who comes along. */
const shortMessage = 18;
const classes = ['month', 'weekday', 'season', 'me'] as const;

/** A message, what is known in it, and the (folded) names of people one has heard of. */
interface Hearing {
  source: Source;
  spans: Spans;
  known: ReadonlySet<string>;
}

interface Names {
  from: number;
  to: number;
  count: number;
}

/** Names of people: capitals that are neither places nor dates nor things. */
function nameAt({ source, spans, known }: Hearing, i: number): boolean {
  const token = source.tokens[i];
  if (token?.kind !== 'word' || spans.taken[i]) return false;
  if (known.has(token.low)) return true;
  return (
    token.capital &&
    !source.shouting &&
    !noNames.has(token.low) &&
    !isFunctionWord(token.low, source.language) &&
    !classes.some((cls) => wordAt(source, i, cls))
  );
}

/** "Tom", "Tom and Lisa", "Tom, Ann and Lisa": how many, and where the list ends. */
function namesAt(hearing: Hearing, from: number): Names | undefined {
  const { source } = hearing;
  if (!nameAt(hearing, from)) return undefined;
  let [count, to] = [1, from + 1];
  for (;;) {
    const joined = wordAt(source, to, 'and')?.to ?? (markAt(source, to, ',&') ? to + 1 : undefined);
    if (joined === undefined || !nameAt(hearing, joined)) return { from, count, to };
    [count, to] = [count + 1, joined + 1];
  }
}

/** The words of the clause that begins at `from`, as far as they can belong to the names before it. */
function clauseAt(source: Source, from: number): string[] {
  const near = source.tokens.slice(from, from + reach);
  const end = near.findIndex(
    (token) => (token.kind === 'mark' && token.low !== "'") || conjunctions.has(token.low),
  );
  return (end < 0 ? near : near.slice(0, end)).map((token) => token.low);
}

const holds = (words: readonly string[], phrase: readonly string[]): boolean =>
  words.some((_, at) => phrase.every((word, i) => words[at + i] === word));

const objects = wordSet('us me you in our the this your on for again after');

/** "join us", "make it"; not "join the dinner plan", "make sense". */
function isPresence(words: readonly string[], at: number): boolean {
  const [word = '', next] = words.slice(at);
  if (word === 'make') return next === 'it';
  const joins = ['join', 'joins', 'joining'].includes(word);
  const object = words[at + 2];
  if (joins && next === 'the') return ['trip', 'group', 'party', 'others'].includes(object ?? '');
  return presence.has(word) && !(joins && next !== undefined && !objects.has(next) && !together.has(next));
}

/** "dropped out", "stays home", "hat abgesagt". */
const stepsBack = (words: readonly string[]): boolean =>
  words.slice(0, 3).some((word, at) => {
    const next = words[at + 1];
    if (leaving.has(word)) return next === undefined || ['on', 'again', 'wieder', 'leider'].includes(next);
    if (['dropped', 'drops', 'dropping'].includes(word)) return next === 'out';
    if (['cancelled', 'canceled', 'cancels', 'out'].includes(word)) return next === undefined;
    return ['stays', 'stay', 'staying'].includes(word) && ['home', 'at', 'behind'].includes(next ?? '');
  });

/** What a clause says of its people: one fewer, or one more. */
function sense(words: readonly string[]): 1 | -1 | undefined {
  if (idioms.some((idiom) => holds(words, idiom)) || words.includes('need')) return undefined;
  const here = (list: readonly string[]): boolean => list.some((_, at) => isPresence(list, at));
  if (words.some((word) => denials.has(word))) return here(words) ? -1 : undefined;
  if (stepsBack(words)) return -1;
  const first = words.slice(0, 4);
  return first.some((word, at) => joining.has(word) && isPresence(words, at)) ? 1 : undefined;
}

/** The whole clause is that somebody comes or does not: "kommen leider nicht". */
const bareClause = wordSet('kommt kommen komt komen nicht niet auch ook doch toch leider helaas noch');

/**
 * Where a capital letter alone does not make a name: in German, where every noun has one, and at the beginning of a sentence. There the
 * clause must be one that only people have, or the names a list. Things take an article at the beginning of a Romance sentence.
 */
function arePeople({ source, known }: Hearing, names: Names, words: readonly string[]): boolean {
  const first = source.tokens[names.from];
  if (!first || known.has(first.low)) return true;
  if (isThing(source, names.from)) return false;
  const { language } = source;
  const likePeople = hasCompany(words) || stepsBack(words);
  const bare = words.every((word) => bareClause.has(word));
  if (language === 'de' || (language === 'nl' && first.opens))
    return likePeople || (bare && (names.count > 1 || language === 'nl'));
  if (!first.opens || language !== 'en' || names.count > 1) return true;
  return likePeople || words.some((word) => denials.has(word)) || joinsAlone(words);
}

/** An article stands before it. Portuguese and nobody else puts one before the names of people too. */
function isThing({ language, tokens }: Source, at: number): boolean {
  const before = tokens[at - 1]?.low ?? '';
  return determiners.has(before) && !(language === 'pt' && ['o', 'a', 'os', 'as'].includes(before));
}

const hasCompany = (words: readonly string[]): boolean =>
  words.slice(0, 2).some((word) => able.has(word)) ||
  words.some((word) => together.has(word)) ||
  holds(words, ['after', 'all']);

/** "Ben joins", "Mia will join us": with nothing that is joined instead. */
const joinsAlone = (words: readonly string[]): boolean =>
  words.some((word, at) => ['join', 'joins', 'joining'].includes(word) && at === words.length - 1);

/** "Tom can't come", "Ben is coming after all": people by name, of whom only the number matters. `known`: names one has heard of. */
export function readComings(
  source: Source,
  spans: Spans,
  before: Travellers | undefined,
  known: readonly string[] = [],
): Travellers | undefined {
  if (!before || source.tokens.length > shortMessage) return undefined;
  const hearing: Hearing = { source, spans, known: new Set(known.map(fold)) };
  let change = 0;
  for (let i = 0; i < source.tokens.length;) {
    const names = namesAt(hearing, i);
    const words = names ? clauseAt(source, names.to) : [];
    const said = sense(words);
    if (names && said && arePeople(hearing, names, words)) change += said * names.count;
    i = names?.to ?? i + 1;
  }
  return change === 0 ? undefined : { ...before, adults: Math.max(1, before.adults + change) };
}

/** "two people dropped out": those who were counted stay at home. */
export const countedOut = (source: Source, to: number): boolean => sense(clauseAt(source, to)) === -1;

/** "my sister isn't coming after all": those who were named stay at home. */
export const staysHome = (source: Source): boolean =>
  source.tokens.some(({ low }, at) => {
    if (['dropped', 'drops', 'cancelled', 'canceled', 'stays', 'stay'].includes(low) || leaving.has(low))
      return true;
    const ahead = source.tokens.slice(at + 1, at + 4);
    return denials.has(low) && ahead.some((token) => presence.has(token.low));
  });
