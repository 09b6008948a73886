import { fold } from './fold.js';
import { functionWords, tellingLetters } from '../data/function-words.js';

const languages = Object.keys(functionWords);
const spoken = new Map<string, string[]>();
for (const [language, words] of Object.entries(functionWords)) {
  for (const word of new Set(words.split(' '))) spoken.set(word, [...(spoken.get(word) ?? []), language]);
}
const little = new Map(
  Object.entries(functionWords).map(([language, words]) => [language, new Set(words.split(' ').map(fold))]),
);
const letters = new Map<string, string[]>();
for (const [language, list] of Object.entries(tellingLetters)) {
  for (const letter of list) letters.set(letter, [...(letters.get(letter) ?? []), language]);
}

/** Whether a folded word is one of the little words of a language. */
export const isFunctionWord = (word: string, language: string): boolean =>
  little.get(language)?.has(word) ?? false;

/** Longest part that is looked at: a language shows in a few words. */
const sampleLength = 1_000;

/** The language a locale names, when it is one we speak. */
function localeLanguage(locale: string): string {
  const language = /^[a-z]{2}/i.exec(locale)?.[0]?.toLowerCase() ?? 'en';
  return languages.includes(language) || language === 'ja' ? language : 'en';
}

/**
 * ISO 639-1 language of a text, among those we speak: by script, by the little words, and by letters few languages have.
 * A word several languages share counts in part for each. Without evidence it is the language of the locale.
 */
export function detectLanguage(text: string, locale: string): string {
  const sample = text.slice(0, sampleLength).toLowerCase();
  const home = localeLanguage(locale);
  if (/[\u3040-\u30ff]/.test(sample)) return 'ja';
  if (/\p{Script=Han}/u.test(sample)) return 'ja';
  const points = new Map<string, number>();
  const give = (list: string[] | undefined, weight: number): void => {
    for (const language of list ?? [])
      points.set(language, (points.get(language) ?? 0) + weight / (list?.length ?? 1));
  };
  for (const match of sample.matchAll(/(?<!['’\d])\p{L}+/gu)) give(spoken.get(match[0]), 1);
  for (const letter of sample) give(letters.get(letter), 0.7);
  let best = home;
  let most = (points.get(home) ?? 0) + 0.3;
  for (const [language, sum] of points) {
    if (sum > most + 0.01) [best, most] = [language, sum];
  }
  return best;
}
