import { type BaseMessage } from '@langchain/core/messages';

/** What tokenizers cut a text into before they look anything up: blanks, words, numbers, runs of other signs. */
const pieces = /(\s+)|(\p{L}[\p{L}\p{M}]*)|(\d+)|([^\s\p{L}\d]+)/gu;
/** Letters of a word by token, at the least: few words of English have more tokens than this makes. */
const perWord = 4;
/** Digits and other signs by token. */
const perNumber = 3;
const perSigns = 2;
/** What a message weighs beside its text. */
const perMessage = 4;

/**
 * About how many tokens a text is, where no provider has counted: on the high side, as an estimate for a limit must be. Letters beyond
 * ASCII are a token each, since tokenizers have few words of them.
 */
export function estimateTokens(text: string): number {
  let tokens = 0;
  let before = '';
  for (const [, blank, word, number, signs] of text.matchAll(pieces)) {
    if (blank !== undefined) {
      before = blank;
      continue;
    }
    // One blank belongs to the word or sign after it; a number stands alone, and so do lines and indents.
    const alone = number === undefined ? before.length > 1 || before === '\n' : before !== '';
    before = '';
    tokens += alone ? 1 : 0;
    if (word !== undefined) tokens += lettersOf(word);
    if (number !== undefined) tokens += Math.ceil(number.length / perNumber);
    if (signs !== undefined) tokens += Math.ceil(asciiIn(signs) / perSigns) + signs.length - asciiIn(signs);
  }
  return tokens;
}

/** A letter beyond ASCII also parts those on its sides. */
function lettersOf(word: string): number {
  let tokens = word.length - asciiIn(word);
  for (const [run] of word.matchAll(/[A-Za-z]+/g)) tokens += Math.ceil(run.length / perWord);
  return tokens;
}

function asciiIn(text: string): number {
  let ascii = 0;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) < 128) ascii += 1;
  return ascii;
}

/** About how many tokens a request is; `more` is what goes with the messages, such as tools, as it is sent. */
export const estimateRequest = (messages: readonly BaseMessage[], more = ''): number =>
  messages.reduce((sum, { content }) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    return sum + perMessage + estimateTokens(text);
  }, estimateTokens(more));
