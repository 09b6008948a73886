import { type InterestTag } from '@travellite/protocol';

/**
 * The form of the curated data set: one file a city in `data/`, holding only real facts written down by us.
 * Offers are not facts: sample stays and flights are made from this by the sample adapters and say that they are samples.
 */

/** Degrees, WGS 84: latitude, longitude, four decimals (about 10 m). */
export type LatLng = readonly [lat: number, lng: number];

/** One city. Amounts are minor units of `currency`. */
export interface CityData {
  /** English name, as in `PlaceRef.name`. */
  name: string;
  /** Other names people use (`NYC`, local spelling). */
  aliases?: readonly string[];
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** State, prefecture or region. */
  region: string;
  /** IATA city code; that of the main airport where the city has none of its own. */
  iata: string;
  /** IATA codes of the airports that serve it, main one first. */
  airports: readonly string[];
  /** IANA. */
  timeZone: string;
  /** Where visitors would call the middle. */
  centre: LatLng;
  /** ISO 4217. */
  currency: string;
  prices: PriceLevel;
  /** Mean daily high °C, mean daily low °C, days with rain; January first. Long-year means, rounded. */
  climate: readonly Climate[];
  areas: readonly StayArea[];
  attractions: readonly AttractionData[];
  restaurants: readonly RestaurantData[];
  /** The day this file was last gone through, `YYYY-MM-DD`. */
  checked: string;
}

export type Climate = readonly [highC: number, lowC: number, rainDays: number];

/** What an ordinary day costs: the base of sample prices and of price bands. */
export interface PriceLevel {
  /** A middling double room for one night. */
  room: number;
  /** A middling main meal for one person. */
  meal: number;
  /** A single ride on public transport. */
  ride: number;
  /** A taxi over 5 km by day. */
  taxi5km: number;
}

/** A real neighbourhood to stay in; the sample stays are put there. */
export interface StayArea {
  name: string;
  at: LatLng;
  /** Price beside the city's middling room: 1 is the same, 1.5 half as much again. */
  level: number;
}

/** What attractions and restaurants share. */
interface PlaceData {
  /** Short, lower case with hyphens, unique in the city; never changed once published. */
  id: string;
  /** The name a visitor would search for. */
  name: string;
  at: LatLng;
  /** One adult; 0 is free. A restaurant: one ordinary meal with a drink. */
  price: number;
  /**
   * Opening in a small part of OpenStreetMap's notation, see `opening-hours.ts`: `Tu-Su 09:30-18:00; Th 09:30-21:45`.
   * A weekday that is not named is closed. Absent: always open. Where hours change with the season, the shortest.
   */
  hours?: string;
  /** Days of every year on which it is closed, `MM-DD`. */
  closed?: readonly string[];
  /** One sentence of our own. */
  about: string;
  /** Where hours and price come from. */
  from: FactSource;
}

export interface AttractionData extends PlaceData {
  /** What it is, lower case: `museum`, `church`, `park`, `market`, `viewpoint`, `neighbourhood`, … */
  kind: string;
  /** The first tag says most. */
  tags: readonly InterestTag[];
  /** Minutes of a usual visit. */
  visit: number;
  /** Our own judgement: 5 most first visitors come for it, 4 widely visited, 3 for those with the interest. */
  stars: 3 | 4 | 5;
}

export interface RestaurantData extends PlaceData {
  /** Lower case, underscores: `italian`, `middle_eastern`. The first is the main one. */
  cuisines: readonly string[];
  /** Diets that find a full meal there. */
  diets?: readonly Diet[];
}

export const diets = ['vegetarian', 'vegan', 'halal', 'kosher', 'gluten_free'] as const;
export type Diet = (typeof diets)[number];

/** Who publishes the hours and the price that were written down. `none needed`: a public space, free and always open. */
export const factSources = [
  'operator',
  'tourist office',
  'OpenStreetMap',
  'guidebooks',
  'none needed',
] as const;
export type FactSource = (typeof factSources)[number];

export type PriceBand = 'free' | 'low' | 'medium' | 'high';

/** How a price feels in its city: measured by that city's middling meal. */
export function priceBand(price: number, level: PriceLevel): PriceBand {
  if (price === 0) return 'free';
  const meals = price / level.meal;
  if (meals < 0.7) return 'low';
  return meals <= 1.6 ? 'medium' : 'high';
}
