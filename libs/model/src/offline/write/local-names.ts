import { type AnswerFacts, type TripFacts } from '../../facts.js';
import { formatList } from './format.js';
import { type Phrases } from './phrases/phrases.js';
import { placeNameIn } from './trip-words/place-names.js';
import { wishIn } from './trip-words/wish-in.js';

/** The trip with its places named as the language names them. */
export const localTrip = (trip: TripFacts, language: string): TripFacts => ({
  ...trip,
  destinations: trip.destinations.map((name) => placeNameIn(name, language)),
  ...(trip.origin === undefined ? {} : { origin: placeNameIn(trip.origin, language) }),
});

/** Facts whose places and wishes are named in the language of the answer. */
export function withLocalNames(facts: AnswerFacts, phrases: Phrases): AnswerFacts {
  const { language } = facts;
  const local = (name: string) => placeNameIn(name, language);
  return {
    ...facts,
    trip: localTrip(facts.trip, language),
    knownPlaces: facts.knownPlaces.map(local),
    wishes: facts.wishes.map((wish) => {
      const { key, description } = wish;
      return key === undefined
        ? wish
        : { ...wish, description: wishIn({ key, description }, language, phrases) };
    }),
    thinPlaces: facts.thinPlaces.map(local),
    changes: facts.changes.map((change) => {
      const { topic, value, names, key } = change;
      if (key !== undefined && value !== undefined)
        return { ...change, value: wishIn({ key, description: value }, language, phrases) };
      if (names) return { ...change, value: formatList(names.map(local), language) };
      return topic === 'origin' && value !== undefined ? { ...change, value: local(value) } : change;
    }),
  };
}
