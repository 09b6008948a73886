import {
  type HouseRule,
  type IsoDate,
  type Money,
  type PlaceRef,
  type RoomType,
  type TransportMode,
} from './request.js';

/**
 * What can be booked and visited: plain data that tools and data sets deliver and the planner plans with.
 * Everything carries where it comes from, because nothing else may appear in a plan.
 */

/** Where a fact comes from. */
export interface Provenance {
  /** Provider or data set (`sample`, `amadeus`, `duffel`, `curated`). */
  source: string;
  /** Unix ms at which it was fetched, or the day a data set was checked. */
  fetchedAt: number;
  /** Unix ms after which an offer is void. */
  expiresAt?: number;
  /** Made-up data for trying things out; shown as such wherever it appears. */
  sample: boolean;
}

export interface GeoPoint {
  lat: number;
  lng: number;
}

/** Local wall-clock time without offset, `YYYY-MM-DDTHH:mm`; the zone is that of the airport or city. */
export type LocalDateTime = string;

/** One bookable one-way flight. Price is for one adult. */
export interface FlightOffer extends Provenance {
  id: string;
  /** City names as in `PlaceRef.name`. */
  from: string;
  to: string;
  fromAirport: string;
  toAirport: string;
  departs: LocalDateTime;
  arrives: LocalDateTime;
  durationMinutes: number;
  stops: number;
  carrier: string;
  flightNumber: string;
  cabin: 'economy' | 'premium_economy' | 'business' | 'first';
  price: Money;
}

/** A connection over land or water between two cities, on any day. */
export interface GroundLeg extends Provenance {
  id: string;
  mode: Exclude<TransportMode, 'flight'>;
  from: string;
  to: string;
  durationMinutes: number;
  distanceKm?: number;
  /** Per traveller, or per vehicle. */
  price: Money;
  priceScope: 'per_person' | 'per_vehicle';
  /** Travellers one vehicle takes; only with `per_vehicle`. */
  vehicleCapacity?: number;
}

/** A place to sleep. Price is for one room or home and one night. */
export interface Stay extends Provenance {
  id: string;
  name: string;
  city: string;
  location?: GeoPoint;
  kind: string;
  roomType: RoomType;
  /** What is forbidden there. */
  forbids: HouseRule[];
  minNights: number;
  /** Travellers one room or home takes. */
  capacity: number;
  pricePerNight: Money;
  /** 0 to 5. */
  rating?: number;
}

/** Minutes since midnight, local time; `close` may lie past 1440 for places open over midnight. */
export interface OpeningSpan {
  open: number;
  close: number;
}

/** Opening by ISO weekday, 1 Monday to 7 Sunday. A weekday that is absent is closed. Without `hours` a place is always open. */
export type OpeningHours = Partial<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, OpeningSpan[]>>;

export interface Restaurant extends Provenance {
  id: string;
  name: string;
  city: string;
  location?: GeoPoint;
  /** Lower case (`italian`). */
  cuisines: string[];
  /** One meal for one person. */
  price: Money;
  hours?: OpeningHours;
  rating?: number;
  description?: string;
  diets?: string[];
}

/** Something to see or do. */
export interface Attraction extends Provenance {
  id: string;
  name: string;
  city: string;
  location?: GeoPoint;
  /** Tags of `interestTags`. */
  tags: string[];
  kind: string;
  visitMinutes: number;
  /** One person; 0 for free. */
  price: Money;
  hours?: OpeningHours;
  /** Dates on which it is closed although the weekday is open. */
  closedDates?: IsoDate[];
  rating?: number;
  description?: string;
  address?: string;
}

export interface CatalogueCity {
  name: string;
  place?: PlaceRef;
  /** IANA. */
  timeZone?: string;
  country?: string;
  region?: string;
}

/** Everything one planning run may use. */
export interface Catalogue {
  cities: CatalogueCity[];
  flights: FlightOffer[];
  legs: GroundLeg[];
  stays: Stay[];
  restaurants: Restaurant[];
  attractions: Attraction[];
  /** Price of one unit of a currency in the request's currency, with its date. Needed when prices are not in one currency. */
  rates?: { date: IsoDate; base: string; perUnit: Record<string, number> };
}
