import { readSource } from '../text/source.js';
import { emptyTripRequest } from '@travellite/protocol';
import { understand } from '../understand.js';
import { comparesOptions, namedOptions } from './comparison.js';

const read = (text: string) => readSource(text, '2026-11-21', 'en-US', 'en');

describe('comparing shown options', () => {
  test.each([
    ['which one is cheaper, the first or the third?', [0, 2]],
    ["what's the difference between option 1 and option 2?", [0, 1]],
    ['compare the second and the third', [1, 2]],
  ])('%s', (text, named) => {
    expect(comparesOptions(read(text), 3)).toBe(true);
    expect(namedOptions(read(text), 3)).toEqual(named);
  });

  test.each([
    ['the second one', 3],
    ['make it cheaper', 3],
    ['which one is cheaper, the first or the third?', 0],
    ['which day is the museum?', 3],
  ])('%s, with %i shown, compares nothing', (text, shown) =>
    expect(comparesOptions(read(text), shown)).toBe(false),
  );
});

describe('what other assistants are asked to do', () => {
  test.each(['set an alarm for six tomorrow', 'order me a pizza', 'please turn on the lights'])(
    '%s is no wish for a trip',
    (text) => {
      const understood = understand(text, '2026-11-21', 'en-US', { request: emptyTripRequest() });
      expect(understood.acts).toEqual(['off_topic']);
      expect(understood.patch).toEqual({ set: {}, remove: [] });
    },
  );

  test('a place makes it ours', () =>
    expect(
      understand('open the itinerary for Rome', '2026-11-21', 'en-US', { request: emptyTripRequest() }).acts,
    ).toEqual(['plan']));
});
