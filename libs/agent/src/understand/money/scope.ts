import { type Budget } from '@travellite/protocol';
import { type WordClass } from '../data/words.js';
import { markAt, type Source, wordAt } from '../text/source.js';
import { wordSet } from '../text/word-set.js';

const scopes: [WordClass, Budget['scope']][] = [
  ['per_person', 'per_person'],
  ['per_night', 'per_night'],
  ['per_day', 'per_day'],
  ['total', 'total'],
];

/** "per person", "a night", "in total" after an amount. */
export function scopeAfter(source: Source, i: number): { scope: Budget['scope']; to: number } | undefined {
  const at = markAt(source, i, ',(') ? i + 1 : i;
  const slash = markAt(source, at, '/') ? at + 1 : undefined;
  for (const [cls, scope] of scopes) {
    const hit = wordAt(source, slash ?? at, cls);
    const alone =
      slash === undefined && ['night', 'day', 'person', 'the night'].includes(source.tokens[at]?.low ?? '');
    if (hit && !alone) return { scope, to: hit.to };
  }
  return undefined;
}

/** Words that say what an amount is for only behind it. */
const bare = wordSet('person night day a each');

/** The same, said earlier in the sentence. */
export function scopeBefore(source: Source, i: number): Budget['scope'] | undefined {
  for (let at = Math.max(0, i - 8); at < i; at += 1) {
    for (const [cls, scope] of scopes) {
      const hit = wordAt(source, at, cls);
      const alone = hit?.to === at + 1 && bare.has(source.tokens[at]?.low ?? '');
      if (hit && !alone && hit.to <= i && !endsSentence(source, at, i)) return scope;
    }
  }
  return undefined;
}

const endsSentence = (source: Source, from: number, to: number): boolean =>
  source.tokens
    .slice(from, to)
    .some((token) => token.kind === 'mark' && '.!?;'.includes(token.low) && !token.glued);
