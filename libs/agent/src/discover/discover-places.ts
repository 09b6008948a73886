import { type Destination, type Poi, type TripRequest } from '@travellite/protocol';
import { type TravelTools } from '@travellite/travel-tools';
import { liesIn } from './city-of-poi.js';
import { attractionToPoi, restaurantToPoi } from './to-poi.js';

/** Sights listed for a city that has just been named, and for a new interest. */
const sightsPerCity = 5;
const sightsPerInterest = 2;
/** Restaurants listed for a new wish about food. */
const tablesPerWish = 2;
/** Longest list. */
const mostPlaces = 60;

/** What changed between two requests, as far as places go. */
export interface PlaceChanges {
  gone: Destination[];
  come: Destination[];
  stayed: Destination[];
  /** Interest tags that are new. */
  interests: string[];
  /** Cuisines that are new; empty with `food` for a wish to eat well. */
  cuisines: string[];
  food: boolean;
  mustSee: string[];
  avoid: string[];
}

export function placeChanges(before: TripRequest, after: TripRequest): PlaceChanges {
  const fresh = (name: 'interests' | 'cuisines' | 'diets' | 'mustSee' | 'avoid') =>
    (after[name] ?? []).filter((item) => !(before[name] ?? []).includes(item));
  const had = new Set(before.destinations.map(({ name }) => name));
  const has = new Set(after.destinations.map(({ name }) => name));
  const cuisines = fresh('cuisines');
  const interests = fresh('interests');
  return {
    gone: before.destinations.filter(({ name }) => !has.has(name)),
    come: after.destinations.filter(({ name }) => !had.has(name)),
    stayed: after.destinations.filter(({ name }) => had.has(name)),
    interests: interests.filter((tag) => tag !== 'food'),
    cuisines,
    food: cuisines.length > 0 || fresh('diets').length > 0 || interests.includes('food'),
    mustSee: fresh('mustSee'),
    avoid: fresh('avoid'),
  };
}

/**
 * The list of places after this message: places of cities that left the trip go, those of new cities, new interests and new names come.
 * A message that changes none of these gives the list back untouched. Rejects only when it is stopped.
 */
export async function discoverPlaces(
  list: readonly Poi[],
  changes: PlaceChanges,
  request: TripRequest,
  search: PlaceFinder,
): Promise<Poi[]> {
  let places = list.filter((poi) => !leaves(poi, changes, request));
  const add = (found: readonly Poi[]) => {
    const known = new Set(places.map(nameOf));
    const fresh = found.filter((poi) => !known.has(nameOf(poi)) && !isNamed(poi, request.avoid ?? []));
    places = [...places, ...fresh].slice(0, Math.max(mostPlaces, places.length));
  };
  for (const city of changes.come) {
    // A client that carries its own list may have places there already.
    const there = places.filter((poi) => liesIn(poi, city)).length;
    add((await search.sights(city, request.interests)).slice(0, Math.max(0, sightsPerCity - there)));
    if ((request.cuisines?.length ?? 0) > 0 || request.interests.includes('food')) {
      add((await search.tables(city, request.cuisines ?? [])).slice(0, tablesPerWish));
    }
  }
  for (const city of changes.stayed) {
    for (const tag of changes.interests) {
      add((await search.sightsWith(city, tag)).slice(0, sightsPerInterest));
    }
    if (changes.food) add((await search.tables(city, changes.cuisines)).slice(0, tablesPerWish));
  }
  for (const name of changes.mustSee) add(await search.named(request.destinations, name));
  return places;
}

const nameOf = (poi: Poi) => poi.name.toLowerCase();

/** Whether a place is one of these names, or they mean a part of its name ("the tower" is not enough: four letters at least). */
function isNamed(poi: Poi, names: readonly string[]): boolean {
  return names.some((name) => {
    const wanted = name.toLowerCase();
    return wanted === nameOf(poi) || (wanted.length >= 4 && nameOf(poi).includes(wanted));
  });
}

function leaves(poi: Poi, { gone, avoid }: PlaceChanges, request: TripRequest): boolean {
  if (isNamed(poi, avoid)) return true;
  if (request.destinations.some((city) => liesIn(poi, city))) return false;
  return gone.some((city) => liesIn(poi, city));
}

/** The searches discovery needs. */
export interface PlaceFinder {
  /** Best first, those that fit the interests before the others. */
  sights(city: Destination, interests: readonly string[]): Promise<Poi[]>;
  sightsWith(city: Destination, tag: string): Promise<Poi[]>;
  tables(city: Destination, cuisines: readonly string[]): Promise<Poi[]>;
  named(cities: readonly Destination[], name: string): Promise<Poi[]>;
}

export function placeFinder({ places }: Pick<TravelTools, 'places'>, signal: AbortSignal): PlaceFinder {
  const options = { signal };
  const sights = async (city: Destination, tags: readonly string[]) =>
    places.attractions({ city, tags }, options);
  const tables = async (city: Destination, cuisines: readonly string[]) =>
    places.restaurants({ city, cuisines }, options);
  return {
    sights: async (city, interests) =>
      (await sights(city, interests)).flatMap((place) => attractionToPoi(place) ?? []),
    sightsWith: async (city, tag) =>
      (await sights(city, [tag]))
        .filter(({ tags }) => tags.includes(tag))
        .flatMap((place) => attractionToPoi(place) ?? []),
    tables: async (city, cuisines) =>
      (await tables(city, cuisines))
        .filter((place) => cuisines.length === 0 || place.cuisines.some((one) => cuisines.includes(one)))
        .flatMap((place) => restaurantToPoi(place) ?? []),
    async named(cities, name) {
      for (const city of cities) {
        const all = [
          ...(await sights(city, [])).flatMap((place) => attractionToPoi(place) ?? []),
          ...(await tables(city, [])).flatMap((place) => restaurantToPoi(place) ?? []),
        ];
        const found = all.find((poi) => isNamed(poi, [name]));
        if (found) return [found];
      }
      return [];
    },
  };
}
