import { wordSet } from './word-set.js';
import { fold } from './fold.js';

/** A word, a run of digits, or one other visible character. Positions are UTF-16 code units of the input. */
export interface Token {
  kind: 'word' | 'number' | 'mark';
  raw: string;
  /** Folded form (see `fold`); for numbers and marks the characters themselves. */
  low: string;
  start: number;
  end: number;
  /** Nothing stands between this token and the one before. */
  glued: boolean;
  capital: boolean;
  /** First word of a sentence, where a capital letter says nothing. */
  opens: boolean;
}

const pieces =
  /[0-9]+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々])[\p{L}\p{M}]\p{Cf}*)+(?:'\p{L}+)*|[^\s]/gu;
const elision =
  /^(?:l|d|j|m|t|s|c|n|qu|un|all|dell|nell|dall|sull|quest|jusqu|lorsqu|puisqu|aujourd)'(?=\p{L}{2})/iu;
const sentenceEnd = wordSet('. ! ? ; \n : (');

function kindOf(raw: string): Token['kind'] {
  if (/^[0-9]/.test(raw)) return 'number';
  return /^[\p{L}\p{M}]/u.test(raw) ? 'word' : 'mark';
}

/** French and Italian write "l'Italie" in one piece; the article is split off so that the name is found. */
function splitElision(raw: string, start: number): { raw: string; start: number }[] {
  const head = elision.exec(raw)?.[0];
  if (head === undefined || head.length >= raw.length) return [{ raw, start }];
  return [
    { raw: head, start },
    { raw: raw.slice(head.length), start: start + head.length },
  ];
}

/** Cuts levelled text into tokens, in time linear in its length. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let end = -1;
  let opens = true;
  for (const match of text.matchAll(pieces)) {
    if (end >= 0 && text.slice(end, match.index).includes('\n')) opens = true;
    for (const piece of splitElision(match[0], match.index)) {
      const kind = kindOf(piece.raw);
      tokens.push({
        kind,
        raw: piece.raw,
        low: kind === 'word' ? fold(piece.raw) : piece.raw,
        start: piece.start,
        end: piece.start + piece.raw.length,
        glued: piece.start === end,
        capital: kind === 'word' && /^\p{Lu}/u.test(piece.raw),
        opens,
      });
      end = piece.start + piece.raw.length;
      opens = kind === 'mark' ? opens || sentenceEnd.has(piece.raw) : false;
    }
  }
  return tokens;
}
