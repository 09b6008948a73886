import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { it } from './it.js';
import { ja } from './ja.js';
import { nl } from './nl.js';
import { pt } from './pt.js';
import { type TripWords } from './trip-words.js';

const tables: Record<string, TripWords> = { de, en, es, fr, it, ja, nl, pt };

/** The words for plans and offers in a language, English where there are none. */
export const tripWordsFor = (language: string): TripWords =>
  (Object.hasOwn(tables, language) ? tables[language] : undefined) ?? en;

/** The note that marks made-up prices, in every language. */
export const sampleNotes: readonly string[] = Object.values(tables).map(({ sample }) => sample);

/** `template` with its `{…}` replaced. */
export const fillWords = (template: string, values: Record<string, string | number>): string =>
  template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** The form for one or for any other number, filled. */
export const countWords = (forms: readonly [one: string, other: string], count: number): string =>
  fillWords(count === 1 ? forms[0] : forms[1], { count });
