import { readSource } from '../text/source.js';
import { emptyTripRequest, type PlanOption } from '@travellite/protocol';
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
  const read = (text: string, shown = 0) =>
    understand(text, '2026-11-21', 'en-US', {
      request: emptyTripRequest(),
      shown: new Array<PlanOption>(shown).fill({ days: [] } as unknown as PlanOption),
    });

  test.each([
    'set an alarm for six tomorrow',
    'order me a pizza',
    'please turn on the lights',
    'could you play some music in the office',
    'Stell den Wecker auf sechs',
    'Éteins la lumière',
    'pon música',
    'accendi la luce',
    'toca uma música',
    'zet de wekker',
  ])('%s is no wish for a trip', (text) => {
    expect(read(text).acts).toEqual(['off_topic']);
    expect(read(text).patch).toEqual({ set: {}, remove: [] });
  });

  test.each([
    ['Start the trip on May 3', ['dates']],
    ['Turn the budget down to $1000', ['budget']],
    ['Play a bit safe: only hotels under $100 a night', ['budget']],
    ['Stop the music festival idea, we prefer museums', ['interests']],
    ['Order us a pizza tour in Naples for 3 days', ['destinations', 'dates']],
    ['Turn the second week into a beach week, from June 7 to 14', ['dates']],
    ['Joue la prudence : hôtels à moins de 100 € la nuit', ['budget']],
  ])('%s is one', (text, fields) => {
    expect(read(text).acts).not.toContain('off_topic');
    expect(Object.keys(read(text).patch.set)).toEqual(expect.arrayContaining(fields));
  });

  test.each(['Start the planning please', 'Remind me what our budget is', 'open the itinerary for Rome'])(
    '%s is for us',
    (text) => expect(read(text).acts).not.toContain('off_topic'),
  );

  test('beside options that were shown, only a clock is for others', () => {
    expect(read('stop the music', 2).acts).not.toEqual(['off_topic']);
    expect(read('set a timer for ten minutes', 2).acts).toEqual(['off_topic']);
    expect(read('open the second option', 2).reference).toEqual({ option: 1 });
  });
});
