import { type DayNumber } from '../constraints/calendar.js';
import { dayCloses, dayOpens, earliestStart, mealTimes, meals, spansOn } from '../constraints/clockwork.js';
import { cheapestFilling } from '../constraints/matching.js';
import { type MealItem, type StayItem, type VisitItem } from '../constraints/items.js';
import { type Setup } from './setup.js';

/** Whether a meal can be had at a place on a day. */
export function servesMeal(item: MealItem, day: DayNumber, slot: number): boolean {
  const time = mealTimes[meals[slot % 3]!];
  return earliestStart(spansOn(item.raw, day), time.from, time.to, time.minutes) !== undefined;
}

/** Whether a visit fits into a day at all. */
export const opensFor = (item: VisitItem, day: DayNumber): boolean =>
  earliestStart(spansOn(item.raw, day), dayOpens, dayCloses, item.minutes) !== undefined;

/** What the days in a city cost at least: the floor that routes are compared by. */
export class StopCosts {
  private readonly floors = new Map<number, number>();

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
    const wished = this.setup.wishes.nights[city];
    if (wished !== undefined && wished !== nights) return Infinity;
    const stay = this.cheapestStay(city, nights);
    if (stay === undefined) return Infinity;
    const whole = this.wholeDays(arrive, leave, last);
    return (stay === null ? 0 : stay.price * nights) + this.dayFloor(city, whole.first, whole.last);
  }

  /** The cheapest due meals and visits of whole days. */
  private dayFloor(city: number, first: number, last: number): number {
    if (last < first) return 0;
    const key = (city * 64 + first) * 64 + last;
    const known = this.floors.get(key);
    if (known !== undefined) return known;
    const days = last - first + 1;
    const { meals: places, visits } = this.setup.items[city]!;
    const dayOf = (index: number) => this.start + first + index;
    const eaten = cheapestFilling(days * 3, places.keys(), (item, slot) =>
      servesMeal(places[item]!, dayOf(Math.floor(slot / 3)), slot),
    );
    const seen = cheapestFilling(days, visits.keys(), (item, day) => opensFor(visits[item]!, dayOf(day)));
    const sum =
      eaten.reduce((total, item) => total + (places[item]?.price ?? 0), 0) +
      seen.reduce((total, item) => total + (visits[item]?.price ?? 0), 0);
    this.floors.set(key, sum);
    return sum;
  }
}
