/**
 * What a person wants, as far as it is known: the one form that understanding fills, the planner reads and the state keeps.
 * Every field is optional because a conversation fills them one by one.
 */

/** Money in minor units (cents; yen has none) with its ISO 4217 code. */
export interface Money {
  amountMinor: number;
  currency: string;
}

/** A calendar day without time zone, `YYYY-MM-DD`. */
export type IsoDate = string;

/** A place name that was recognised. */
export interface PlaceRef {
  /** English name as in the data set. */
  name: string;
  kind: 'city' | 'region' | 'state' | 'country';
  /** ISO 3166-1 alpha-2. */
  country?: string;
  /** State or region the place lies in, when it tells two places apart. */
  region?: string;
  /** IATA city or airport code. */
  iata?: string;
  /** Degrees, WGS 84. */
  location?: { lat: number; lng: number };
}

export interface Destination extends PlaceRef {
  /** Nights wished here, when the person said so. */
  nights?: number;
  /**
   * The stay was said in days, of which the last of a trip has no night: where the stays together are one more than the trip has nights
   * ("4 days in Berlin and 3 in Prague" are a week with six), a stop so said has one fewer when it is the last.
   */
  inDays?: boolean;
  /** Days of the trip, from 1, on which the person has to be here ("a wedding there between day 9 and day 13"). */
  during?: { from: number; to: number };
  /** How many cities to visit in a region, state or country ("2 cities in Virginia"). */
  cityCount?: number;
}

export interface TripDates {
  /** First day. */
  start?: IsoDate;
  /** Last day. */
  end?: IsoDate;
  nights?: number;
  days?: number;
  /** A wish such as "in March" that leaves the days open: the window they must lie in. */
  window?: { from: IsoDate; to: IsoDate };
  /** The words it came from, for asking back. */
  said?: string;
}

export interface Budget {
  /** Upper end when a range was given. */
  max: Money;
  /** Lower end when a range was given. */
  min?: Money;
  /** What the amount is for. `total` covers all travellers and the whole trip. */
  scope: 'total' | 'per_person' | 'per_night' | 'per_day';
  kind: 'max' | 'about' | 'range';
}

export interface Travellers {
  adults: number;
  children: number;
  infants?: number;
  childAges?: number[];
}

export type TransportMode = 'flight' | 'train' | 'bus' | 'self_driving' | 'taxi' | 'ferry';
export type RoomType = 'entire_home' | 'private_room' | 'shared_room' | 'not_shared_room';
export type HouseRule = 'smoking' | 'pets' | 'parties' | 'children_under_10' | 'visitors';

export interface LodgingWish {
  roomType?: RoomType;
  /** What must be allowed. */
  allow?: HouseRule[];
  /** Kinds in the person's words: `hotel`, `hostel`, `ryokan`, … */
  wanted?: string[];
  avoid?: string[];
  minStars?: number;
}

export interface TransportWish {
  wanted?: TransportMode[];
  refused?: TransportMode[];
  directOnly?: boolean;
  cabin?: 'economy' | 'premium_economy' | 'business' | 'first';
}

export interface TripRequest {
  origin?: PlaceRef;
  destinations: Destination[];
  dates?: TripDates;
  budget?: Budget;
  /** The person said that there is no limit, which is different from not having said. */
  budgetUnlimited?: boolean;
  travellers?: Travellers;
  /** Interest tags of the closed list in `interests.ts`. */
  interests: string[];
  avoidInterests?: string[];
  pace?: 'relaxed' | 'balanced' | 'packed';
  /** Cuisines that must all be covered, lower case (`italian`). */
  cuisines?: string[];
  diets?: string[];
  lodging?: LodgingWish;
  transport?: TransportWish;
  /** Names of places that must or must not be in the plan. */
  mustSee?: string[];
  avoid?: string[];
  /** Wishes that no field holds, in words. */
  notes?: string[];
}

export const emptyTripRequest = (): TripRequest => ({ destinations: [], interests: [] });
