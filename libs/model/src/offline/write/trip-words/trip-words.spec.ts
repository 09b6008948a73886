import { splitOptionNotes } from '@travellite/protocol';
import { phrasesFor } from '../phrases/phrases-for.js';
import { placeNameIn } from './place-names.js';
import { sideReason, sideTitle } from './side-words.js';
import { countWords, fillWords, sampleNotes, tripWordsFor } from './trip-words-for.js';
import { wishIn } from './wish-in.js';

const languages = ['de', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'pt'];

/** Every text of a table, however deep. */
const textsOf = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(textsOf);
const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('the words of plans and offers', () => {
  it.each(languages)('in %s leave the same holes as in English', (language) => {
    const [own, english] = [tripWordsFor(language), tripWordsFor('en')];
    for (const [name, text] of Object.entries(own)) {
      const model = english[name as keyof typeof english];
      if (model === undefined) continue;
      expect({ name, holes: textsOf(text).map(holes) }).toEqual({ name, holes: textsOf(model).map(holes) });
    }
  });

  it.each(languages)('name options in %s by letters and spaces alone, each by its own name', (language) => {
    const names = Object.values(tripWordsFor(language).options);
    for (const name of names) expect(name).toMatch(/^\p{L}[\p{L}\p{M} ]{2,39}$/u);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(languages)('name options for sides of a disagreement in %s, in its own words', (language) => {
    const sides = [
      { pace: 'relaxed' as const },
      { pace: 'packed' as const },
      { interests: ['museums', 'beaches', 'food'] },
      { interests: ['art'] },
      { without: ['museums'] },
    ].map((side) => ({ ...side, names: ['Ana', 'Ben'] }));
    const titles = sides.map((side) => sideTitle(side, language));
    for (const title of titles) expect(splitOptionNotes(`${title}: x`)?.name).toBe(title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(sideReason(sides[0]!, language)).toMatch(/Ana.*Ben.*[.。]$/);
    const english = sides.map((side) => sideTitle(side, 'en'));
    if (language !== 'en') expect(titles.filter((title) => english.includes(title))).toEqual([]);
  });

  it('are English for a language nobody wrote', () => {
    expect(tripWordsFor('xx')).toBe(tripWordsFor('en'));
    expect(tripWordsFor('constructor')).toBe(tripWordsFor('en'));
    expect(new Set(sampleNotes).size).toBe(languages.length);
  });

  it('are filled, and counted', () => {
    expect(fillWords('{a} to {b}, {c}', { a: 'Rome', b: 2 })).toBe('Rome to 2, {c}');
    expect([1, 2].map((count) => countWords(['{count} stop', '{count} stops'], count))).toEqual([
      '1 stop',
      '2 stops',
    ]);
  });
});

describe('names of places', () => {
  it.each([
    ['Munich', 'de', 'München'],
    ['Munich', 'en', 'Munich'],
    ['London', 'fr', 'Londres'],
    ['Tokyo', 'ja', '東京'],
    ['Smallville', 'de', 'Smallville'],
    ['Georgia', 'de', 'Georgia'],
  ])('%s in %s is %s', (name, language, expected) => expect(placeNameIn(name, language)).toBe(expected));

  it.each([
    ['Japan', 'country', 'es', 'Japón'],
    ['Georgia', 'country', 'de', 'Georgien'],
    ['Georgia', 'state', 'de', 'Georgia'],
    ['Lebanon', 'city', 'fr', 'Lebanon'],
    ['Tuscany', 'region', 'it', 'Toscana'],
  ] as const)('%s, a %s, in %s is %s', (name, kind, language, expected) => {
    expect(placeNameIn(name, language, kind)).toBe(expected);
  });
});

describe('wishes of the list', () => {
  const wish = (key: string, description: string, language: string) =>
    wishIn({ key, description }, language, phrasesFor(language).phrases);

  it.each([
    ['not:museums', 'No museums', 'de', 'Ohne Museen'],
    ['not-by:flight', 'No flight', 'es', 'Nada de avión'],
    ['by:train', 'Travel by train', 'nl', 'Reizen met de trein'],
    ['room', 'Room: not shared room', 'fr', 'Chambre : pas de chambre partagée'],
    ['allow:pets', 'Lodging that allows pets', 'it', 'Alloggio che accetta animali'],
    ['see:eiffel tower', 'Must see Eiffel Tower', 'pt', 'A não perder: Eiffel Tower'],
    ['diet:vegan', 'Vegan meals', 'ja', '食事：ヴィーガン'],
    ['pace', 'Full pace', 'de', 'Tempo: dicht'],
    ['direct', 'Direct connections only', 'it', 'Solo collegamenti diretti'],
    ['note:crib', 'Crib', 'de', 'Crib'],
    ['cuisine:thai', 'Thai food', 'fr', 'cuisine : thaïlandaise'],
    ['not:museums', 'No museums', 'en', 'No museums'],
  ])('%s (%s) in %s: %s', (key, description, language, expected) =>
    expect(wish(key, description, language)).toBe(expected),
  );
});
