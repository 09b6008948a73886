import { wholeWords } from '@travellite/model';
import { type HistoryLine } from '@travellite/protocol';
import { z } from 'zod';

/** What is remembered of lines that a model is no longer shown word for word. */
export const summarySchema = z.object({
  text: z.string(),
  /** What people said must be or must not be, in their own words: no retelling takes it away. Newest last. */
  musts: z.array(z.string()),
  /** Turn of the last line that is in it. */
  through: z.string(),
});
export type Summary = z.infer<typeof summarySchema>;

/** Lines kept word for word after older ones were summed up. */
export const wholeLines = 12;
/** Lines not summed up that are waited for, so that it is not done every turn. */
const mostLines = 24;
/** Characters. */
export const mostText = 2_000;
const mostMust = 240;
const mostMusts = 20;

/** Lines that are in no summary, oldest first. */
export function openLines(history: readonly HistoryLine[], summary: Summary | undefined): HistoryLine[] {
  const last = history.findLastIndex(({ turn }) => turn === summary?.through);
  return history.slice(last + 1);
}

/** The lines to be summed up now, whole turns only; none while there is room. */
export function linesToFold(history: readonly HistoryLine[], summary: Summary | undefined): HistoryLine[] {
  const open = openLines(history, summary);
  if (open.length <= mostLines) return [];
  const folded = open.slice(0, open.length - wholeLines);
  const last = folded.at(-1)?.turn;
  // A turn is not cut in two.
  return open.slice(0, open.findLastIndex(({ turn }) => turn === last) + 1);
}

/** A summary with these lines added to `text`, which stands for the earlier one and for them. */
export function withLines(
  summary: Summary | undefined,
  lines: readonly HistoryLine[],
  text: string,
): Summary {
  const musts = [...(summary?.musts ?? []), ...lines.flatMap(mustsOf)];
  return {
    text: text.slice(-mostText),
    musts: [...new Set(musts)].slice(-mostMusts),
    through: lines.at(-1)?.turn ?? summary?.through ?? '',
  };
}

/** Words by which people say what cannot be given up, in the languages the agent speaks. */
const mustWords = wholeWords(
  /\b(must|have to|has to|need|needs|require[sd]?|allerg\w*|intoleran\w*|coeliac|celiac|wheelchair|never|cannot|can['’]t|no way|absolutely|essential|important|muss|müssen|unbedingt|brauche[n]?|rollstuhl|keinesfalls|wichtig|doit|dois|devons|il faut|besoin|fauteuil roulant|surtout pas|indispensable|debe[ms]?o?s?|tengo que|tenemos que|necesit\w+|silla de ruedas|imprescindible|deve|devo|dobbiamo|bisogno|sedia a rotelle|assolutamente|preciso|precisamos|temos de|cadeira de rodas|moet|moeten|nodig|rolstoel|beslist)\b|必ず|絶対|必要|アレルギー|車椅子/iu,
);

function mustsOf({ role, text, author }: HistoryLine): string[] {
  if (role !== 'user') return [];
  const sentences = text.split(/(?<=[.!?。！？\n])\s*/u).map((sentence) => sentence.trim());
  return sentences
    .filter((sentence) => mustWords.test(sentence))
    .map((sentence) => clipped(author === undefined ? sentence : `${author}: ${sentence}`, mostMust));
}

export const clipped = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`;
