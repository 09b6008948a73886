import { readSource } from '../text/source.js';
import { startsOver } from './acts.js';
import { phaticAct } from './phatic.js';
import { readReference } from './reference.js';
import { sentences } from './sentences.js';

const read = (text: string, language = 'en') => readSource(text, '2026-11-21', 'en-US', language);

describe('small talk', () => {
  test.each([
    ['hi', 'greeting'],
    ['Hello there!', 'greeting'],
    ['thanks a lot', 'thanks'],
    ['hi, what can you do?', 'capabilities'],
    ['who are you', 'capabilities'],
    ['Hallo!', 'greeting'],
    ['Grazie mille', 'thanks'],
    ['こんにちは', 'greeting'],
    ['hi, I want to go to Rome', undefined],
    ['help me plan a trip', undefined],
    ['', undefined],
  ])('%j is %s', (text, act) => expect(phaticAct(read(text))).toBe(act));
});

describe('questions', () => {
  const asked = (text: string): boolean[] => sentences(read(text)).map((sentence) => sentence.question);

  test.each([
    ['What is the weather like?', [true]],
    ['what is the weather like', [true]],
    ['Is it far?', [true]],
    ['Can you book it?', [true]],
    ['Could you book a flight to Rome?', [false]],
    ['What about food near the hotel on day 2?', [true]],
    ['Can I drink the water?', [true]],
    ['Can you plan a trip to Rome?', [false]],
    ['Could we add Kyoto?', [false]],
    ['How about Lisbon?', [false]],
    ['Why not Rome?', [false]],
    ['May 2027', [false]],
    ['I want to go. Is it safe?', [false, true]],
    ['When we are in Rome we want pasta', [false]],
    ['St. Ives is nice.', [false]],
    ['It costs 1.500 EUR. Ok?', [false, false]],
    ['one\ntwo', [false, false]],
  ])('%j', (text, expected) => expect(asked(text)).toEqual(expected));
});

describe('references to options', () => {
  const reference = (text: string, shown = 3) => readReference(read(text), shown, () => false);

  test.each([
    ['the second one', { option: 1 }],
    ['I like the first', { option: 0 }],
    ['option 3 please', { option: 2 }],
    ['plan B', { option: 1 }],
    ['the last one', { option: 2 }],
    ['the 2nd option', { option: 1 }],
    ['cheaper', { wish: 'cheaper' }],
    ["that's too much", { wish: 'cheaper' }],
    ['thats too much', { wish: 'cheaper' }],
    ['the second one but with less walking', { option: 1, wish: 'less_walking' }],
    ['a plan a day', undefined],
    ['first we go to Rome', undefined],
    ['plan 3 days in Tokyo', undefined],
    ['the first week of May', undefined],
  ])('%s', (text, expected) => expect(reference(text)).toEqual(expected));

  test('ordinals inside dates are none', () => {
    expect(readReference(read('on the 2nd'), 3, () => true)).toBeUndefined();
  });
});

test.each([
  ['start over', true],
  ['let us start from scratch', true],
  ['start in Rome', false],
])('%s begins anew: %s', (text, expected) => expect(startsOver(read(text))).toBe(expected));

describe('an ordinal that is no option', () => {
  test.each([
    ['Prendo il treno prima', 'it'],
    ['Tomo el tren primero', 'es'],
    ['Ik neem de trein eerst', 'nl'],
  ])('%s (%s)', (text, language) =>
    expect(readReference(readSource(text, '2026-11-21', language, language), 3, () => false)).toBeUndefined(),
  );
});
