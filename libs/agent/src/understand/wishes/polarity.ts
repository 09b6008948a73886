import { phrasesOf } from '../text/phrases.js';
import { wordSet } from '../text/word-set.js';
import { type Source } from '../text/source.js';

/**
 * How the words before a span colour it: `add` (asked for), `remove` (take it out of what was said before),
 * `avoid` (not wanted), `must` (wanted strongly), `none` (just mentioned).
 */
export type Polarity = 'none' | 'add' | 'must' | 'remove' | 'avoid';

type Cue = Exclude<Polarity, 'none'> | 'clear' | 'except' | 'instead_of' | 'swap';

const cues = phrasesOf<Cue>({
  remove:
    'remove|delete|drop|scrap|take out|take off|cut|forget|forget about|cancel|get rid of|lose the|no longer|don’t want to go to|don’t want to visit|do not want to visit|take away|strike|eliminate|ditch|not anymore|entferne|entfernen|streiche|lösche|supprime|retire|enlève|elimina|quita|quitar|rimuovi|togli|remove|tirar|verwijder|schrap|remova|tire|削除|never mind|nevermind|axe|remove the',
  avoid:
    'no|not|without|leave out|exclude|excluding|skip|skipping|not interested in going to|omit|don’t go to|rule out|don’t include|do not include|leave off|not going to|ohne|don’t want|do not want|don’t like|do not like|dislike|hate|avoid|avoiding|never|can’t stand|not a fan of|not fans of|not interested in|not into|nothing with|tired of|sick of|stay away from|steer clear of|rather not|prefer not to|prefer not|not keen on|don’t|do not|doesn’t|isn’t|aren’t|won’t|can’t|cannot|refuse|refuse to|against|less|fewer|kein|keine|keinen|nicht|pas de|pas|sin|nada de|non|senza|niente|sem|não|geen|niet|zonder|afraid of|scared of|nor|neither|allergic|unwilling to|not want|wouldn’t like|would not like|not allowed|opposed to|no need for|don’t need|do not need|don’t care for|don’t care about|not looking for|won’t be|will not be|not be|not planning to|not plan to|minus',
  must: 'must see|must visit|must do|must|have to see|have to visit|need to see|definitely|absolutely|essential|don’t miss|can’t miss|cannot miss|do not miss|don’t forget|make sure|be sure to|most important|non negotiable|without missing|top of my list|bucket list|unbedingt|absolument|sin falta|assolutamente|at all costs|don’t want to miss|wouldn’t miss|need',
  add: 'add|include|including|want|wants|love|loves|like|likes|prefer|prefers|also|plus|keep|with|let’s|let us|make it|enjoy|enjoys|into|interested in|fan of|fans of|looking for|ask for|put in|throw in|would like|we’d like|i’d like|please|give me|show me|only|just|fond of|keen on|crazy about|passionate about|but|visit|visiting|go to|going to|see|hinzufügen|ajoute|añade|aggiungi|adiciona|voeg|focus on|instead|replace it with|change to|switch to|change it to|try|use|using|take|taking|ok with|fine with|open to|happy with|enjoying|explore|exploring|favor|favour|requesting|require|requires|desire|insist on|seeking|craving|in favor of|then|otherwise|except for that|allow|allows|allowing|permit|permits|accept|accepts|accommodate|we are|i am|we have|as well as',
  clear:
    'not only|why not|can’t wait|cannot wait|don’t mind|do not mind|doesn’t matter|does not matter|not sure|i don’t know|no problem|no worries|no thanks|no thank you|never been|haven’t been|have never been|not bad|no idea|not yet|no matter|if not|whether or not|don’t know|haven’t decided|not decided|couldn’t|no preference|no preferences|no hurry|nothing|no one|don’t have|do not have|no doubt|haven’t|has not|hasn’t|not too far|not far|no more than|not more than|not over|no less than|not exceed|not exceeding|no later than|doesn’t have to|don’t worry|can’t decide|not fixed|not necessarily|not that|no later',
  except:
    'anything but|anything except|everything but|everything except|all but|any except|any but|except|except for|apart from|other than|aside from|besides',
  instead_of:
    'instead of|rather than|in place of|in lieu of|not the|as opposed to|statt|au lieu de|en lugar de|en vez de|invece di|em vez de|in plaats van',
  swap: 'replace|swap|swap out|exchange|substitute|change|switch|trade',
});

interface State {
  polarity: Polarity;
  /** Kind of the last span under the current cue, so that a list goes on over commas. */
  kind?: string;
  comma: boolean;
  swapped: boolean;
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
  const state: State = { polarity: 'none', comma: false, swapped: false };
  for (let i = 0; i < source.tokens.length;) {
    const spot = starts.get(i);
    if (spot) {
      if (state.comma && state.kind !== undefined && state.kind !== spot.kind && isNegative(state.polarity))
        reset(state);
      state.comma = false;
      state.kind = spot.kind;
      result.set(spot, state.polarity);
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
    if ('.!?;\n:'.includes(token.low) && !(token.glued && source.tokens[i + 1]?.glued)) reset(state);
    else if (token.low === ',' || token.low === '&') state.comma = true;
    else if (token.low === '(' || token.low === ')') state.comma = true;
    return i + 1;
  }
  if (state.swapped && swapMiddle.has(token.low)) {
    reset(state);
    state.polarity = 'add';
    state.swapped = false;
    return i + 1;
  }
  const hit = cues.at(source.tokens, i);
  if (!hit) {
    if (token.low === 'and' || token.low === 'or') state.comma ||= token.low === 'and';
    return i + 1;
  }
  apply(source, hit.value, i, hit.to, state);
  return hit.to;
}

function apply(source: Source, cue: Cue, i: number, to: number, state: State): void {
  if (cue === 'avoid' && isAnswer(source, i, to)) return;
  if (cue === 'swap') {
    state.swapped = swapAhead(source, to);
    if (!state.swapped) return;
  }
  const low = source.tokens[i]?.low ?? '';
  if (cue === 'add' && isNegative(state.polarity) && weak.has(low) && state.kind === undefined) return;
  reset(state);
  state.polarity = meaning[cue];
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

const noes = wordSet('no non nein nee não nope');

/** "No, I meant Lyon": an answer, not a negation. */
const isAnswer = (source: Source, i: number, to: number): boolean =>
  noes.has(source.tokens[i]?.low ?? '') &&
  to === i + 1 &&
  source.tokens[i]?.opens === true &&
  source.tokens[to]?.low === ',';

/** Words that do not turn a negation round when they follow it at once: "don't want to visit", "not with children". */
const weak = wordSet(
  'want wants like likes love with use using take taking see visit go going just only also enjoy into interested fan try include including please let lets allow accept require need visiting ok explore keep accommodate permit',
);

function swapAhead(source: Source, from: number): boolean {
  for (let at = from; at < Math.min(from + 7, source.tokens.length); at += 1) {
    const token = source.tokens[at];
    if (token?.kind === 'mark' && token.low !== '-') return false;
    if (token && swapMiddle.has(token.low) && at > from) return true;
  }
  return false;
}
