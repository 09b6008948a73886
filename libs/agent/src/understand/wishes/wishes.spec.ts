import { interestTags } from '@travellite/protocol';
import { interestWords } from '../data/interests.js';
import { phraseKey } from '../text/phrases.js';
import { readSource } from '../text/source.js';
import { polarities } from './polarity.js';
import { recogniseWishes } from './tags.js';

const read = (text: string, language = 'en') => readSource(text, '2026-11-21', 'en-US', language);

/** Wishes of a text as `polarity kind:value`. */
function wishes(text: string, language = 'en'): string[] {
  const source = read(text, language);
  const spans = recogniseWishes(source, () => false);
  const spots = spans.map((span) => ({ span, from: span.from, to: span.to, kind: span.kind }));
  const polarity = polarities(source, spots);
  return spots.map((spot) => `${polarity.get(spot)} ${spot.span.kind}:${spot.span.value}`);
}

describe('what is wished', () => {
  test.each([
    ['we love museums', ['add interest:museums']],
    ['museums', ['none interest:museums']],
    ['Mexican food', ['none cuisine:mexican', 'none interest:food']],
    ['a Mexican friend', []],
    ['sushi', ['none cuisine:japanese']],
    ['I am vegan', ['add diet:vegan']],
    ['no gluten', ['none diet:gluten-free']],
    ['entire apartment', ['none room:entire_home']],
    ['4 nights in a ryokan', ['none lodging:ryokan']],
    ['direct flights only', ['none direct:direct']],
    ['business class', ['none cabin:business']],
    ['take it easy', ['none pace:relaxed']],
    ['see the Eiffel Tower', ['add sight:Eiffel Tower']],
    ['wheelchair accessible', ['none note:wheelchair accessible']],
  ])('%s', (text, expected) => expect(wishes(text)).toEqual(expected));

  test('every word of interest belongs to one tag only', () => {
    const seen = new Map<string, string>();
    for (const [tag, words] of Object.entries(interestWords)) {
      for (const word of words.split('|')) {
        const key = phraseKey(word);
        expect([word, seen.get(key) ?? tag]).toEqual([word, tag]);
        seen.set(key, tag);
      }
    }
    expect(Object.keys(interestWords).sort()).toEqual([...interestTags].sort());
  });
});

describe('how it is wished', () => {
  test.each([
    ['no museums', ['avoid interest:museums']],
    ['no museums or nightlife', ['avoid interest:museums', 'avoid interest:nightlife']],
    [
      'no museums, nightlife, or shopping',
      ['avoid interest:museums', 'avoid interest:nightlife', 'avoid interest:shopping'],
    ],
    ['no museums but hiking', ['avoid interest:museums', 'add interest:hiking']],
    ["we don't want to visit museums", ['avoid interest:museums']],
    ["don't forget the museums", ['must interest:museums']],
    ["can't wait for the museums", ['none interest:museums']],
    ['not only museums but also hiking', ['none interest:museums', 'add interest:hiking']],
    ['remove the museums and add hiking', ['remove interest:museums', 'add interest:hiking']],
    ['hiking instead of museums', ['none interest:hiking', 'remove interest:museums']],
    ['replace museums with hiking', ['remove interest:museums', 'add interest:hiking']],
    ['anything but hostels', ['avoid lodging:hostel']],
    [
      'museums. No hostels. Hiking',
      ['none interest:museums', 'avoid lodging:hostel', 'none interest:hiking'],
    ],
    ['No, museums', ['none interest:museums']],
    ["we don't want hostels, and we love hiking", ['avoid lodging:hostel', 'add interest:hiking']],
    ['zero nightlife', ['avoid interest:nightlife']],
  ])('%s', (text, expected) => expect(wishes(text)).toEqual(expected));

  test.each([
    ['keine Museen', 'de', ['avoid interest:museums']],
    ['pas de musées', 'fr', ['avoid interest:museums']],
    ['sin museos', 'es', ['avoid interest:museums']],
    ['senza musei', 'it', ['avoid interest:museums']],
    ['geen musea', 'nl', ['avoid interest:museums']],
    ['no próximo museus', 'pt', ['none interest:museums']],
  ])('%s', (text, language, expected) => expect(wishes(text, language)).toEqual(expected));
});
