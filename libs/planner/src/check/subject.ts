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
  flights: Map<string, FlightOffer>;
  legs: Map<string, GroundLeg>;
  stays: Map<string, Stay>;
  restaurants: Map<string, Restaurant>;
  attractions: Map<string, Attraction>;
}

const byId = <Item extends { id: string }>(items: readonly Item[]) =>
  new Map(items.map((item) => [item.id, item]));

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
    flights: byId(catalogue.flights),
    legs: byId(catalogue.legs),
    stays: byId(catalogue.stays),
    restaurants: byId(catalogue.restaurants),
    attractions: byId(catalogue.attractions),
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
    this.violations.push({ code, message, ...where });
  }

  /** The index of a date, 0 for the first day; NaN for what is no date. */
  dayIndex(date: string): number {
    return (dayNumber(date) ?? NaN) - this.firstDay;
  }

  cityIndex(name: string): number {
    return this.by.wishes.cities.findIndex((city) => plainName(city) === plainName(name));
  }
}

export const sameName = (a: string, b: string): boolean => plainName(a) === plainName(b);
