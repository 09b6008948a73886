import { type IsoDate } from '@travellite/protocol';
import { type WordClass } from '../data/words.js';
import { lexiconFor, type Tag } from './lexicon.js';
import { type Hit, type Phrases } from './phrases.js';
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
  /** By token: for each word class the longest phrase that begins there. Most tokens have none. */
  begins: (Map<WordClass, Hit<number>> | undefined)[];
  /** By token: for each word class the longest phrase that ends right before it. */
  ends: (Map<WordClass, { from: number; value: number }> | undefined)[];
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

/** Looks every token up once, so that asking for a class costs the same however many phrases there are. */
function classify(tokens: Token[], lexicon: Phrases<Tag[]>): Pick<Source, 'begins' | 'ends'> {
  const begins: Source['begins'] = new Array(tokens.length);
  const ends: Source['ends'] = new Array(tokens.length + 1);
  for (let from = 0; from < tokens.length; from += 1) {
    for (const { value: tags, to } of lexicon.all(tokens, from)) {
      const starting = (begins[from] ??= new Map());
      const ending = (ends[to] ??= new Map());
      for (const { cls, n } of tags) {
        starting.set(cls, { value: n, to });
        if (!ending.has(cls)) ending.set(cls, { from, value: n });
      }
    }
  }
  return { begins, ends };
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
  const { begins, ends } = classify(tokens, lexicon);
  return {
    text: level,
    tokens,
    language,
    locale,
    region: regionOf(locale),
    today,
    asked,
    shouting: isShouting(level),
    begins,
    ends,
  };
}

/** The longest phrase of class `cls` at token `i`. */
export function wordAt(source: Source, i: number, cls: WordClass): Hit<number> | undefined {
  return source.begins[i]?.get(cls);
}

/** As `wordAt`, for the first class of several that fits; the longest phrase wins. */
export function anyWordAt(
  source: Source,
  i: number,
  classes: readonly WordClass[],
): (Hit<number> & { cls: WordClass }) | undefined {
  const known = source.begins[i];
  if (!known) return undefined;
  let best: (Hit<number> & { cls: WordClass }) | undefined;
  for (const cls of classes) {
    const hit = known.get(cls);
    if (hit && (!best || hit.to > best.to)) best = { ...hit, cls };
  }
  return best;
}

/** The phrase of class `cls` that ends right before token `i`; the longest, when several do. */
export function wordBefore(
  source: Source,
  i: number,
  cls: WordClass,
): { from: number; value: number } | undefined {
  return source.ends[i]?.get(cls);
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
