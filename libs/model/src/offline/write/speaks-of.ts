/** Words of questions and of travel that half of all passages hold. */
const common = new Set(
  'what when where which whose about there their they this that with from have does will would could should need many much long best good like into your ours trip plan plans days hotel place places city want make know tell some near over more most very than then them here also only just take going visit open nice evening morning late early somewhere'.split(
    ' ',
  ),
);

const fold = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
const words = (text: string) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** A word without the endings that change with its use: "tipping" and "tip", "visas" and "visa". */
const stem = (word: string) => word.replace(/(?:ping|ning|ting|ing|ies|es|s|ed|ly)$/, '');

/** Whether a passage holds a word the question is about; the nearest passage to nonsense is still about something else. */
export function speaksOf({ title, text }: { title: string; text: string }, question: string): boolean {
  const asked = words(question).filter((word) => word.length >= 3 && !common.has(word) && !little.has(word));
  if (asked.length === 0) return false;
  const said = new Set(words(`${title} ${text}`).map(stem));
  return asked.some((word) => said.has(stem(word)));
}

const little = new Set(
  'the and for are was is it its can you how who why our not any all but get out has had did she his her him let may too use way one two'.split(
    ' ',
  ),
);
