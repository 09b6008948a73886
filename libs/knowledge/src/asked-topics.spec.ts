import { askedTopics, topicGain } from './asked-topics.js';

const place = (topic: string, city = '', country = '') => ({ topic, city, country, kind: 'guide' });

describe('what a short question is about', () => {
  test.each([
    ['is it safe?', ['safety']],
    ['can we drink the tap water?', ['food', 'health']],
    ['is the tap water safe?', ['health']],
    ['do we tip?', ['tipping']],
    ['ist es dort sicher?', ['safety']],
    ['治安はどうですか', ['safety']],
    ['cash or card?', ['money']],
    ['hello', []],
    ['Is it safe to leave our luggage in the rental car overnight?', []],
  ])('%s', (text, topics) => expect([...askedTopics(text)].sort()).toEqual(topics));
});

describe('a passage gains', () => {
  const wanted = [{ facet: 'city' as const, values: ['cairo'], orNone: true }];
  const known = [place('transport', 'cairo', 'egypt'), place('transport', 'rome', 'italy')];
  const gained = topicGain({ text: 'visa needed?', wanted }, known);

  test('most where it is about the place that is talked about, or its country', () => {
    expect(gained(place('entry', 'cairo', 'egypt'))).toBeGreaterThan(gained(place('entry')));
    expect(gained(place('entry', '', 'egypt'))).toBe(gained(place('entry', 'cairo', 'egypt')));
    expect(gained(place('entry'))).toBeGreaterThan(0);
  });

  test('nothing where it is about another place or another matter', () => {
    expect(gained(place('entry', '', 'italy'))).toBe(0);
    expect(gained(place('money', 'cairo', 'egypt'))).toBe(0);
  });
});
