import { type Budget } from '@travellite/protocol';
import { type WordClass } from '../data/words.js';
import { markAt, type Source, wordAt, wordBefore } from '../text/source.js';
import { wordSet } from '../text/word-set.js';

/** How an amount is meant. */
export type Bound = Budget['kind'] | 'min';

const bounds: [WordClass, Bound][] = [
  ['under', 'max'],
  ['about', 'about'],
  ['over', 'min'],
];

const denials = wordSet('not cant cannot dont no never without wont nicht pas no non não niet');

/** "can't spend more than": an upper bound after all. */
const isDenied = (source: Source, i: number): boolean =>
  source.tokens.slice(Math.max(0, i - 5), i).some((token) => denials.has(token.low));

/** A word of bounding before an amount ("under", "around"), and where it begins. */
export function boundBefore(source: Source, i: number): { bound: Bound; from: number } | undefined {
  let at = i;
  for (let skips = 0; skips < 3; skips += 1) {
    for (const [cls, bound] of bounds) {
      const word = wordBefore(source, at, cls);
      if (word)
        return { bound: bound === 'min' && isDenied(source, word.from) ? 'max' : bound, from: word.from };
    }
    const filler = ['a', 'the', 'total', 'of', 'is', 'at', 'to', 'be', 'maximum'].includes(
      source.tokens[at - 1]?.low ?? '',
    );
    // "ca. 800", "max. 800": the point belongs to the word.
    const point = markAt(source, at - 1, '.') && source.tokens[at - 1]?.glued === true;
    if (!filler && !point && !markAt(source, at - 1, '~')) break;
    if (markAt(source, at - 1, '~')) return { bound: 'about', from: at - 1 };
    at -= 1;
  }
  return undefined;
}

/** A word of bounding after an amount ("max", "or so"). */
export function boundAfter(source: Source, i: number): { bound: Bound; to: number } | undefined {
  const at = markAt(source, i, '-') || markAt(source, i, ',') ? i + 1 : i;
  const token = source.tokens[at];
  if (token?.low === '+' || (token?.low === 'plus' && token.glued)) return { bound: 'min', to: at + 1 };
  const max = /^(?:max|maximum|tops|or less|or under|at most|limit|cap)$/;
  const under = wordAt(source, at, 'under');
  if (
    under &&
    max.test(
      source.tokens
        .slice(at, under.to)
        .map((t) => t.low)
        .join(' '),
    )
  )
    return { bound: 'max', to: under.to };
  const about = wordAt(source, at, 'about');
  if (about && ['or', 'ish', 'more', 'give'].includes(token?.low ?? ''))
    return { bound: 'about', to: about.to };
  return undefined;
}
