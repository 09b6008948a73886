import { cut } from './neutralise.js';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * Cuts a text into passages of at most `maxChars`: whole paragraphs while they fit, else whole sentences, else at a space.
 * Nothing is lost but white space at the cuts, and each passage is as full as the rule allows.
 */
export function chunk(text: string, maxChars: number): string[] {
  const chunks: string[] = [];
  let open = '';
  for (const piece of pieces(text, maxChars)) {
    const joined = open === '' ? piece.text : `${open}${piece.glue}${piece.text}`;
    if (joined.length <= maxChars) open = joined;
    else {
      chunks.push(open);
      open = piece.text;
    }
  }
  return open === '' ? chunks : [...chunks, open];
}

interface Piece {
  text: string;
  /** What stands before it when it follows another piece in one passage. */
  glue: '\n' | ' ';
}

function* pieces(text: string, maxChars: number): Generator<Piece> {
  for (const paragraph of text.split('\n')) {
    const trimmed = paragraph.trim();
    if (trimmed === '') continue;
    if (trimmed.length <= maxChars) yield { text: trimmed, glue: '\n' };
    else yield* sentences(trimmed, maxChars);
  }
}

function* sentences(paragraph: string, maxChars: number): Generator<Piece> {
  let glue: Piece['glue'] = '\n';
  for (const { segment } of segmenter.segment(paragraph)) {
    for (let rest = segment.trim(); rest !== '';) {
      const part = rest.length <= maxChars ? rest : cutAtSpace(rest, maxChars);
      yield { text: part, glue };
      glue = ' ';
      rest = rest.slice(part.length).trimStart();
    }
  }
}

function cutAtSpace(text: string, maxChars: number): string {
  const space = text.lastIndexOf(' ', maxChars);
  return space > 0 ? text.slice(0, space) : cut(text, maxChars);
}
