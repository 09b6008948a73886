import { terms } from './terms.js';

describe('terms', () => {
  it.each([
    ['What is the best museum?', ['best', 'museum']],
    ['Cafés, cafes & CAFÉ', ['cafe', 'cafe', 'cafe']],
    ['cities buses glass bus series', ['city', 'buse', 'glass', 'bus', 'sery']],
    ['東京 tower 2026', ['東京', 'tower', '2026']],
    ['', []],
    ['?!', []],
  ])('%s → %j', (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });
});
