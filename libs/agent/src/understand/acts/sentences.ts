import { wordSet } from '../text/word-set.js';
import { type Source } from '../text/source.js';

export interface Sentence {
  /** Token positions. */
  from: number;
  to: number;
  question: boolean;
}

const asks = wordSet(
  'what whats which when where who why how is are was do does did has will am hows wheres est comment quand pourquoi combien quel quelle quels quelles wann wie warum welche welcher que cual cuanto cuando donde como quale quando perche quanto dove wat wanneer hoe waarom quest gibt hay cosa quali qual quais welk kostet coûte cuesta costa custa kost',
);
const canAsk = wordSet('can could would will may might shall should');
const fillers = wordSet(
  'and so also but well ok okay hey hi hello oh um hmm then please btw actually thanks great cool by the way sorry',
);
const requests = wordSet(
  'plan find book search make show add include remove drop delete change give help suggest recommend get create build arrange organize organise put take swap replace switch move extend shorten cut set update increase raise lower reduce stay go fly travel visit do have see keep we you i skip craft design generate prepare provide assist outline construct devise formulate develop propose draft start leave',
);
/** They look like questions and make a proposal. */
const suggestions =
  /^(?:what about|how about|why not|why dont we|what if|how does|shall we|lets|is it possible|do not|do a)\b/;

/** Whether the words from token `from` ask something, rather than ask for something. */
function asksSomething(source: Source, from: number, to: number, marked: boolean): boolean {
  let i = from;
  while (i < to && isFiller(source, i)) i += 1;
  const words = source.tokens.slice(i, Math.min(to, i + 6)).map((token) => token.low);
  const said = words.join(' ');
  const first = words[0] ?? '';
  if (suggestions.test(said)) return /^(?:what|how) about/.test(said) && pointsToPlan(source, i, to);
  if (first === 'may' || first === 'will' || first === 'might') return marked;
  if (asksToBook.test(said)) return true;
  if (canAsk.has(first)) return !words.slice(1, 5).some((word) => requests.has(word)) || asksAbility(words);
  if (first === 'any' || first === 'anything') return marked;
  return asks.has(first) && (marked || !startsStatement(words));
}

/** "Can you book it?": what we do not do, so it wants an answer and no new plan. */
const asksToBook =
  /^(?:can|could|would|will) you (?:please )?(?:book|reserve|buy|pay) (?:it|this|that|them|these|those|everything|option|for)\b/;

/** "What about food near the hotel on day 2?": about what was planned, not a proposal. */
function pointsToPlan(source: Source, from: number, to: number): boolean {
  const words = source.tokens
    .slice(from, to)
    .map((token) => token.low)
    .join(' ');
  return /\b(?:day \d+|(?:near|close to|around|by) (?:the|our|my) (?:hotel|place|hostel|apartment|lodging)|nearby)\b/.test(
    words,
  );
}

const isFiller = (source: Source, i: number): boolean =>
  fillers.has(source.tokens[i]?.low ?? '') || source.tokens[i]?.kind === 'mark';

/** "Can I use my card there": nothing to be done by us. */
const asksAbility = (words: string[]): boolean =>
  words[1] === 'i' &&
  ['use', 'drink', 'pay', 'bring', 'buy', 'wear', 'trust', 'drive', 'swim'].includes(words[2] ?? '');

/** "When we are in Rome we want …" and "Is fine" state something. */
const startsStatement = (words: string[]): boolean =>
  (words[0] === 'when' && ['we', 'i', 'in'].includes(words[1] ?? '')) ||
  (words[0] === 'was' && words.length < 2) ||
  words[0] === 'est' ||
  (words[0] === 'como' && words.length < 2);

const ends = wordSet('. ! ? ; ？ ！');

/** Sentences with whether each is a question. */
export function sentences(source: Source): Sentence[] {
  const list: Sentence[] = [];
  let from = 0;
  const close = (to: number, marked: boolean): void => {
    if (to > from) list.push({ from, to, question: asksSomething(source, from, to, marked) });
    from = to;
  };
  for (const [i, token] of source.tokens.entries()) {
    const previous = source.tokens[i - 1];
    if (previous && source.text.slice(previous.end, token.start).includes('\n')) close(i, false);
    if (token.kind === 'mark' && ends.has(token.low) && !isInner(source, i))
      close(i + 1, token.low === '?' || token.low === '？');
  }
  close(source.tokens.length, false);
  return list;
}

/** The point of "St. Ives", "1.500" and "D.C." ends no sentence. */
function isInner(source: Source, i: number): boolean {
  if (source.tokens[i]?.low !== '.') return false;
  const before = source.tokens[i - 1];
  const after = source.tokens[i + 1];
  if (after?.glued) return true;
  if (!before || !after) return false;
  return before.kind === 'word' && before.low.length <= 2 && before.capital && after.kind === 'word';
}
