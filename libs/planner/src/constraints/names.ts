/** Lower case, without accents and punctuation, single spaces. */
export const plainName = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const fillers = new Set('a an the of in at on le la les l el il lo de du des der die das and s'.split(' '));

const wordsOf = (text: string): string[] => {
  const words = plainName(text).split(' ');
  const telling = words.filter((word) => !fillers.has(word));
  return telling.length > 0 ? telling : words;
};

/**
 * A test whether a name is what a person called `wish`: all words of the wish occur in the name ("the Louvre" and
 * "Louvre Museum"), or a name of at least two words occurs whole in the wish ("Eiffel Tower at night").
 */
export function nameTest(wish: string): (name: string) => boolean {
  const wished = wordsOf(wish);
  if (wished.length === 0 || wished[0] === '') return () => false;
  const wishedSet = new Set(wished);
  const rare = wished.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
  return (name) => {
    const words = wordsOf(name);
    if (words.includes(rare) && wished.every((word) => words.includes(word))) return true;
    return words.length > 1 && words.every((word) => wishedSet.has(word));
  };
}

/** What makes two places the same one: no restaurant and no attraction comes twice. */
export const identityOf = (item: { name: string; city: string }): string =>
  `${item.name.trim().toLowerCase()}|${item.city.trim().toLowerCase()}`;
