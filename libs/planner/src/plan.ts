import { type HouseRule, type IsoDate, type RoomType, type TransportMode } from '@travellite/protocol';

/**
 * A trip option, day by day. Everything in it refers by id to something in the catalogue it was planned with;
 * all amounts are minor units of `cost.currency`; all times are local minutes since midnight of the day they stand in.
 */

/** How an option differs from the others. */
export type OptionName = 'cheapest' | 'balanced' | 'relaxed' | 'culture' | 'packed' | 'comfort';

/** One thing of the catalogue. */
export interface ItemRef {
  kind: 'flight' | 'leg' | 'stay' | 'restaurant' | 'attraction';
  id: string;
  name: string;
}

/** Getting from the block before (or from the lodging) to this one within a city, estimated from coordinates. */
export interface LocalMove {
  mode: 'walk' | 'transit';
  minutes: number;
  km: number;
}

interface BlockBase {
  city: string;
  /** Minutes since midnight, local. `end` is at most 1440. */
  start: number;
  end: number;
  /** Only when both places have coordinates and they differ. */
  move?: LocalMove;
}

/** A visit to an attraction. */
export interface VisitBlock extends BlockBase {
  kind: 'visit';
  item: ItemRef;
  /** For all travellers. */
  costMinor: number;
}

/** A meal in a restaurant. */
export interface MealBlock extends BlockBase {
  kind: 'meal';
  meal: Meal;
  item: ItemRef;
  /** For all travellers. */
  costMinor: number;
}

/**
 * Time on the way between cities. A leg over midnight has a block on each day it touches.
 * `city` is where it starts; times after arrival are local to the city of arrival.
 */
export interface LegBlock extends BlockBase {
  kind: 'leg';
  /** Index in `TripPlan.legs`. */
  leg: number;
}

export type TripBlock = VisitBlock | MealBlock | LegBlock;

export type Meal = 'breakfast' | 'lunch' | 'dinner';

/** Where the night after a day is spent. */
export interface NightLodging {
  /** Index in `TripPlan.stays`. */
  stay: number;
  item: ItemRef;
  costMinor: number;
}

export interface TripDay {
  /** From 1. */
  day: number;
  date: IsoDate;
  /** Cities of this day in order: one, or two and more on a day of travel. The origin is among them on the way. */
  cities: string[];
  /** In time order, not overlapping. */
  blocks: TripBlock[];
  /** Absent on the last day, on a night under way, and when the catalogue knows no lodging at all. */
  lodging?: NightLodging;
}

/** One connection between two cities. */
export interface TripLeg {
  /** Absent when the catalogue knows no transport between the cities of this trip (see `gaps`). */
  item?: ItemRef;
  mode?: TransportMode;
  from: string;
  to: string;
  /** Local time of the city of departure, and of arrival. */
  departs: { date: IsoDate; minute: number };
  arrives: { date: IsoDate; minute: number };
  durationMinutes: number;
  /** Tickets for `per_person` prices, vehicles otherwise. */
  units: number;
  /** For all travellers. */
  costMinor: number;
  carrier?: string;
  flightNumber?: string;
}

/** One booking of rooms. */
export interface TripStay {
  item: ItemRef;
  city: string;
  /** First night. */
  checkIn: IsoDate;
  /** Morning of leaving. */
  checkOut: IsoDate;
  nights: number;
  rooms: number;
  roomType: RoomType;
  forbids: HouseRule[];
  /** One night, all rooms. */
  nightCostMinor: number;
  costMinor: number;
}

/** A visited city in order. */
export interface TripStop {
  city: string;
  nights: number;
  arrives: IsoDate;
  leaves: IsoDate;
}

/** Sums for all travellers. */
export interface CostBreakdown {
  currency: string;
  transportMinor: number;
  lodgingMinor: number;
  mealsMinor: number;
  attractionsMinor: number;
  totalMinor: number;
}

/** Something a full plan would have and the catalogue knows nothing about, to be said to the user. */
export type PlanGap = 'transport_home' | 'transport_between' | 'lodging' | 'meals' | 'attractions' | 'diets';

/** 0 to 1 each, higher is better; `total` weighs them for this option's name. */
export interface PlanScore {
  interests: number;
  pace: number;
  walking: number;
  price: number;
  variety: number;
  rating: number;
  total: number;
}

export interface TripPlan {
  name: OptionName;
  /** For people: `Cheapest`. */
  title: string;
  /** One line: what sets it apart, with figures. */
  reason: string;
  start: IsoDate;
  /** The date of the last planned day. */
  end: IsoDate;
  /** The request named no day and one was assumed. */
  datesAssumed: boolean;
  /** Travellers who pay (adults and children; infants do not). */
  people: number;
  /** Origin when the way there and back is part of the plan. */
  origin?: string;
  stops: TripStop[];
  /** As many as the request asks for. */
  days: TripDay[];
  /** The day after the last, when every day has its night (7 days with 7 nights): holds nothing but the way home. */
  departure?: TripDay;
  legs: TripLeg[];
  stays: TripStay[];
  cost: CostBreakdown;
  score: PlanScore;
  gaps: PlanGap[];
  /** Some of it is made-up sample data. */
  sample: boolean;
  /** Kilometres on foot within cities, the sum of `walk` moves. */
  walkingKm: number;
}
