import { type UserMessage } from '@travellite/protocol';

/** Longest name shown, in grapheme clusters. */
const longest = 32;

/**
 * What may not be in a name: controls, line and paragraph ends, invisible and direction-changing characters, private and unassigned
 * ones, and the marks by which texts for models and pages set instructions or markup apart.
 */
const unfit = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}<>{}[\]|\\`"“”«»*#~^=]+/gu;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Whoever writes, by a name that is only a name: one line, short, without marks that could pass for markup, a quotation or the
 * beginning of another message. Idempotent. Nobody's name is empty.
 */
export function memberName({ name, userId }: UserMessage['author']): string {
  return tamed(name ?? '') || tamed(userId) || 'somebody';
}

function tamed(text: string): string {
  // A stack of combining marks is one grapheme of any length.
  const plain = text
    .slice(0, 512)
    .normalize('NFC')
    .replace(unfit, ' ')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1');
  // A colon after a name ends it wherever names stand before what was said.
  const line = plain
    .replace(/[:：;；/]+/g, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const cut = [...graphemes.segment(line)].slice(0, longest).map(({ segment }) => segment);
  return cut.join('').trim();
}
