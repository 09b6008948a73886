import { type InterestTag, type OpeningHours } from '@travellite/protocol';
import { type Diet } from '../city-data.js';
import { parseOpeningHours } from '../opening-hours.js';

interface Idea {
  id: string;
  /** Name for a city. */
  name: (city: string) => string;
  about: string;
  /** Before the country's price level. */
  euros: number;
  /** Km north and east of the centre. */
  offsetKm: readonly [north: number, east: number];
}

/** Something one can do in any town. */
export interface SightIdea extends Idea {
  kind: string;
  tags: readonly InterestTag[];
  minutes: number;
  hours?: OpeningHours;
}

/** A meal one finds in any town. */
export interface MealIdea extends Idea {
  cuisines: readonly string[];
  diets?: readonly Diet[];
  hours: OpeningHours;
}

function hoursOf(text: string): OpeningHours {
  const hours = parseOpeningHours(text);
  return typeof hours === 'object' ? hours : {};
}

/** Hours in which such places are open nearly everywhere. */
const museumHours = hoursOf('Tu-Su 10:00-17:00');
const shopHours = hoursOf('Mo-Sa 10:00-18:00');
const marketHours = hoursOf('Tu,Th,Sa 08:00-13:00');
const theatreHours = hoursOf('Tu-Sa 19:00-22:30');
const kitchenHours = hoursOf('Mo-Su 11:30-14:30,18:00-22:00');

// prettier-ignore
export const sightIdeas: readonly SightIdea[] = [
  { id: 'centre-walk', name: (city) => `Walk through the centre of ${city}`, about: 'The main square, the streets around it and whatever stands there: the best first hour anywhere.', kind: 'walk', tags: ['local_life', 'architecture', 'photography', 'history'], minutes: 90, euros: 0, offsetKm: [0, 0] },
  { id: 'museum', name: (city) => `A museum of your choice in ${city}`, about: 'Ask for the town or regional museum; check its hours beforehand.', kind: 'museum', tags: ['museums', 'history', 'art'], minutes: 120, euros: 11, hours: museumHours, offsetKm: [0.4, 0.5] },
  { id: 'gallery', name: (city) => `An art gallery in ${city}`, about: 'Public collections and small galleries often cost little.', kind: 'gallery', tags: ['art', 'museums', 'photography'], minutes: 90, euros: 8, hours: museumHours, offsetKm: [-0.5, 0.6] },
  { id: 'market', name: (city) => `Market morning in ${city}`, about: 'Find out the market day and come hungry.', kind: 'market', tags: ['markets', 'food', 'local_life'], minutes: 75, euros: 0, hours: marketHours, offsetKm: [0.3, -0.4] },
  { id: 'park', name: (city) => `An hour in a park of ${city}`, about: 'A bench, a tree and something from a bakery.', kind: 'park', tags: ['parks', 'nature', 'gardens', 'family'], minutes: 60, euros: 0, offsetKm: [-0.8, -0.7] },
  { id: 'viewpoint', name: (city) => `A viewpoint over ${city}`, about: 'A tower, a hill or a terrace: every town has the place where one sees all of it.', kind: 'viewpoint', tags: ['views', 'photography'], minutes: 60, euros: 0, offsetKm: [1, 0.8] },
  { id: 'old-buildings', name: (city) => `Historic buildings of ${city}`, about: 'Town hall, places of worship, old walls: most are free to look at from outside.', kind: 'walk', tags: ['history', 'architecture', 'religion', 'tradition'], minutes: 90, euros: 0, offsetKm: [-0.3, 0.2] },
  { id: 'shopping', name: (city) => `Shopping streets of ${city}`, about: 'Local makers first, chains later.', kind: 'shopping', tags: ['shopping', 'luxury', 'local_life'], minutes: 90, euros: 0, hours: shopHours, offsetKm: [0.2, 0.9] },
  { id: 'outdoors', name: (city) => `A half-day walk in the nature around ${city}`, about: 'The tourist office has maps of marked paths.', kind: 'hike', tags: ['hiking', 'nature', 'wellness'], minutes: 210, euros: 0, offsetKm: [5, -4] },
  { id: 'evening', name: (city) => `Live music or theatre in ${city}`, about: 'Look at what is on in the week you come.', kind: 'show', tags: ['theatre', 'music', 'nightlife'], minutes: 150, euros: 25, hours: theatreHours, offsetKm: [0.6, -0.2] },
];

const meal = (
  id: string,
  label: string,
  cuisines: readonly string[],
  euros: number,
  offsetKm: readonly [number, number],
  diets?: readonly Diet[],
): MealIdea => ({
  id,
  name: (city) => `${label} in ${city}`,
  about: 'No particular restaurant: choose one on the spot. The price is an estimate.',
  cuisines,
  euros,
  offsetKm,
  hours: kitchenHours,
  ...(diets ? { diets } : {}),
});

export const mealIdeas: readonly MealIdea[] = [
  meal('local', 'Local kitchen', ['local', 'traditional'], 22, [0.2, 0.1]),
  meal('simple', 'A simple lunch place', ['cafe', 'fast_food', 'american'], 12, [0.1, -0.3], ['vegetarian']),
  meal('italian', 'An Italian restaurant', ['italian', 'mediterranean'], 21, [-0.4, 0.3], ['vegetarian']),
  meal('chinese', 'A Chinese restaurant', ['chinese'], 18, [0.5, 0.4], ['vegetarian']),
  meal('indian', 'An Indian restaurant', ['indian'], 18, [0.7, -0.5], ['vegetarian', 'vegan', 'halal']),
  meal('mexican', 'A Mexican restaurant', ['mexican'], 18, [-0.6, -0.4], ['vegetarian', 'gluten_free']),
  meal('japanese', 'A Japanese restaurant', ['japanese'], 24, [0.4, 0.8]),
  meal('french', 'A French restaurant', ['french'], 34, [-0.2, -0.6]),
  meal(
    'vegetarian',
    'A vegetarian kitchen',
    ['vegetarian', 'vegan'],
    17,
    [-0.5, 0.7],
    ['vegetarian', 'vegan', 'gluten_free'],
  ),
];
