import { type Attraction, type PlaceRef, type Restaurant } from '@travellite/protocol';
import { type SearchOptions } from '../search-options.js';

export interface AttractionQuery {
  city: PlaceRef;
  /** Interest tags wished for: those that carry one come first. */
  tags?: readonly string[];
  /** 60 when absent. */
  limit?: number;
}

export interface RestaurantQuery {
  city: PlaceRef;
  /** Lower case; those that serve one come first. */
  cuisines?: readonly string[];
  /** 40 when absent. */
  limit?: number;
}

/**
 * Things to see and do, and where to eat.
 *
 * 1. **fit** — every place is in the asked city and carries the query's name of it; wished tags and cuisines come first.
 * 2. **facts** — hours are spans within a week; visits take some minutes; prices are not negative.
 * 3. **provenance** — source, fetched-at or checked day, `sample`.
 * 4. **identity** — unique ids; at most `limit`.
 * 5. **errors** — every rejection is a `TravelError`; a city of which nothing is known is an empty list.
 */
export interface PlaceSearch {
  readonly source: string;
  attractions(query: AttractionQuery, options?: SearchOptions): Promise<Attraction[]>;
  restaurants(query: RestaurantQuery, options?: SearchOptions): Promise<Restaurant[]>;
}

/** The same items, those that carry one of the wished words first; order is kept otherwise. */
export function preferring<T>(
  items: readonly T[],
  wished: readonly string[] | undefined,
  wordsOf: (item: T) => readonly string[],
): T[] {
  if (!wished || wished.length === 0) return [...items];
  const fits = (item: T): boolean => wordsOf(item).some((word) => wished.includes(word));
  return [...items.filter(fits), ...items.filter((item) => !fits(item))];
}
