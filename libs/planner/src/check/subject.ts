import {
  type Attraction,
  type Catalogue,
  type FlightOffer,
  type GroundLeg,
  type Restaurant,
  type Stay,
  type TripRequest,
} from '@travellite/protocol';
import { dayNumber } from '../constraints/calendar.js';
import { type Demands, demandsOf } from '../constraints/demands.js';
import { type CityItems, cityItems } from '../constraints/items.js';
import { type Convert, converter, planCurrency } from '../constraints/money.js';
import { plainName } from '../constraints/names.js';
import {
  innerTransportKnown,
  outerTransportKnown,
  type RouteWishes,
  routeWishes,
} from '../constraints/route-wishes.js';
import { type TripSpan, tripSpan } from '../constraints/trip-span.js';
import { type TripDay, type TripPlan } from '../plan.js';
import { type RuleCode, type Violation } from '../report.js';

/** What plans of one request are judged by; made once, used for any number of plans. */
export interface Yardstick {
  request: TripRequest;
  catalogue: Catalogue;
  demands: Demands;
  span: TripSpan;
  wishes: RouteWishes;
  convert: Convert;
  /** The way there and back belongs to the plan. */
  outer: boolean;
  /** Something is known about getting from one city of the trip to another. */
  between: boolean;
  items: CityItems[];
  flights: ById<FlightOffer>;
  legs: ById<GroundLeg>;
  stays: ById<Stay>;
  restaurants: ById<Restaurant>;
  attractions: ById<Attraction>;
}

/**
 * Things by id. Two may share one (a flight offered for both cities of an airport): then the one that passes the test is
 * meant, or the first when none does.
 */
export class ById<Item extends { id: string }> {
  private readonly first = new Map<string, Item>();
  private readonly others: Item[] = [];

  constructor(items: readonly Item[]) {
    for (const item of items) {
      if (this.first.has(item.id)) this.others.push(item);
      else this.first.set(item.id, item);
    }
  }

  get(id: string | undefined, meant: (item: Item) => boolean): Item | undefined {
    const first = this.first.get(id ?? '');
    if (first === undefined || meant(first) || this.others.length === 0) return first;
    return this.others.find((item) => item.id === id && meant(item)) ?? first;
  }
}

export function yardstick(request: TripRequest, catalogue: Catalogue): Yardstick {
  const span = tripSpan(request, 0);
  const wishes = routeWishes(request, catalogue, span.nights);
  const currency = planCurrency(request, catalogue);
  const convert = converter(catalogue.rates, currency);
  const full = demandsOf(request, span, currency);
  const demands = catalogue.restaurants.length > 0 ? full : { ...full, cuisines: [], diets: [] };
  return {
    request,
    catalogue,
    demands,
    span,
    wishes,
    convert,
    outer: wishes.origin !== undefined && outerTransportKnown(catalogue, wishes.origin),
    between: innerTransportKnown(catalogue, wishes.cities),
    items: cityItems({ request, catalogue, demands, convert }, wishes.cities),
    flights: new ById(catalogue.flights),
    legs: new ById(catalogue.legs),
    stays: new ById(catalogue.stays),
    restaurants: new ById(catalogue.restaurants),
    attractions: new ById(catalogue.attractions),
  };
}

/** A plan under examination: what the rules look at and where they write what they find. */
export class Examination {
  readonly violations: Violation[] = [];
  /** The planned days, and the day of departure where there is one. */
  readonly days: readonly TripDay[];
  readonly firstDay: number;

  constructor(
    readonly by: Yardstick,
    readonly plan: TripPlan,
  ) {
    this.days = plan.departure === undefined ? plan.days : [...plan.days, plan.departure];
    this.firstDay = dayNumber(plan.start) ?? 0;
  }

  fault(code: RuleCode, message: string, where: { day?: number; subject?: string } = {}): void {
    // Names of the data may begin with a small letter; a sentence does not.
    this.violations.push({ code, message: message.charAt(0).toUpperCase() + message.slice(1), ...where });
  }

  /** The index of a date, 0 for the first day; NaN for what is no date. */
  dayIndex(date: string): number {
    return (dayNumber(date) ?? NaN) - this.firstDay;
  }

  cityIndex(name: string): number {
    return this.by.wishes.cities.findIndex((city) => plainName(city) === plainName(name));
  }
}

/** Whether a thing is in a city, for places that share an id. */
export const inCity =
  (city: string) =>
  (item: { city: string }): boolean =>
    sameName(item.city, city);

export const sameName = (a: string, b: string): boolean => plainName(a) === plainName(b);
