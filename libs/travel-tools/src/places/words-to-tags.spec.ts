import { interestTags } from '@travellite/protocol';
import fc from 'fast-check';
import { tagsOfWords } from './words-to-tags.js';

test.each([
  ['Skip-the-line tickets to the Prado Museum', ['museums']],
  ['Sunset cruise on the Bosphorus', ['boat']],
  ['religion,churches,historic_architecture', ['history', 'architecture', 'religion']],
  ['Tapas and wine tasting tour', ['food']],
  ['Botanical garden', ['gardens']],
  ['Something else', ['local_life']],
  ['The Cartier boutique', ['shopping']],
])('%s', (text, tags) => {
  expect(tagsOfWords(text)).toEqual(expect.arrayContaining(tags));
});

test('"art" inside a word is not art', () => {
  expect(tagsOfWords('Departure lounge')).not.toContain('art');
});

test('whatever the text, tags are of the closed list, one to five, no two alike', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      const tags = tagsOfWords(text);
      expect(tags.length >= 1 && tags.length <= 5 && new Set(tags).size === tags.length).toBe(true);
      expect(tags.every((tag) => interestTags.includes(tag))).toBe(true);
    }),
  );
});
