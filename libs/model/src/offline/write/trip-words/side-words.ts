import { phrasesFor } from '../phrases/phrases-for.js';
import { fillWords, tripWordsFor } from './trip-words-for.js';

/** Members of a group who want something else than others, and what: a pace, interests, or to do without some. */
export interface OptionSide {
  /** As they are called in the room. */
  names: string[];
  pace?: 'relaxed' | 'balanced' | 'packed';
  /** Tags. */
  interests?: string[];
  without?: string[];
}

/** Longest title, in characters. */
const mostTitle = 40;

/** What an option made for one side is called: letters, spaces, apostrophes and hyphens only, as names of options are. */
export function sideTitle({ pace, interests = [], without = [] }: OptionSide, language: string): string {
  const { sides } = tripWordsFor(language);
  const { phrases, language: written } = phrasesFor(language);
  const list = (tags: readonly string[]) => {
    const both = new Intl.ListFormat(written).format(tags.slice(0, 2).map((tag) => phrases.tag(tag)));
    return both.replaceAll('、', 'と');
  };
  const words = pace
    ? sides.paces[pace]
    : without.length > 0
      ? fillWords(sides.without, { what: list(without) })
      : fillWords(sides.only, { what: list(interests) });
  const plain = words.replaceAll(/[^\p{L}\p{M}’' -]+/gu, ' ').replaceAll(/ +/g, ' ');
  const title = plain.trim().slice(0, mostTitle).trim();
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** For whom it is, a sentence. */
export const sideReason = ({ names }: OptionSide, language: string): string =>
  fillWords(tripWordsFor(language).sides.reason, {
    names: new Intl.ListFormat(phrasesFor(language).language).format(names),
  });
