import fc from 'fast-check';
import { isRecord, parseJson } from './dialect.js';

describe('parseJson', () => {
  test('gives the value of any JSON text', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(parseJson(text)).toEqual({ value: JSON.parse(text) as unknown });
      }),
    );
  });

  test.each(['', '{', "{'a':1}", 'undefined', '{"a":}', 'NaN'])('complains of %j', (text) => {
    expect(parseJson(text)).toEqual({ error: expect.stringMatching(/\w/) });
  });
});

test.each([
  [{}, true],
  [{ a: 1 }, true],
  [[], false],
  [null, false],
  ['{}', false],
  [7, false],
  [undefined, false],
])('isRecord(%j) is %s', (value, expected) => {
  expect(isRecord(value)).toBe(expected);
});
