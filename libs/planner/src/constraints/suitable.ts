import {
  type Attraction,
  type Catalogue,
  type FlightOffer,
  type GroundLeg,
  type Restaurant,
  type Stay,
  type TripRequest,
} from '@travellite/protocol';
import { type RuleCode } from '../report.js';
import { type Demands } from './demands.js';
import { nameTest, plainName } from './names.js';

/** Why a thing of the catalogue may not be in a plan; undefined when it may. */
export interface Fault {
  code: RuleCode;
  message: string;
}

export function flightFault(flight: FlightOffer, demands: Demands): Fault | undefined {
  if (demands.refused.has('flight')) return { code: 'transport_refused', message: 'flights were ruled out' };
  if (demands.directOnly && flight.stops > 0) {
    return { code: 'direct_only', message: `${flight.flightNumber} stops ${flight.stops} times` };
  }
  if (demands.cabin !== undefined && flight.cabin !== demands.cabin) {
    return { code: 'cabin', message: `${flight.flightNumber} is ${flight.cabin}, not ${demands.cabin}` };
  }
  return undefined;
}

export const modeWords = (mode: string): string =>
  mode === 'flight' ? 'flights' : mode.replaceAll('_', '-');

export const groundFault = (leg: GroundLeg, demands: Demands): Fault | undefined =>
  demands.refused.has(leg.mode)
    ? { code: 'transport_refused', message: `${modeWords(leg.mode)} was ruled out` }
    : undefined;

/** `not_shared_room` takes every type but a shared room. */
const roomFits = (stay: Stay, wanted: Demands['roomType']): boolean =>
  wanted === undefined ||
  stay.roomType === wanted ||
  (wanted === 'not_shared_room' && stay.roomType !== 'shared_room');

/** Rules of the stay itself; the length of the booking is judged with the booking. */
export function stayFault(stay: Stay, demands: Demands): Fault | undefined {
  if (!roomFits(stay, demands.roomType)) {
    return { code: 'room_type', message: `${stay.name} is ${modeWords(stay.roomType)}` };
  }
  const forbidden = demands.allow.find((rule) => stay.forbids.includes(rule));
  if (forbidden !== undefined) {
    return { code: 'house_rules', message: `${stay.name} does not allow ${forbidden.replaceAll('_', ' ')}` };
  }
  if (demands.minStars > 0 && (stay.rating ?? 0) < demands.minStars) {
    return { code: 'stars', message: `${stay.name} has fewer than ${demands.minStars} stars` };
  }
  return undefined;
}

export const roomsFor = (stay: Stay, people: number): number =>
  Math.ceil(people / Math.max(1, Math.floor(stay.capacity)));

/** A vegan kitchen also serves vegetarians. */
const alsoServes: Record<string, string> = { vegan: 'vegetarian' };

const servesDiet = (restaurant: Restaurant, diet: string): boolean =>
  [...(restaurant.diets ?? []), ...restaurant.cuisines].some((entry) => {
    const word = entry.toLowerCase();
    return word === diet || alsoServes[word] === diet;
  });

/** Diets bind only where the data says anything about them. */
export const dietsKnown = (catalogue: Catalogue): boolean =>
  catalogue.restaurants.some((restaurant) => restaurant.diets !== undefined);

export function dietFault(restaurant: Restaurant, diets: readonly string[]): Fault | undefined {
  const unserved = diets.find((diet) => !servesDiet(restaurant, diet));
  return unserved === undefined
    ? undefined
    : { code: 'diet', message: `${restaurant.name} is not known to serve ${unserved} food` };
}

/** A cuisine is covered by a restaurant that lists it, alone or as a word of a longer name (`modern french`). */
export const servesCuisine = (restaurant: Restaurant, cuisine: string): boolean =>
  restaurant.cuisines.some((entry) => {
    const word = entry.toLowerCase();
    return word === cuisine || word.split(/[\s/-]+/).includes(cuisine);
  });

export const interestFault = (attraction: Attraction, demands: Demands): Fault | undefined => {
  const unwanted = attraction.tags.find((tag) => demands.avoidInterests.has(tag));
  return unwanted === undefined
    ? undefined
    : { code: 'avoid', message: `${attraction.name} is about ${unwanted.replaceAll('_', ' ')}` };
};

type Named = { name: string; kind?: string; tags?: string[]; cuisines?: string[] };

/** The word of the avoid list that rules a thing out by its name, kind, tag or cuisine. */
export function avoidTest(request: TripRequest): (item: Named) => string | undefined {
  const kinds = (item: Named) => [item.kind ?? '', ...(item.tags ?? []), ...(item.cuisines ?? [])];
  const tests = (request.avoid ?? []).map((wish) => {
    const named = nameTest(wish);
    const word = plainName(wish);
    return (item: Named) => named(item.name) || kinds(item).some((kind) => isKind(kind, word));
  });
  const words = request.avoid ?? [];
  return tests.length === 0 ? () => undefined : (item) => words.find((_, index) => tests[index]?.(item));
}

/** `museums` rules out the kind `museum` and the other way round. */
const isKind = (kind: string, word: string): boolean => {
  const plain = plainName(kind);
  return plain !== '' && (plain === word || `${plain}s` === word || plain === `${word}s`);
};

/** Kinds of lodging the person does not want, by kind or name. */
export function lodgingKindTest(request: TripRequest): (stay: Stay) => string | undefined {
  const words = request.lodging?.avoid ?? [];
  const tests = words.map((word) => ({ word, named: nameTest(word), plain: plainName(word) }));
  return (stay) => tests.find((test) => isKind(stay.kind, test.plain) || test.named(stay.name))?.word;
}
