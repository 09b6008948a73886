import { type AnswerFacts, type TripFacts } from '../../facts.js';
import { formatList } from './format.js';
import { type Phrases } from './phrases/phrases.js';
import { factNameIn } from './trip-words/place-names.js';
import { wishIn } from './trip-words/wish-in.js';

/** The trip with its places named as the language names them. */
export const localTrip = (
  trip: TripFacts,
  facts: Pick<AnswerFacts, 'language' | 'countries'>,
): TripFacts => ({
  ...trip,
  destinations: trip.destinations.map((name) => factNameIn(name, facts)),
  ...(trip.origin === undefined ? {} : { origin: factNameIn(trip.origin, facts) }),
});

/** Facts whose places and wishes are named in the language of the answer. */
export function withLocalNames(facts: AnswerFacts, phrases: Phrases): AnswerFacts {
  const { language } = facts;
  const local = (name: string) => factNameIn(name, facts);
  return {
    ...facts,
    trip: localTrip(facts.trip, facts),
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
