import { type TravelError, toTravelError } from '@travellite/protocol';
import { type PlaceSearch } from '../port.js';

/** This many and the next source is not asked. */
const enough = 12;

/**
 * Asks sources one after the other until there are enough places: the data set first, because it is free and checked,
 * then providers. Places of one name are taken once. A source that fails is passed over; only when all that were asked
 * failed is that a failure.
 */
export function createCombinedPlaces(sources: readonly [PlaceSearch, ...PlaceSearch[]]): PlaceSearch {
  const gather = async <T extends { name: string }>(
    limit: number,
    ask: (source: PlaceSearch) => Promise<T[]>,
  ): Promise<T[]> => {
    const found = new Map<string, T>();
    let answered = false;
    let failure: TravelError | undefined;
    for (const source of sources) {
      try {
        for (const place of await ask(source)) if (!found.has(place.name)) found.set(place.name, place);
        answered ||= source !== sources[0] || found.size > 0;
      } catch (thrown) {
        failure = toTravelError(thrown);
        if (failure.code === 'cancelled') throw failure;
      }
      if (found.size >= Math.min(enough, limit)) break;
    }
    if (failure && !answered) throw failure;
    return [...found.values()].slice(0, limit);
  };

  return {
    source: sources.map(({ source }) => source).join(', '),
    attractions: (query, options) =>
      gather(query.limit ?? 60, (source) => source.attractions(query, options)),
    restaurants: (query, options) =>
      gather(query.limit ?? 40, (source) => source.restaurants(query, options)),
  };
}
