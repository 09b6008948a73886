import { type CatalogueCity, type GroundLeg, type IsoDate, type PlaceRef } from '@travellite/protocol';
import { addDays, daysBetween } from '../geo/time-zones.js';

/** One flight search to make. */
export interface PlannedSearch {
  from: PlaceRef;
  to: PlaceRef;
  date: IsoDate;
}

export interface FlightPlanInput {
  origin?: PlaceRef;
  cities: readonly CatalogueCity[];
  start: IsoDate;
  end: IsoDate;
  legs: readonly GroundLeg[];
  /** Most searches to plan. */
  limit: number;
}

/** Between cities that a leg joins faster than this nobody flies. */
const groundIsBetterMinutes = 5 * 60;

/**
 * Which flights a trip could need: out on the first day, home on the last, and between cities on the days in between —
 * all of them while they are few, evenly spread ones otherwise.
 */
export function planFlightSearches({
  origin,
  cities,
  start,
  end,
  legs,
  limit,
}: FlightPlanInput): PlannedSearch[] {
  const places = cities.flatMap(({ place }) => place ?? []);
  const abroad = origin ? places.filter(({ name }) => name !== origin.name) : [];
  const outer = abroad.flatMap((place) => [
    { from: origin!, to: place, date: start },
    { from: place, to: origin!, date: end },
  ]);
  const pairs = places.flatMap((from) =>
    places
      .filter((to) => to.name !== from.name && !hasFastLeg(legs, from.name, to.name))
      .map((to) => ({ from, to })),
  );
  const inner = Math.max(0, daysBetween(start, end) - 1);
  const days = Array.from({ length: inner }, (_, day) => addDays(start, day + 1));
  const perPair = pairs.length === 0 ? 0 : Math.max(1, Math.floor((limit - outer.length) / pairs.length));
  const between = pairs.flatMap((pair) => spread(days, perPair).map((date) => ({ ...pair, date })));
  return [...outer, ...between].slice(0, limit);
}

const hasFastLeg = (legs: readonly GroundLeg[], from: string, to: string): boolean =>
  legs.some(
    (leg) =>
      leg.from === from &&
      leg.to === to &&
      leg.mode !== 'taxi' &&
      leg.durationMinutes <= groundIsBetterMinutes,
  );

/** At most `count` of the items, evenly spread. */
function spread<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, at) => items[Math.floor(((at + 0.5) * items.length) / count)]!);
}
