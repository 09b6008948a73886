import { type InterestTag, type PlanOption } from '@travellite/protocol';
import { placeKinds } from '../data/place-kinds.js';
import { fold } from '../text/fold.js';
import { Phrases } from '../text/phrases.js';
import { saidBetween, type Source } from '../text/source.js';
import { wordSet } from '../text/word-set.js';
import { interestAt, type WishSpan } from './tags.js';

/** Names that are looked at: those of three long plans, at most. */
const mostNames = 600;

/** Points at one thing that both sides know. */
const definite = wordSet('the that this der die das den dem le la el il lo o a de het dat');

/** The places of the shown options, as often as they are there only once, in their order. */
function namesOf(shown: readonly PlanOption[]): string[] {
  const days = shown.flatMap(({ days, departure }) => (departure ? [...days, departure] : days));
  const pois = days.flatMap(({ blocks }) => blocks.flatMap(({ pois = [] }) => pois));
  return [...new Set(pois.map(({ name }) => name))].slice(0, mostNames);
}

/** "The Last Supper (Cenacolo Vinciano)": with and without what is said of it. */
function spellings(name: string): string[] {
  const [bare = '', ...rest] = name.split(/[()]/);
  return [name, bare, bare.replace(/^the /i, ''), ...rest]
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** Which kinds of thing the name says it is: "Castelo de São Jorge" a castle. */
function kindsOf(name: string): number[] {
  const words = new Set(fold(name).split(/[^\p{L}]+/u));
  return placeKinds.flatMap((kind, at) => ([...kind].some((word) => words.has(word)) ? [at] : []));
}

/**
 * Places of the options that were shown: by their names, or "the castle" for the first that is one. The latter counts where something is
 * refused; otherwise it may be any castle, and is the interest that the word stands for.
 */
export function recogniseShown(
  source: Source,
  shown: readonly PlanOption[],
  isElsewhere: (name: string) => boolean,
  taken: (i: number) => boolean,
): WishSpan[] {
  const names = namesOf(shown).filter((name) => !isElsewhere(name));
  if (names.length === 0) return [];
  const byName = new Phrases(names.flatMap((name) => spellings(name).map((one) => [one, name] as const)));
  const byKind = new Map<number, string>();
  for (const name of names) for (const kind of kindsOf(name)) if (!byKind.has(kind)) byKind.set(kind, name);
  const spans: WishSpan[] = [];
  for (let i = 0; i < source.tokens.length;) {
    const span = taken(i) ? undefined : (namedAt(source, i, byName) ?? meantAt(source, i, byKind));
    if (span) spans.push(span);
    i = span?.to ?? i + 1;
  }
  return spans;
}

function namedAt(source: Source, i: number, byName: Phrases<string>): WishSpan | undefined {
  const hit = byName.at(source.tokens, i);
  if (!hit) return undefined;
  return { kind: 'sight', from: i, to: hit.to, said: saidBetween(source, i, hit.to), value: hit.value };
}

function meantAt(source: Source, i: number, byKind: ReadonlyMap<number, string>): WishSpan | undefined {
  const word = source.tokens[i]?.low ?? '';
  if (!definite.has(source.tokens[i - 1]?.low ?? '')) return undefined;
  const kind = placeKinds.findIndex((words) => words.has(word));
  const value = byKind.get(kind);
  if (value === undefined) return undefined;
  const interest: InterestTag | undefined = interestAt(source, i);
  return {
    kind: 'shown',
    from: i,
    to: i + 1,
    said: saidBetween(source, i, i + 1),
    value,
    ...(interest ? { interest } : {}),
  };
}
