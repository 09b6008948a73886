import { en } from './en.js';
import { type Phrases } from './phrases.js';

const languages: Record<string, Phrases> = { en };

/** The sentences of a language, English where there are none. */
export function phrasesFor(language: string): { phrases: Phrases; language: string } {
  const phrases = languages[language];
  return phrases ? { phrases, language } : { phrases: en, language: 'en' };
}
