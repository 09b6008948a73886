import { fold } from './fold.js';
import { type Token } from './tokens.js';

/** A hit: the value and the position after its last token. */
export interface Hit<T> {
  value: T;
  to: number;
}

/** Whether the token may stand inside a phrase without being part of it: "St. Ives", "self-driving". */
function isFiller(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token?.kind !== 'mark' || !token.glued) return false;
  if (token.low === '-' || token.low === '/' || token.low === '&') return tokens[i + 1]?.glued === true;
  if (token.low === '.') return (tokens[i - 1]?.low.length ?? 9) <= 3 && tokens[i + 1]?.kind === 'word';
  return token.low === "'" && tokens[i + 1]?.glued === true;
}

/** Words of a phrase as they are looked up, joined by one space. */
export function phraseKey(phrase: string): string {
  return fold(phrase)
    .replace(/[-./&]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .join(' ');
}

/**
 * A dictionary of phrases of one or more words. Looking one up costs as many steps as the longest phrase that begins
 * with the same word has words, whatever the size of the dictionary.
 */
export class Phrases<T> {
  private readonly values = new Map<string, T>();
  private readonly longest = new Map<string, number>();

  constructor(entries: Iterable<readonly [string, T]> = []) {
    for (const [phrase, value] of entries) this.add(phrase, value);
  }

  add(phrase: string, value: T): void {
    const key = phraseKey(phrase);
    if (key === '') return;
    const words = key.split(' ');
    const first = words[0] ?? key;
    this.values.set(key, value);
    this.longest.set(first, Math.max(this.longest.get(first) ?? 0, words.length));
  }

  get(phrase: string): T | undefined {
    return this.values.get(phraseKey(phrase));
  }

  entries(): IterableIterator<[string, T]> {
    return this.values.entries();
  }

  has(key: string): boolean {
    return this.values.has(key);
  }

  /** All phrases that begin at token `i`, shortest first. */
  all(tokens: readonly Token[], i: number): Hit<T>[] {
    const first = tokens[i];
    if (!first || first.kind === 'mark') return [];
    const max = this.longest.get(first.low) ?? 0;
    const hits: Hit<T>[] = [];
    let key = '';
    let at = i;
    for (let words = 1; words <= max; words += 1) {
      while (words > 1 && isFiller(tokens, at)) at += 1;
      const token = tokens[at];
      if (!token || token.kind === 'mark') break;
      key = words === 1 ? token.low : `${key} ${token.low}`;
      at += 1;
      const value = this.values.get(key);
      if (value !== undefined) hits.push({ value, to: at });
    }
    return hits;
  }

  /** The longest phrase that begins at token `i`. */
  at(tokens: readonly Token[], i: number): Hit<T> | undefined {
    return this.all(tokens, i).at(-1);
  }
}

/** A table written as `value: 'phrase | phrase'`. */
export function phrasesOf<K extends string>(table: Partial<Record<K, string>>): Phrases<K> {
  const phrases = new Phrases<K>();
  for (const [value, list] of Object.entries(table) as [K, string][]) {
    for (const phrase of list.split('|')) phrases.add(phrase, value);
  }
  return phrases;
}
