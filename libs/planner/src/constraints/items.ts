import {
  type Attraction,
  type Catalogue,
  type GeoPoint,
  type Restaurant,
  type Stay,
  type TripRequest,
} from '@travellite/protocol';
import { type Demands } from './demands.js';
import { type Convert } from './money.js';
import { identityOf, plainName } from './names.js';
import {
  avoidTest,
  dietFault,
  dietsKnown,
  interestFault,
  lodgingKindTest,
  roomsFor,
  servesCuisine,
  stayFault,
} from './suitable.js';

/** Things of the catalogue that this request may use, by city, with prices for the whole party in one currency. */

export interface StayItem {
  raw: Stay;
  /** One night, all rooms. */
  price: number;
  rooms: number;
  minNights: number;
  at?: GeoPoint;
}

export interface MealItem {
  raw: Restaurant;
  identity: string;
  price: number;
  /** Bit i: serves cuisine i of the demands. */
  cuisines: number;
  at?: GeoPoint;
}

export interface VisitItem {
  raw: Attraction;
  identity: string;
  price: number;
  minutes: number;
  at?: GeoPoint;
}

export interface CityItems {
  /** Cheapest first, each list. */
  stays: StayItem[];
  meals: MealItem[];
  visits: VisitItem[];
  /** The catalogue holds stays here, whether or not they suit. */
  staysKnown: boolean;
}

const byPrice = (a: { price: number; raw: { id: string } }, b: { price: number; raw: { id: string } }) =>
  a.price - b.price || (a.raw.id < b.raw.id ? -1 : a.raw.id > b.raw.id ? 1 : 0);

/** Index of a city by the spelling used in the catalogue, remembered so that names are compared once. */
export function cityIndex(cities: readonly string[]): (name: string) => number {
  const plain = new Map(cities.map((city, index) => [plainName(city), index]));
  const seen = new Map<string, number>();
  return (name) => {
    const known = seen.get(name);
    if (known !== undefined) return known;
    const index = plain.get(plainName(name)) ?? -1;
    seen.set(name, index);
    return index;
  };
}

/** Of things with one name in one city only the cheapest is kept, since only one of them may be used. */
function withoutTwins<Item extends { identity: string }>(items: Item[]): Item[] {
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(item.identity) && seen.add(item.identity));
}

interface Source {
  request: TripRequest;
  catalogue: Catalogue;
  demands: Demands;
  convert: Convert;
}

function fillStays(source: Source, rooms: CityItems[], indexOf: (name: string) => number): void {
  const unwanted = lodgingKindTest(source.request);
  const avoided = avoidTest(source.request);
  for (const raw of source.catalogue.stays) {
    const city = rooms[indexOf(raw.city)];
    if (city === undefined) continue;
    city.staysKnown = true;
    const one = source.convert(raw.pricePerNight);
    if (one === undefined || stayFault(raw, source.demands) !== undefined) continue;
    if (unwanted(raw) !== undefined || avoided({ name: raw.name }) !== undefined) continue;
    const count = roomsFor(raw, source.demands.people);
    const price = one * count;
    if (price > source.demands.nightMax) continue;
    city.stays.push({ raw, price, rooms: count, minNights: Math.max(1, raw.minNights), at: raw.location });
  }
}

function fillMeals(source: Source, rooms: CityItems[], indexOf: (name: string) => number): void {
  const avoided = avoidTest(source.request);
  const { cuisines, people } = source.demands;
  const diets = dietsKnown(source.catalogue) ? source.demands.diets : [];
  for (const raw of source.catalogue.restaurants) {
    const city = rooms[indexOf(raw.city)];
    const one = city && source.convert(raw.price);
    if (city === undefined || one === undefined) continue;
    if (dietFault(raw, diets) !== undefined || avoided(raw) !== undefined) continue;
    const mask = cuisines.reduce(
      (bits, cuisine, at) => bits | (servesCuisine(raw, cuisine) ? 1 << at : 0),
      0,
    );
    city.meals.push({
      raw,
      identity: identityOf(raw),
      price: one * people,
      cuisines: mask,
      at: raw.location,
    });
  }
}

function fillVisits(source: Source, rooms: CityItems[], indexOf: (name: string) => number): void {
  const avoided = avoidTest(source.request);
  for (const raw of source.catalogue.attractions) {
    const city = rooms[indexOf(raw.city)];
    const one = city && source.convert(raw.price);
    if (city === undefined || one === undefined) continue;
    if (interestFault(raw, source.demands) !== undefined || avoided(raw) !== undefined) continue;
    const price = one * source.demands.people;
    city.visits.push({
      raw,
      identity: identityOf(raw),
      price,
      minutes: Math.max(15, raw.visitMinutes),
      at: raw.location,
    });
  }
}

/** One pass over the catalogue and one sort a list. */
export function cityItems(source: Source, cities: readonly string[]): CityItems[] {
  const indexOf = cityIndex(cities);
  const rooms = cities.map((): CityItems => ({ stays: [], meals: [], visits: [], staysKnown: false }));
  fillStays(source, rooms, indexOf);
  fillMeals(source, rooms, indexOf);
  fillVisits(source, rooms, indexOf);
  for (const city of rooms) {
    city.stays.sort(byPrice);
    city.meals = withoutTwins(city.meals.sort(byPrice));
    city.visits = withoutTwins(city.visits.sort(byPrice));
  }
  return rooms;
}
