import { type IsoDate } from '@travellite/protocol';
import { type WordClass } from '../data/words.js';
import { lexiconFor, type Tag } from './lexicon.js';
import { type Hit } from './phrases.js';
import { levelPunctuation } from './fold.js';
import { type Token, tokenise } from './tokens.js';

/** A message, cut into tokens whose word classes are known. What every recogniser reads. */
export interface Source {
  /** Levelled text; positions are those of the message. */
  text: string;
  tokens: Token[];
  language: string;
  /** BCP 47. */
  locale: string;
  /** ISO 3166-1 alpha-2 of the locale, when it names one. */
  region?: string;
  today: IsoDate;
  /** What the person was asked for last. */
  asked?: string;
  /** Written all in capitals, so that a capital letter says nothing. */
  shouting: boolean;
  /** Phrases with classes that begin at each token, shortest first. */
  hits: Hit<Tag[]>[][];
}

function regionOf(locale: string): string | undefined {
  const subtag = /^[a-z]{2,3}(?:[-_][a-z]{4})?[-_]([a-z]{2})\b/i.exec(locale)?.[1];
  return subtag?.toUpperCase();
}

function isShouting(text: string): boolean {
  const upper = text.replace(/[^\p{Lu}]/gu, '').length;
  const lower = text.replace(/[^\p{Ll}]/gu, '').length;
  return upper > 8 && upper > 3 * lower;
}

export function readSource(
  text: string,
  today: IsoDate,
  locale: string,
  language: string,
  asked?: string,
): Source {
  const level = levelPunctuation(text);
  const tokens = tokenise(level);
  const lexicon = lexiconFor(language);
  const hits = tokens.map((_, i) => lexicon.all(tokens, i));
  return {
    text: level,
    tokens,
    language,
    locale,
    region: regionOf(locale),
    today,
    asked,
    shouting: isShouting(level),
    hits,
  };
}

/** The longest phrase of class `cls` at token `i`. */
export function wordAt(source: Source, i: number, cls: WordClass): Hit<number> | undefined {
  const hits = source.hits[i];
  if (!hits) return undefined;
  for (let h = hits.length - 1; h >= 0; h -= 1) {
    const hit = hits[h];
    const tag = hit?.value.find((candidate) => candidate.cls === cls);
    if (hit && tag) return { value: tag.n, to: hit.to };
  }
  return undefined;
}

/** As `wordAt`, for the first class of several that fits; the longest phrase wins. */
export function anyWordAt(
  source: Source,
  i: number,
  classes: readonly WordClass[],
): (Hit<number> & { cls: WordClass }) | undefined {
  let best: (Hit<number> & { cls: WordClass }) | undefined;
  for (const cls of classes) {
    const hit = wordAt(source, i, cls);
    if (hit && (!best || hit.to > best.to)) best = { ...hit, cls };
  }
  return best;
}

/** The phrase of class `cls` that ends right before token `i`, looked for among the last four tokens. */
export function wordBefore(
  source: Source,
  i: number,
  cls: WordClass,
): { from: number; value: number } | undefined {
  for (let from = Math.max(0, i - 5); from < i; from += 1) {
    for (const hit of source.hits[from] ?? []) {
      const tag = hit.to === i ? hit.value.find((candidate) => candidate.cls === cls) : undefined;
      if (tag) return { from, value: tag.n };
    }
  }
  return undefined;
}

export const markAt = (source: Source, i: number, marks: string): boolean => {
  const token = source.tokens[i];
  return token?.kind === 'mark' && marks.includes(token.low);
};

/** The words of tokens `from` to before `to`, as written. */
export function saidBetween(source: Source, from: number, to: number): string {
  const first = source.tokens[from];
  const last = source.tokens[to - 1];
  return first && last ? source.text.slice(first.start, last.end) : '';
}
