import { german } from '../data/words-de.js';
import { english } from '../data/words-en.js';
import { spanish } from '../data/words-es.js';
import { french } from '../data/words-fr.js';
import { italian } from '../data/words-it.js';
import { dutch } from '../data/words-nl.js';
import { portuguese } from '../data/words-pt.js';
import { type LanguageWords, type WordClass } from '../data/words.js';
import { Phrases } from './phrases.js';

/** What a word can be. `n` is the month, weekday (1 Monday), season (0 spring) or number it stands for. */
export interface Tag {
  cls: WordClass;
  n: number;
}

const byLanguage: Record<string, LanguageWords> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  it: italian,
  pt: portuguese,
  nl: dutch,
};
const spelledNumbers = [...Array.from({ length: 20 }, (_, i) => i + 1), 30, 40, 50, 60, 70, 80, 90];

function* entriesOf(words: LanguageWords): Generator<[string, Tag]> {
  const lists: [WordClass, string[], (index: number) => number][] = [
    ['month', words.months, (i) => i + 1],
    ['weekday', words.weekdays, (i) => i + 1],
    ['season', words.seasons, (i) => i],
    ['number', words.numbers, (i) => spelledNumbers[i] ?? 0],
    ['ordinal', words.ordinals, (i) => i + 1],
  ];
  for (const [cls, list, n] of lists) {
    for (const [index, phrases] of list.entries()) {
      for (const phrase of phrases.split('|')) yield [phrase, { cls, n: n(index) }];
    }
  }
  for (const [cls, phrases] of Object.entries(words.classes)) {
    for (const phrase of phrases.split('|')) yield [phrase, { cls: cls as WordClass, n: 0 }];
  }
}

function compile(languages: string[]): Phrases<Tag[]> {
  const table = new Phrases<Tag[]>();
  for (const language of languages) {
    const words = byLanguage[language];
    if (!words) continue;
    for (const [phrase, tag] of entriesOf(words)) {
      const tags = table.get(phrase);
      if (tags) tags.push(tag);
      else table.add(phrase, [tag]);
    }
  }
  return table;
}

const compiled = new Map<string, Phrases<Tag[]>>();

/** Word classes for a text in `language`. English words are understood in every language, because people mix them in. */
export function lexiconFor(language: string): Phrases<Tag[]> {
  const key = byLanguage[language] ? language : 'en';
  let table = compiled.get(key);
  if (!table) {
    table = compile(key === 'en' ? ['en'] : [key, 'en']);
    compiled.set(key, table);
  }
  return table;
}
