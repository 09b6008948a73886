import { type Catalogue, type TripRequest } from '@travellite/protocol';
import { type DayNumber, dayNumber, localMoment } from '../constraints/calendar.js';
import { type Demands, demandsOf } from '../constraints/demands.js';
import { type Convert, converter, planCurrency } from '../constraints/money.js';
import { plainName } from '../constraints/names.js';
import {
  type RouteWishes,
  innerTransportKnown,
  outerTransportKnown,
  routeWishes,
} from '../constraints/route-wishes.js';
import { type Fault } from '../constraints/suitable.js';
import { type TripSpan, tripSpan } from '../constraints/trip-span.js';
import { type PlanGap } from '../plan.js';
import { type CityItems, cityItems } from '../constraints/items.js';
import { LegTable } from './legs.js';
import { type Must, readMusts } from './musts.js';

/** Counts search steps, so that effort is bounded without looking at a clock. */
export class Steps {
  used = 0;
  constructor(readonly budget: number) {}

  /** Counts and says whether there is any left. */
  take(count = 1): boolean {
    this.used += count;
    return this.used <= this.budget;
  }

  get spent(): boolean {
    return this.used > this.budget;
  }
}

/** A request read against a catalogue, once per planning run. */
export interface Setup {
  request: TripRequest;
  catalogue: Catalogue;
  demands: Demands;
  span: TripSpan;
  wishes: RouteWishes;
  convert: Convert;
  /** By city index. */
  items: CityItems[];
  legs: LegTable;
  /** Node of the origin in the leg table; -1 when the way there and back is left open. */
  origin: number;
  musts: Must[];
  /** No stay is known anywhere: nights are left open. */
  lodgingOpen: boolean;
  gaps: PlanGap[];
  /** Wishes that cannot be met whatever else happens. */
  faults: (Fault & { subject: string })[];
  steps: Steps;
  /** Decides between things of equal worth. */
  seed: number;
}

const startsTried = 31;

/** Without any date, days on which a flight leaves the origin are tried before the assumed one. */
function startsOf(
  span: TripSpan,
  catalogue: Catalogue,
  origin: string | undefined,
  today: DayNumber,
): DayNumber[] {
  const flightDays = () => {
    const days = catalogue.flights
      .filter((flight) => plainName(flight.from) === plainName(origin ?? ''))
      .map((flight) => localMoment(flight.departs)?.day ?? -1);
    return [...new Set(days)].filter((day) => day >= today).sort((a, b) => a - b);
  };
  const flown = span.assumed && origin !== undefined ? flightDays() : [];
  const all = flown.length > 0 ? flown : span.starts;
  const stride = Math.ceil(all.length / startsTried);
  return all.filter((_, index) => index % stride === 0);
}

/** Wishes about food mean nothing where no restaurant is known. */
function withoutUnknowable(demands: Demands, catalogue: Catalogue): Demands {
  return catalogue.restaurants.length > 0 ? demands : { ...demands, cuisines: [], diets: [] };
}

export function setUp(
  request: TripRequest,
  catalogue: Catalogue,
  run: { today: string; stepBudget: number; seed?: number },
): Setup {
  const day = dayNumber(run.today) ?? 0;
  const read = tripSpan(request, day);
  const wishes = routeWishes(request, catalogue, read.nights);
  const currency = planCurrency(request, catalogue);
  const convert = converter(catalogue.rates, currency);
  const demands = withoutUnknowable(demandsOf(request, read, currency), catalogue);
  const { cities, origin } = wishes;
  const outer = origin !== undefined && outerTransportKnown(catalogue, origin);
  const between = innerTransportKnown(catalogue, cities);
  const names = outer ? [...cities, origin] : cities;
  const span = { ...read, starts: startsOf(read, catalogue, outer ? origin : undefined, day) };
  const items = cityItems({ request, catalogue, demands, convert }, cities);
  const musts = readMusts(request, wishes, items);
  const late =
    read.fault === undefined
      ? []
      : [{ code: 'dates' as const, message: read.fault, subject: asWords(read.fault) }];
  return {
    request,
    catalogue,
    demands,
    span,
    wishes,
    convert,
    items,
    legs: new LegTable(catalogue, names, demands, convert, between ? 0 : cities.length),
    origin: outer ? cities.length : -1,
    musts: musts.found,
    lodgingOpen: catalogue.stays.length === 0,
    gaps: gapsOf(catalogue, origin !== undefined && !outer, !between && cities.length > 1, demands),
    faults: [...wishes.faults, ...late, ...musts.faults],
    steps: new Steps(run.stepBudget),
    seed: run.seed ?? 1,
  };
}

function gapsOf(catalogue: Catalogue, homeOpen: boolean, betweenOpen: boolean, demands: Demands): PlanGap[] {
  const found: [PlanGap, boolean][] = [
    ['transport_home', homeOpen],
    ['transport_between', betweenOpen],
    ['lodging', catalogue.stays.length === 0],
    ['meals', catalogue.restaurants.length === 0],
    ['attractions', catalogue.attractions.length === 0],
    ['diets', demands.diets.length > 0 && catalogue.restaurants.every((place) => place.diets === undefined)],
  ];
  return found.filter(([, open]) => open).map(([gap]) => gap);
}

/** A sentence as part of another: `the first day is in the past`. */
const asWords = (sentence: string): string =>
  sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
