import { coverCuisines, type StopKitchen } from './cuisine-cover.js';
import { bySociability, fillDueMeals, placeDueVisits, placeWished, servesSlot } from './due.js';
import { addExtras, type Purse } from './extras.js';
import { type MealItem, type StayItem, type VisitItem } from '../constraints/items.js';
import { type Route } from './routes.js';
import {
  type LegHours,
  mealSlots,
  type Segment,
  segmentsOf,
  type Slot,
  type TimedLeg,
  timeLegs,
} from './segments.js';
import { type Setup } from './setup.js';
import { mealWeight, ranked, stayWeight, type Style, visitWeight } from './style.js';
import { repairDay, seatByPlace } from './tables.js';
import { anyHour, bestInsertion, settle } from './timeline.js';

/** A whole trip before it is written out. */
export interface Draft {
  route: Route;
  legs: TimedLeg[];
  /** By stop; null where the night is left open. */
  stays: (StayItem | null)[];
  segments: Segment[];
  total: number;
}

/** How far a draft goes beyond what is due. */
export interface Effort {
  hours: LegHours;
  /** Only the cheapest of what is due. */
  bare: boolean;
}

const stepsAStop = 200;

/** What one stop gets: its parts of days, and what is forced into it. */
interface StopWork {
  city: number;
  segments: Segment[];
  slots: Slot[];
  meals: (MealItem | undefined)[];
  forcedMeals: MealItem[];
  forcedVisits: VisitItem[];
  used: Set<string>;
}

function pickStay(
  setup: Setup,
  city: number,
  nights: number,
  style: Style,
  bare: boolean,
): StayItem | null | undefined {
  const { stays, staysKnown } = setup.items[city]!;
  if (nights === 0 || setup.lodgingOpen || (!staysKnown && setup.wishes.named[city] === true)) return null;
  const allowed = stays.filter((stay) => stay.minNights <= nights);
  if (bare) return allowed[0];
  const wanted = setup.request.lodging?.wanted ?? [];
  return allowed.reduce<{ stay: StayItem | undefined; weight: number }>(
    (best, stay) => {
      const weight = stayWeight(stay, style, wanted);
      return weight < best.weight ? { stay, weight } : best;
    },
    { stay: undefined, weight: Infinity },
  ).stay;
}

/** Wished places go to the cheapest thing that answers to the name in a city of the route. */
function forceMusts(setup: Setup, works: readonly StopWork[], style: Style): boolean {
  return setup.musts.every((must) => {
    if (must.cities.length > 0) return true;
    const here = (city: number) => works.find((work) => work.city === city);
    const visits = ranked(
      must.visits.filter(({ city }) => here(city)),
      ({ item }) => visitWeight(item, style),
    );
    const meals = must.meals.filter(({ city }) => here(city)).sort((a, b) => a.item.price - b.item.price);
    const [visit, meal] = [visits[0], meals[0]];
    if (visit !== undefined) {
      const { forcedVisits } = here(visit.city)!;
      if (!forcedVisits.includes(visit.item)) forcedVisits.push(visit.item);
      return true;
    }
    if (meal === undefined) return false;
    const { forcedMeals } = here(meal.city)!;
    if (!forcedMeals.includes(meal.item)) forcedMeals.push(meal.item);
    return true;
  });
}

/** Restaurants that must be in so that every cuisine is covered. */
function forceCuisines(setup: Setup, works: readonly StopWork[]): boolean {
  const full = (1 << setup.demands.cuisines.length) - 1;
  const open =
    full & ~works.flatMap((work) => work.forcedMeals).reduce((mask, item) => mask | item.cuisines, 0);
  if (open === 0) return true;
  const kitchens = works.map((work): StopKitchen => {
    const { meals } = setup.items[work.city]!;
    const base = fillDueMeals(work.slots, meals, work.forcedMeals) ?? [];
    const filled = base.filter((item) => item !== undefined);
    return {
      meals: meals.filter(
        (item) => (item.cuisines & open) !== 0 && work.slots.some((slot) => servesSlot(item, slot)),
      ),
      base: filled.filter((item) => !work.forcedMeals.includes(item)),
      spare: work.slots.length - filled.length,
    };
  });
  const cover = coverCuisines(
    kitchens.map((kitchen) => narrowed(kitchen, open)),
    compact(open, open),
  );
  cover?.forced.forEach((items, at) => {
    const originals = items.map((item) =>
      setup.items[works[at]!.city]!.meals.find((other) => other.raw === item.raw)!,
    );
    works[at]!.forcedMeals.push(...originals.filter((item) => !works[at]!.forcedMeals.includes(item)));
  });
  return cover !== undefined;
}

/** The bits of `mask` that are in `open`, moved together. */
function compact(mask: number, open: number): number {
  let result = 0;
  let at = 0;
  for (let bit = 0; 1 << bit <= open; bit += 1) {
    if ((open & (1 << bit)) === 0) continue;
    if ((mask & (1 << bit)) !== 0) result |= 1 << at;
    at += 1;
  }
  return result;
}

function narrowed(kitchen: StopKitchen, open: number): StopKitchen {
  const small = new Map(
    kitchen.meals.map((item) => [item, { ...item, cuisines: compact(item.cuisines, open) }]),
  );
  return {
    ...kitchen,
    meals: [...small.values()],
    base: kitchen.base.map((item) => small.get(item) ?? item),
  };
}

