import { type Cue, cuesOf } from '../data/cues.js';
import { type Phrases, phrasesOf } from '../text/phrases.js';
import { wordSet } from '../text/word-set.js';
import { type Source, wordAt } from '../text/source.js';
import { isRefusedAfter } from './aftermath.js';

/**
 * How the words before a span colour it: `add` (asked for), `remove` (take it out of what was said before),
 * `avoid` (not wanted), `must` (wanted strongly), `none` (just mentioned).
 */
export type Polarity = 'none' | 'add' | 'must' | 'remove' | 'avoid';

const compiled = new Map<string, Phrases<Cue>>();

function cuesFor(language: string): Phrases<Cue> {
  let cues = compiled.get(language);
  if (!cues) {
    cues = phrasesOf<Cue>(cuesOf(language));
    compiled.set(language, cues);
  }
  return cues;
}

interface State {
  polarity: Polarity;
  /** Kind of the last span under the current cue, so that a list goes on over commas. */
  kind?: string;
  comma: boolean;
  swapped: boolean;
  /** Where the last cue ended. */
  at: number;
}

const swapMiddle = new Set(['with', 'for', 'to', 'by', 'into']);

interface Spot {
  from: number;
  to: number;
  kind: string;
}

/** The polarity of each span. Spans are in order of position. */
export function polarities(source: Source, spots: Spot[]): Map<Spot, Polarity> {
  const result = new Map<Spot, Polarity>();
  const starts = new Map(spots.map((spot) => [spot.from, spot]));
  const state: State = { polarity: 'none', comma: false, swapped: false, at: 0 };
  for (let i = 0; i < source.tokens.length;) {
    const spot = starts.get(i);
    if (spot) {
      if (state.comma && state.kind !== undefined && state.kind !== spot.kind && isNegative(state.polarity))
        reset(state);
      state.comma = false;
      state.kind = spot.kind;
      const refused = !isNegative(state.polarity) && isRefusedAfter(source, spot.to, (at) => starts.has(at));
      result.set(spot, refused ? 'avoid' : state.polarity);
      i = spot.to;
      continue;
    }
    i = step(source, i, state);
  }
  return result;
}

const isNegative = (polarity: Polarity): boolean => polarity === 'avoid' || polarity === 'remove';

function reset(state: State): void {
  state.polarity = 'none';
  state.kind = undefined;
  state.comma = false;
}

/** Reads one cue, mark or plain word, and returns the next position. */
function step(source: Source, i: number, state: State): number {
  const token = source.tokens[i];
  if (!token) return i + 1;
  if (token.kind === 'mark') {
    readMark(source, i, state);
    return i + 1;
  }
  if (state.swapped && swapMiddle.has(token.low)) {
    reset(state);
    state.polarity = 'add';
    state.swapped = false;
    return i + 1;
  }
  if (isComparison(source, i)) {
    reset(state);
    state.polarity = 'remove';
    state.at = i + 1;
    return i + 1;
  }
  const hit = cuesFor(source.language).at(source.tokens, i);
  if (hit) apply(source, hit.value, i, hit.to, state);
  else if (state.comma && isNegative(state.polarity) && subjects.has(token.low)) reset(state);
  else if (wordAt(source, i, 'and')) state.comma = true;
  return hit?.to ?? i + 1;
}

const preferring = wordSet('rather prefer sooner better');

/** "We'd rather do Porto than Lisbon": what follows is the one that is given up. */
const isComparison = (source: Source, i: number): boolean =>
  source.tokens[i]?.low === 'than' &&
  source.tokens[i - 1]?.low !== 'rather' &&
  source.tokens.slice(Math.max(0, i - 8), i).some((token) => preferring.has(token.low));

/** Sentence ends finish what a cue says; a comma does so unless a list follows. */
function readMark(source: Source, i: number, state: State): void {
  const token = source.tokens[i];
  if (!token) return;
  const inner = token.glued && source.tokens[i + 1]?.glued === true;
  if ('.!?;\n:'.includes(token.low)) {
    if (!inner) reset(state);
  } else if (',&()'.includes(token.low)) {
    if (token.low === ',' && isNegative(state.polarity) && state.kind === undefined) reset(state);
    else state.comma = true;
  }
}

function apply(source: Source, cue: Cue, i: number, to: number, state: State): void {
  if (cue === 'avoid' && (isAnswer(source, i, to) || isAboutTheSum(source, i, to))) return;
  if (cue === 'swap') {
    state.swapped = swapAhead(source, to);
    if (!state.swapped) return;
  }
  const low = source.tokens[i]?.low ?? '';
  const close = i - state.at <= 3 && !state.comma && state.kind === undefined;
  if (cue === 'add' && isNegative(state.polarity) && weak.has(low) && close) {
    state.at = to;
    return;
  }
  reset(state);
  state.polarity = meaning[cue];
  state.at = to;
}

const meaning: Record<Cue, Polarity> = {
  add: 'add',
  must: 'must',
  remove: 'remove',
  avoid: 'avoid',
  clear: 'none',
  except: 'avoid',
  instead_of: 'remove',
  swap: 'remove',
};

/** A new clause begins: "we don't want to share rooms, and we love trains". */
const subjects = wordSet('we i they he she it my our id wed ill well ive weve im');

const noes = wordSet('no non nein nee não nope');

/** "No, I meant Lyon": an answer, not a negation. */
const isAnswer = (source: Source, i: number, to: number): boolean =>
  noes.has(source.tokens[i]?.low ?? '') &&
  to === i + 1 &&
  source.tokens[i]?.opens === true &&
  // At the beginning of a French sentence it never negates what follows.
  (source.tokens[to]?.low === ',' || (source.language === 'fr' && source.tokens[i]?.low === 'non'));

const sums = wordSet('included including excluding excluded counting incl excl');

/** "$5000 not including flights" says what the money is for and refuses nothing. */
function isAboutTheSum(source: Source, i: number, to: number): boolean {
  const words = source.tokens.slice(i, to + 1).map((token) => token.low);
  if (!words.some((word) => sums.has(word))) return false;
  const before = source.tokens.slice(Math.max(0, i - 4), i);
  return before.some(
    (token) => token.kind === 'number' || '$€£¥'.includes(token.low) || wordsOfMoney.has(token.low),
  );
}

const wordsOfMoney = wordSet('dollars euros euro pounds bucks usd eur gbp budget total person k grand');

/** Words that do not turn a negation round when they follow it at once: "don't want to visit", "not with children". */
const weak = wordSet(
  'want wants like likes love with use using take taking see visit go going just only also enjoy into interested fan try include including please let lets allow accept require need visiting ok explore keep accommodate permit wollen will möchten möchte mag mögen veux veut voulons voudrais voudrions aime aimons quiero queremos quisiera vogliamo voglio vorrei vorremmo quero gosto gostamos wil willen mit avec con com met nach ir visiter visitar visitare bezoeken',
);

function swapAhead(source: Source, from: number): boolean {
  for (let at = from; at < Math.min(from + 7, source.tokens.length); at += 1) {
    const token = source.tokens[at];
    if (token?.kind === 'mark' && token.low !== '-') return false;
    if (token && swapMiddle.has(token.low) && at > from) return true;
  }
  return false;
}
