import { phrasesFor } from '../phrases/phrases-for.js';
import { obstacleIn } from './obstacle-in.js';

const told = (language: string, code: string, wish: string, subject?: string): string =>
  obstacleIn(
    { code, wish, ...(subject === undefined ? {} : { subject }) },
    { language },
    phrasesFor(language).phrases,
  );

describe('what stands in the way, told in a language', () => {
  test.each([
    ['de', 'leg_missing', 'the way from Rome and back', 'Rome', 'der Weg ab Rom und zurück'],
    ['fr', 'nights', '3 nights in London', 'London', '3 nuits à Londres'],
    ['es', 'transport_refused', 'no flights', 'flight', /avión/],
    ['it', 'cuisine', 'thai food', 'thai', 'cucina: thailandese'],
    ['pt', 'direct_only', 'direct flights only', undefined, /diret/i],
    ['nl', 'stars', 'at least 4 stars', undefined, /4 sterren/],
    ['ja', 'dates', 'to be in Lyon from day 2 to day 4', 'Lyon', /2–4日目/],
    ['de', 'room_type', 'entire home', 'entire_home', 'Zimmer: ganze Wohnung'],
    ['de', 'minimum_nights', '2 nights in Rome', 'Rome', '2 Nächte in Rom'],
    ['fr', 'day_count', '3 days for 5 cities', 'days', '3 jours pour 5 villes'],
    ['en', 'leg_missing', 'the way from Rome and back', 'Rome', 'the way from Rome and back'],
    ['de', 'something_new', 'a wish nobody foresaw', undefined, 'a wish nobody foresaw'],
  ])('%s: %s', (language, code, wish, subject, expected) => {
    const text = told(language, code, wish, subject);
    if (expected instanceof RegExp) expect(text).toMatch(expected);
    else expect(text).toBe(expected);
  });
});
