import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { it } from './it.js';
import { ja } from './ja.js';
import { type Lexicon } from './lexicon.js';
import { nl } from './nl.js';
import { type Phrases } from './phrases.js';
import { phrasesOf } from './phrases-of.js';
import { pt } from './pt.js';

/** Every language the offline model writes. */
export const lexicons: Record<string, Lexicon> = { de, en, es, fr, it, ja, nl, pt };

const made = new Map<string, Phrases>();

/** The sentences of a language, English where there are none. */
export function phrasesFor(language: string): { phrases: Phrases; language: string } {
  const known = Object.hasOwn(lexicons, language) ? language : 'en';
  const phrases = made.get(known) ?? phrasesOf(lexicons[known] ?? en, known);
  made.set(known, phrases);
  return { phrases, language: known };
}
