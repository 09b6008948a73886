import { gazetteer } from '../places/gazetteer.js';
import { type Place } from '../places/place.js';

const japanese = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー・]+$/u;

/** Place names in Japanese writing, by first character, longest first: Japanese puts no spaces between words. */
const byFirst = new Map<string, { name: string; places: Place[] }[]>();

for (const [name, places] of gazetteer.names.entries()) {
  const first = name[0];
  if (first === undefined || !japanese.test(name)) continue;
  const list = byFirst.get(first);
  if (list) list.push({ name, places });
  else byFirst.set(first, [{ name, places }]);
}
for (const list of byFirst.values()) list.sort((a, b) => b.name.length - a.name.length);

/** The place whose Japanese name stands at position `at` of the text. */
export function japanesePlaceAt(text: string, at: number): { name: string; places: Place[] } | undefined {
  return byFirst.get(text[at] ?? '')?.find(({ name }) => text.startsWith(name, at));
}
