import { type DayNumber } from '../constraints/calendar.js';
import {
  dayCloses,
  dayOpens,
  dueMeals,
  earliestStart,
  mealTimes,
  meals,
  spansOn,
} from '../constraints/clockwork.js';
import { cheapestFilling } from '../constraints/matching.js';
import { type MealItem, type StayItem, type VisitItem } from '../constraints/items.js';
import { holdsDays, lastsAsWished } from '../constraints/stay-wishes.js';
import { type Setup } from './setup.js';

/** Whether a meal can be had at a place on a day. */
export function servesMeal(item: MealItem, day: DayNumber, slot: number): boolean {
  const time = mealTimes[meals[slot % 3]!];
  return earliestStart(spansOn(item.raw, day), time.from, time.to, time.minutes) !== undefined;
}

/** Whether a visit fits into a day at all. */
export const opensFor = (item: VisitItem, day: DayNumber): boolean =>
  earliestStart(spansOn(item.raw, day), dayOpens, dayCloses, item.minutes) !== undefined;

interface DayFloor {
  price: number;
  /** The dearest meal among it. */
  dearest: number;
}

/** What the days in a city cost at least: the floor that routes are compared by. */
export class StopCosts {
  private readonly floors = new Map<number, DayFloor>();

  constructor(
    private readonly setup: Setup,
    /** The first day of the trip. */
    readonly start: DayNumber,
  ) {}

  /** Days of a stop that are spent wholly there, as first and last index; empty when last < first. */
  wholeDays(arrive: number, leave: number, last: boolean): { first: number; last: number } {
    const { origin, span } = this.setup;
    const first = arrive === 0 && origin < 0 ? 0 : arrive + 1;
    const end = last && origin < 0 ? leave : leave - 1;
    return { first, last: Math.min(end, span.days - 1) };
  }

  /** The cheapest lodging for so many nights; undefined when none may be booked, null when none is known or needed. */
  cheapestStay(city: number, nights: number): StayItem | null | undefined {
    if (nights === 0 || this.setup.lodgingOpen) return null;
    const { stays, staysKnown } = this.setup.items[city]!;
    if (!staysKnown && this.setup.wishes.named[city] === true) return null;
    return stays.find((stay) => stay.minNights <= nights);
  }

  /** Everything a stop must cost, or Infinity. */
  floor(city: number, arrive: number, leave: number, last: boolean): number {
    const nights = leave - arrive;
    const { stays, lastShorter } = this.setup.wishes;
    const wish = stays[city] ?? {};
    if (!lastsAsWished(wish, nights, last && lastShorter) || !holdsDays(wish, arrive, leave)) return Infinity;
    const stay = this.cheapestStay(city, nights);
    if (stay === undefined) return Infinity;
    const whole = this.wholeDays(arrive, leave, last);
    return (stay === null ? 0 : stay.price * nights) + this.dayFloor(city, whole.first, whole.last);
  }

  /** The dearest of the meals that the floor of a stop counts; 0 when none is due. */
  dearestMeal(city: number, arrive: number, leave: number, last: boolean): number {
    const whole = this.wholeDays(arrive, leave, last);
    return this.days(city, whole.first, whole.last).dearest;
  }

  private dayFloor(city: number, first: number, last: number): number {
    return this.days(city, first, last).price;
  }

  /** The cheapest due meals and visits of whole days. */
  private days(city: number, first: number, last: number): DayFloor {
    if (last < first) return { price: 0, dearest: 0 };
    const key = (city * 64 + first) * 64 + last;
    const known = this.floors.get(key);
    if (known !== undefined) return known;
    const days = last - first + 1;
    const { meals: places, visits } = this.setup.items[city]!;
    const dayOf = (index: number) => this.start + first + index;
    const serves = (item: number, slot: number) =>
      servesMeal(places[item]!, dayOf(Math.floor(slot / 3)), slot);
    const most = cheapestFilling(days * 3, places.keys(), serves);
    const due = dueMeals(days, most.filter((item) => item >= 0).length);
    const eaten = due === days * 3 ? most : cheapestFilling(days * 3, places.keys(), serves, due);
    const seen = cheapestFilling(days, visits.keys(), (item, day) => opensFor(visits[item]!, dayOf(day)));
    const mealPrices = eaten.map((item) => places[item]?.price ?? 0);
    const price =
      mealPrices.reduce((total, one) => total + one, 0) +
      seen.reduce((total, item) => total + (visits[item]?.price ?? 0), 0);
    const floor = { price, dearest: Math.max(0, ...mealPrices) };
    this.floors.set(key, floor);
    return floor;
  }
}
