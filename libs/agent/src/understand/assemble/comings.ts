import { type Travellers } from '@travellite/protocol';
import { isFunctionWord } from '../text/language.js';
import { markAt, type Source, wordAt } from '../text/source.js';
import { wordSet } from '../text/word-set.js';
import { type Spans } from './spans.js';

const leaving = wordSet(
  'dropped drops dropping bailed bails cancelled canceled cancels out raus abgesagt absagt sagt annule annulé cancela cancelou disdetto afgezegd stays',
);
const denials = wordSet('not isnt arent wont cant cannot doesnt unable nicht pas non não niet no never');
const presence = wordSet(
  'coming come join joining joins make travel mitkommen mitfahren mitreisen kommt kommen mit dabei vient viennent venir viene vienen vengono venire vem vêm vir komt komen mee',
);
const joining = wordSet(
  'coming comes join joins joining mitkommen kommt kommen dabei vient viennent viene vienen vengono vem vêm komt komen',
);
/** Words that may stand between the name and what is said of it. */
const reach = 6;
/** Longer messages tell of more than who comes along. */
const shortMessage = 18;
const classes = ['month', 'weekday', 'season', 'me'] as const;

/** Names of people: capitals that are neither places nor dates nor the first word of a question. */
function nameAt(source: Source, spans: Spans, i: number): boolean {
  const token = source.tokens[i];
  return (
    token?.kind === 'word' &&
    token.capital &&
    !spans.taken[i] &&
    !isFunctionWord(token.low, source.language) &&
    !classes.some((cls) => wordAt(source, i, cls))
  );
}

/** "Tom", "Tom and Lisa", "Tom, Ann and Lisa": how many, and where the list ends. */
function namesAt(source: Source, spans: Spans, i: number): { count: number; to: number } | undefined {
  if (!nameAt(source, spans, i)) return undefined;
  let [count, to] = [1, i + 1];
  for (;;) {
    const joined = wordAt(source, to, 'and')?.to ?? (markAt(source, to, ',&') ? to + 1 : undefined);
    if (joined === undefined || !nameAt(source, spans, joined)) return { count, to };
    [count, to] = [count + 1, joined + 1];
  }
}

/** What the clause behind the names says of them: one fewer, or one more. */
function sense(source: Source, from: number): 1 | -1 | undefined {
  const end = source.tokens
    .slice(from, from + reach)
    .findIndex((token) => token.kind === 'mark' && token.low !== "'");
  const words = source.tokens.slice(from, end < 0 ? from + reach : from + end).map((token) => token.low);
  const denied = words.findIndex((word) => denials.has(word));
  if (denied >= 0) return words.some((word) => presence.has(word)) ? -1 : undefined;
  if (words.slice(0, 3).some((word) => leaving.has(word))) return -1;
  return words.slice(0, 4).some((word) => joining.has(word)) ? 1 : undefined;
}

/** "Tom can't come", "Ben is coming after all": people by name, of whom only the number matters. */
export function readComings(
  source: Source,
  spans: Spans,
  before: Travellers | undefined,
): Travellers | undefined {
  if (!before || source.tokens.length > shortMessage) return undefined;
  let change = 0;
  for (let i = 0; i < source.tokens.length;) {
    const names = namesAt(source, spans, i);
    const said = names && sense(source, names.to);
    if (names && said) change += said * names.count;
    i = names?.to ?? i + 1;
  }
  return change === 0 ? undefined : { ...before, adults: Math.max(1, before.adults + change) };
}

/** "two people dropped out": those who were counted stay at home. */
export const countedOut = (source: Source, to: number): boolean => sense(source, to) === -1;
