import { type AnswerFacts } from '../facts.js';

/** A conversation about a week in Paris, everything known, nothing found yet. */
export const sampleFacts = (change: Partial<AnswerFacts> = {}): AnswerFacts => ({
  seed: 0,
  language: 'en',
  today: '2026-11-21',
  firstTurn: false,
  acts: ['change'],
  trip: {
    destinations: ['Paris'],
    origin: 'New York',
    dates: { start: '2026-12-15', end: '2026-12-22', nights: 7, days: 8 },
    budget: { max: { amountMinor: 300_000, currency: 'USD' }, scope: 'total', kind: 'max' },
    travellers: { adults: 2, children: 0 },
    interests: ['museums'],
  },
  wishes: [{ description: 'Budget up to $3,000 in total', priority: 'must_have' }],
  changes: [{ topic: 'origin', action: 'set', value: 'New York' }],
  ask: { topic: 'interests' },
  finds: [],
  places: [
    { name: 'Louvre', about: 'The former royal palace.', hours: 'Mo 09:00-18:00', cost: '€32 per person' },
    { name: "Musée d'Orsay" },
  ],
  troubles: [],
  unknownPlaces: [],
  thinPlaces: [],
  knownPlaces: ['Paris', 'Tokyo'],
  passages: [],
  standIn: false,
  ...change,
});