/** Due meals, wished visits and due visits of a stop; false when they do not fit. */
function fillDue(setup: Setup, work: StopWork, style: Style, bare: boolean): boolean {
  const { meals, visits } = setup.items[work.city]!;
  const mealOrder = bare ? meals : ranked(meals, (meal) => mealWeight(meal, style));
  const filled = fillDueMeals(work.slots, mealOrder, work.forcedMeals);
  if (filled === undefined) return false;
  work.meals = filled;
  work.slots.forEach((slot, at) => {
    if (filled[at] !== undefined) slot.segment.entries.push({ slot, start: 0, extra: false });
  });
  for (const visit of work.forcedVisits) work.used.add(visit.identity);
  if (!placeWished(work.segments, work.forcedVisits)) return false;
  const visitOrder = bare ? visits : ranked(visits, (visit) => visitWeight(visit, style));
  placeDueVisits(work.segments, visitOrder, work.used);
  return true;
}

/** A meal that is not due, the dinners of all stops before any lunch. */
interface Treat {
  work: StopWork;
  slot: Slot;
  at: number;
}

/** Meals that are not due, at prices that suit the style and as far as the purse goes. */
function addMeals(setup: Setup, works: readonly StopWork[], style: Style, purse: Purse): void {
  const orders = works.map((work) => {
    const affordable = setup.items[work.city]!.meals.filter((meal) => meal.price <= style.treatMax);
    return ranked(affordable, (meal) => mealWeight(meal, style));
  });
  const treats = works
    .flatMap((work) => work.slots.map((slot, at): Treat => ({ work, slot, at })))
    .filter(({ work, at }) => work.meals[at] === undefined)
    .sort((a, b) => bySociability(a.slot, b.slot));
  for (const { work, slot, at } of treats) {
    const free = (meal: MealItem) => meal.price <= purse.left && !work.meals.includes(meal);
    const meal = orders[works.indexOf(work)]!.find((one) => free(one) && servesSlot(one, slot));
    const found = meal && bestInsertion(slot.segment, { slot, start: 0, extra: true }, anyHour);
    if (meal === undefined || found === undefined) continue;
    slot.segment.entries = found.entries;
    work.meals[at] = meal;
    purse.left -= meal.price;
  }
}

/** Puts the chosen restaurants in, near the day's way where places are known, and mends days that no longer fit. */
function seat(setup: Setup, work: StopWork, style: Style, bare: boolean): boolean {
  work.slots.forEach((slot, at) => {
    const entry = slot.segment.entries.find((one) => one.slot === slot);
    if (entry !== undefined && work.meals[at] !== undefined) entry.meal = work.meals[at];
  });
  const { meals } = setup.items[work.city]!;
  const forced = new Set(work.forcedMeals);
  const located = meals.some((item) => item.at !== undefined);
  if (located && !bare) seatByPlace(work.segments, meals, forced, style);
  const used = new Set(
    work.segments.flatMap((segment) => segment.entries.flatMap((entry) => entry.meal ?? [])),
  );
  return work.segments.every(
    (segment) => repairDay(segment, meals, used, forced) && settle(segment, style.dayStart),
  );
}

const spentIn = (segments: readonly Segment[]): number =>
  segments.reduce(
    (sum, segment) =>
      sum +
      segment.entries.reduce((total, entry) => total + (entry.visit?.price ?? entry.meal?.price ?? 0), 0),
    0,
  );

function worksOf(route: Route, segments: readonly Segment[]): StopWork[] {
  const slots = mealSlots(segments);
  return route.stops.map(({ city }, stop) => ({
    city,
    segments: segments.filter((segment) => segment.stop === stop),
    slots: slots.filter((slot) => slot.segment.stop === stop),
    meals: [],
    forcedMeals: [],
    forcedVisits: [],
    used: new Set<string>(),
  }));
}

/** A trip on this route in this style that stays within the budget; undefined when this way of building finds none. */
export function draftTrip(setup: Setup, route: Route, style: Style, effort: Effort): Draft | undefined {
  setup.steps.take(route.stops.length * stepsAStop);
  const legs = timeLegs(route, effort.hours);
  if (legs === undefined) return undefined;
  const stays = route.stops.map(({ city, arrive, leave }) =>
    pickStay(setup, city, leave - arrive, style, effort.bare),
  );
  if (stays.some((stay) => stay === undefined)) return undefined;
  const segments = segmentsOf(setup, route, legs);
  for (const segment of segments) {
    const { arrive } = route.stops[segment.stop]!;
    segment.home = segment.day > arrive ? stays[segment.stop]?.at : undefined;
  }
  const works = worksOf(route, segments);
  if (!forceMusts(setup, works, style) || !forceCuisines(setup, works)) return undefined;
  if (!works.every((work) => fillDue(setup, work, style, effort.bare))) return undefined;
  const fixed =
    legs.reduce((sum, leg) => sum + leg.option.price, 0) +
    stays.reduce(
      (sum, stay, at) => sum + (stay?.price ?? 0) * (route.stops[at]!.leave - route.stops[at]!.arrive),
      0,
    );
  const due = works.reduce(
    (sum, work) => sum + work.meals.reduce((total, item) => total + (item?.price ?? 0), 0),
    0,
  );
  const purse: Purse = { left: setup.demands.totalMax - fixed - due - spentIn(segments) };
  if (purse.left < 0) return undefined;
  if (!effort.bare) {
    addMeals(setup, works, style, purse);
    for (const work of works)
      addExtras(work.segments, setup.items[work.city]!.visits, work.used, style, purse);
  }
  if (!works.every((work) => seat(setup, work, style, effort.bare))) return undefined;
  const total = fixed + spentIn(segments);
  return total <= setup.demands.totalMax
    ? { route, legs, stays: stays as (StayItem | null)[], segments, total }
    : undefined;
}
