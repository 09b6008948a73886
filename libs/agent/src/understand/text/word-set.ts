import { fold } from './fold.js';

/** A set of words written with spaces between, folded like the tokens that are looked up in it. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(fold));
