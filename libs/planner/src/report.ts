import { type IsoDate, type Money, type TripRequest } from '@travellite/protocol';
import { type OptionName, type TripPlan } from './plan.js';

/** Every rule a plan can break. Spelled alike in violations, blockings and the docs. */
export const ruleCodes = [
  'no_destination',
  'unknown_city',
  'dates',
  'day_count',
  'nights',
  'city_count',
  'route',
  'leg_missing',
  'leg_date',
  'mode_conflict',
  'transport_refused',
  'direct_only',
  'cabin',
  'unknown_item',
  'wrong_city',
  'overlap',
  'opening_hours',
  'travel_time',
  'meal_time',
  'meal_missing',
  'attraction_missing',
  'lodging_missing',
  'minimum_nights',
  'room_type',
  'house_rules',
  'lodging_kind',
  'stars',
  'capacity',
  'cuisine',
  'diet',
  'must_see',
  'avoid',
  'repeat',
  'budget',
  'price',
] as const;

export type RuleCode = (typeof ruleCodes)[number];

/** One broken rule of a plan. */
export interface Violation {
  code: RuleCode;
  /** A sentence for people. */
  message: string;
  /** From 1, when it is about one day. */
  day?: number;
  /** The item, city or wish it is about. */
  subject?: string;
}

/** A wish that, together with the others named, leaves no plan. */
export interface Blocking {
  code: RuleCode;
  /** The wish in words: `a budget of $900`. */
  wish: string;
  /** Why it blocks, a sentence. */
  message: string;
  /** The cuisine, place, mode, … */
  subject?: string;
}

/** A change to the request with which planning succeeds; each was tried before it is named. */
export interface Relaxation {
  code: RuleCode;
  /** What to do, for people: `Raise the budget to $3,150.` */
  message: string;
  /** The request with the change made. */
  request: TripRequest;
  /** The total of the cheapest plan then. */
  total: Money;
  /** How many wishes this change gives up; 0 when a number only moves. */
  gives: number;
  /** Those wishes. */
  givenUp: Pick<Blocking, 'code' | 'wish' | 'subject'>[];
}

export interface PlanningOptions {
  /** The user's calendar day: nothing is planned before it. */
  today: IsoDate;
  /** Same seed, same input: same output. Default 1. */
  seed?: number;
  /** 1 to 6, default 3. */
  maxOptions?: number;
  /** Upper bound on search steps, so that the answer never depends on the clock. Default 2,000,000. */
  stepBudget?: number;
  /** Names of options to try, in order; the default depends on the request. */
  names?: OptionName[];
}

export interface Infeasible {
  /** A smallest set of wishes that cannot hold together. */
  blocking: Blocking[];
  /** Smallest change first; empty when no single change of the tried ones helps. */
  relaxations: Relaxation[];
  /** The search was exhaustive. False: none was found within the step budget. */
  proven: boolean;
}

export interface PlanningResult {
  /** Each passes `checkPlan`. Empty exactly when `infeasible` is present. */
  options: TripPlan[];
  infeasible?: Infeasible;
  /** Search steps used, for benchmarks. */
  steps: number;
}
