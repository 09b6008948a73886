import { type HouseRule, type RoomType, type TransportMode, type TripRequest } from '@travellite/protocol';
import { type TripSpan } from './trip-span.js';

/** The hard wishes of a request in the form that search and check read. Amounts in minor units of `currency`. */
export interface Demands {
  /** Adults and children; infants sleep, eat and travel along for nothing. */
  people: number;
  currency: string;
  /** For everything and everyone. */
  totalMax: number;
  /** For the lodging of one night, all rooms. */
  nightMax: number;
  refused: ReadonlySet<TransportMode>;
  wanted: ReadonlySet<TransportMode>;
  directOnly: boolean;
  cabin?: string;
  roomType?: RoomType;
  /** What the lodging must not forbid. */
  allow: readonly HouseRule[];
  minStars: number;
  cuisines: readonly string[];
  diets: readonly string[];
  avoidInterests: ReadonlySet<string>;
}

const childRuleAge = 10;

/** Travelling with a child under ten, or of an age nobody said, means that the lodging must take such children. */
function withYoungChildren(request: TripRequest): boolean {
  const { children = 0, infants = 0, childAges = [] } = request.travellers ?? {};
  if (infants > 0) return true;
  return children > 0 && (childAges.length < children || childAges.some((age) => age < childRuleAge));
}

/** How many pay: at least one. */
export const payingPeople = (request: TripRequest): number =>
  Math.max(1, (request.travellers?.adults ?? 1) + (request.travellers?.children ?? 0));

/**
 * Upper ends of the budget. `per_person` counts every paying traveller, `per_day` every planned day (both bound the whole
 * trip with the way there and back); `per_night` bounds what the lodging of one night costs for all.
 */
function limitsOf(request: TripRequest, days: number): { totalMax: number; nightMax: number } {
  const none = { totalMax: Infinity, nightMax: Infinity };
  const budget = request.budget;
  if (budget === undefined || request.budgetUnlimited === true) return none;
  const amount = budget.max.amountMinor;
  if (budget.scope === 'per_night') return { ...none, nightMax: amount };
  const times = budget.scope === 'per_person' ? payingPeople(request) : budget.scope === 'per_day' ? days : 1;
  return { ...none, totalMax: amount * times };
}

const lowerCase = (words: readonly string[] | undefined) => [
  ...new Set((words ?? []).map((word) => word.trim().toLowerCase()).filter((word) => word !== '')),
];

export function demandsOf(request: TripRequest, span: TripSpan, currency: string): Demands {
  const { lodging = {}, transport = {} } = request;
  const allow = new Set(lodging.allow);
  if (withYoungChildren(request)) allow.add('children_under_10');
  return {
    people: payingPeople(request),
    currency,
    ...limitsOf(request, span.days),
    refused: new Set(transport.refused),
    wanted: new Set(transport.wanted),
    directOnly: transport.directOnly ?? false,
    ...(transport.cabin === undefined ? {} : { cabin: transport.cabin }),
    ...(lodging.roomType === undefined ? {} : { roomType: lodging.roomType }),
    allow: [...allow],
    minStars: lodging.minStars ?? 0,
    cuisines: lowerCase(request.cuisines),
    diets: lowerCase(request.diets),
    avoidInterests: new Set(request.avoidInterests),
  };
}
