import { foldName } from '../text/neutralise.js';

/** Words that say nothing about what a passage is about. */
const stopWords = new Set(
  (
    'a an and are as at be been but by can could do does did for from get had has have how i if in into is it its ' +
    'me my no not of on or our should so some than that the their them then there these they this to up us was we ' +
    'were what when where which who will with would you your need want like much many any about'
  ).split(' '),
);

/**
 * The words of a text that count, folded and with the plural taken off
 * (the S-stemmer of D. Harman, "How effective is suffixing?", JASIS 42(1), 1991).
 */
export function terms(text: string): string[] {
  return foldName(text)
    .split(' ')
    .filter((word) => word !== '' && !stopWords.has(word))
    .map(singular);
}

function singular(word: string): string {
  if (word.length < 4) return word;
  if (word.endsWith('ies') && !/[ae]ies$/u.test(word)) return `${word.slice(0, -3)}y`;
  if (word.endsWith('es') && !/[aeo]es$/u.test(word)) return word.slice(0, -1);
  if (word.endsWith('s') && !/[us]s$/u.test(word)) return word.slice(0, -1);
  return word;
}
