import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { it } from './it.js';
import { ja } from './ja.js';
import { nl } from './nl.js';
import { pt } from './pt.js';
import { type RoomLexicon } from './room-lexicon.js';

/** What is said about rooms, in every language the offline model writes. */
export const roomLexicons: Record<string, RoomLexicon> = { de, en, es, fr, it, ja, nl, pt };

/** A language's sentences about rooms, English where there are none. */
export const roomPhrasesFor = (language: string): RoomLexicon =>
  (Object.hasOwn(roomLexicons, language) ? roomLexicons[language] : undefined) ?? en;
