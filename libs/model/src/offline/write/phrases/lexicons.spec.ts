import { obstacleWords } from '../trip-words/obstacle-words.js';
import { tripWordsFor } from '../trip-words/trip-words-for.js';
import { lexicons, phrasesFor } from './phrases-for.js';
import { roomLexicons } from './room/room-phrases.js';

/** Every text of a lexicon with the way to it; of several wordings each. */
function textsOf(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => textsOf(part, `${path}/${key}`));
}

/** Where a text stands, whichever of several wordings it is. */
const placeOf = (path: string) => path.replaceAll(/\/\d+/g, '');
const slotsOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

const english = textsOf(lexicons['en']);
const slotsInEnglish = new Map<string, Set<string>>();
for (const [path, text] of english) {
  const known = slotsInEnglish.get(placeOf(path)) ?? new Set();
  slotsInEnglish.set(placeOf(path), new Set([...known, ...slotsOf(text)]));
}

describe.each(Object.keys(lexicons))('the sentences of %s', (language) => {
  const texts = textsOf(lexicons[language]);

  it('use only values that there are, so that no brace is ever shown', () => {
    const strange = texts.filter(([path, text]) => {
      const known = slotsInEnglish.get(placeOf(path)) ?? new Set();
      return slotsOf(text).some((slot) => !known.has(slot));
    });
    expect(strange).toEqual([]);
  });

  it('leave out no value that English tells in every wording', () => {
    const told = (list: typeof texts, place: string) =>
      list.filter(([path]) => placeOf(path) === place).map(([, text]) => slotsOf(text));
    const always = [...slotsInEnglish].flatMap(([place, slots]) =>
      [...slots]
        .filter((slot) => told(english, place).every((found) => found.includes(slot)))
        .map((slot) => [place, slot] as const),
    );
    const lost = always.filter(([place, slot]) => told(texts, place).some((found) => !found.includes(slot)));
    expect(lost.filter(([place]) => !place.startsWith('/nights') && !place.startsWith('/days'))).toEqual([]);
  });

  it('are written: none empty, no space at an end, no letter doubled by a slip of the editor', () => {
    expect(texts.filter(([, text]) => text.trim() === '' || /\s{2,}/.test(text))).toEqual([]);
  });

  it('end as sentences do where they stand alone', () => {
    const alone = ['/thanks', '/offTopic', '/lost', '/standIn', '/spent', '/self', '/ask', '/noPlanFits'];
    const open = texts.filter(([path, text]) => {
      const whole = alone.some((place) => placeOf(path) === place || placeOf(path).startsWith(`${place}/`));
      return whole && !/[.!?。！？]$/.test(text.trim());
    });
    expect(open).toEqual([]);
  });

  if (language !== 'en') {
    it('are not left in English', () => {
      const said = new Set(english.filter(([, text]) => /\w+ \w+ \w+/.test(text)).map(([, text]) => text));
      expect(texts.filter(([, text]) => said.has(text))).toEqual([]);
    });
  }
});

/**
 * How a stranger would be addressed, which is not how we speak: du, tú, tu, tu, je, and the tu of Portugal, whose Portuguese ours is.
 * Several people are addressed in rooms, where French has but one word for it.
 */
const formal: Record<string, RegExp> = {
  de: /\b(Sie|Ihnen|Ihre[mnrs]?)\b|(?<!^|[.!?] )\bIhr\b/,
  es: /\bustede?s?\b|(^|[.!?] )Sus?\b|\b(dígame|pregunte|aumente|planifique)\b/i,
  fr: /\b(vous|votre|vos)\b|(^|[.!?:] )\p{Lu}\p{L}+ez\b/iu,
  it: /\b(Lei|Suo|Sua)\b|(^|[.!?] )(La sua|Il suo)\b|\b(mi dica|chieda|aumenti)\b/,
  nl: /(?<!\p{L})uw?(?!\p{L})/iu,
  pt: /(?<!\p{L})(voc[eê]|de vocês|senhora?|gostaria|diga|pergunte|planeie|quiser|ônibus|trem|planej\p{L}+|abra mão)(?!\p{L})|(^|[.!?] )(O seu|A sua)(?!\p{L})/iu,
};
const ofSeveral = /^\/room\/(?!viewer|lastOwner)/;

it.each(Object.entries(formal))('%s speaks to everybody alike, as a friend does', (language, words) => {
  const { [language]: written } = lexicons;
  const texts = textsOf({
    answers: written,
    room: roomLexicons[language],
    trip: tripWordsFor(language),
    obstacles: obstacleWords[language],
  });
  const stiff = texts.filter(([path, text]) => {
    const plural = ofSeveral.test(path);
    return words.test(text) && !(plural && ['fr', 'de'].includes(language));
  });
  expect(stiff).toEqual([]);
});

it.each([
  ['xx', 'en'],
  ['toString', 'en'],
  ['de', 'de'],
])('a language called %s is written as %s', (asked, written) => {
  expect(phrasesFor(asked).language).toBe(written);
});
