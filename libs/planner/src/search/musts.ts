import { type TripRequest } from '@travellite/protocol';
import { nameTest, plainName } from '../constraints/names.js';
import { type RouteWishes } from '../constraints/route-wishes.js';
import { type Fault } from '../constraints/suitable.js';
import { type CityItems, type MealItem, type VisitItem } from '../constraints/items.js';

/** A place the person wants in the plan by name, with everything of the catalogue that answers to the name. */
export interface Must {
  wish: string;
  /** City indexes, when the wish names a city. */
  cities: number[];
  visits: { city: number; item: VisitItem }[];
  meals: { city: number; item: MealItem }[];
}

/** Cities in which the wish can be met. */
export const mustCities = (must: Must): number[] => [
  ...new Set([
    ...must.cities,
    ...must.visits.map((option) => option.city),
    ...must.meals.map((option) => option.city),
  ]),
];

function readMust(wish: string, wishes: RouteWishes, items: readonly CityItems[]): Must {
  const named = nameTest(wish);
  const visits = items.flatMap((city, at) =>
    city.visits.filter((item) => named(item.raw.name)).map((item) => ({ city: at, item })),
  );
  const meals = items.flatMap((city, at) =>
    city.meals.filter((item) => named(item.raw.name)).map((item) => ({ city: at, item })),
  );
  const cities = wishes.cities.flatMap((city, at) => (plainName(city) === plainName(wish) ? [at] : []));
  // A wish that is exactly a city's name means the city, not a place that has the name in its own.
  return cities.length > 0 ? { wish, cities, visits: [], meals: [] } : { wish, cities, visits, meals };
}

export function readMusts(
  request: TripRequest,
  wishes: RouteWishes,
  items: readonly CityItems[],
): { found: Must[]; faults: (Fault & { subject: string })[] } {
  const distinct = [...new Map((request.mustSee ?? []).map((wish) => [plainName(wish), wish])).values()];
  const all = distinct.map((wish) => readMust(wish, wishes, items));
  const met = (must: Must) => mustCities(must).length > 0;
  const faults = all
    .filter((must) => !met(must))
    .map(({ wish }) => ({
      code: 'must_see' as const,
      message: `${wish} is not in the data for this trip.`,
      subject: wish,
    }));
  return { found: all.filter(met), faults };
}
