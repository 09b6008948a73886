import {
  type Attraction,
  type Catalogue,
  type FlightOffer,
  type GeoPoint,
  type GroundLeg,
  type HouseRule,
  interestTags,
  type Money,
  type OpeningHours,
  type Restaurant,
  type RoomType,
  type Stay,
} from '@travellite/protocol';
import { type Random } from './random.js';

/** What a made-up world is like. */
export interface WorldShape {
  cities: number;
  stays: number;
  restaurants: number;
  attractions: number;
  /** Places have coordinates. */
  located: boolean;
  /** Places have opening hours and closed days. */
  hours: boolean;
  /** First day, and how many days flights are listed for. */
  start: string;
  days: number;
  /** Share of city pairs that have each kind of connection. */
  flights: number;
  ground: number;
  modes?: GroundLeg['mode'][];
}

export const originName = 'Homeville';
const region = 'Testland';
const provenance = { source: 'test', fetchedAt: 0, sample: true };
export const cuisineNames = [
  'italian',
  'french',
  'chinese',
  'mexican',
  'indian',
  'american',
  'mediterranean',
];
const rules: HouseRule[] = ['smoking', 'pets', 'parties', 'children_under_10', 'visitors'];
const rooms: RoomType[] = ['entire_home', 'private_room', 'shared_room'];

export const usd = (dollars: number): Money => ({ amountMinor: Math.round(dollars * 100), currency: 'USD' });

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

function placeNear(random: Random, centre: GeoPoint): GeoPoint {
  return { lat: centre.lat + (random.next() - 0.5) * 0.08, lng: centre.lng + (random.next() - 0.5) * 0.12 };
}

function openingHours(
  random: Random,
  open: [number, number],
  close: [number, number],
  closed: number,
): OpeningHours {
  const hours: OpeningHours = {};
  for (const day of [1, 2, 3, 4, 5, 6, 7] as const) {
    if (random.chance(closed)) continue;
    hours[day] = [{ open: random.int(...open) * 30, close: random.int(...close) * 30 }];
  }
  return hours;
}

function makeStay(random: Random, city: string, at: GeoPoint | undefined, index: number): Stay {
  return {
    ...provenance,
    id: `${city}-stay-${index}`,
    name: `Stay ${index} of ${city}`,
    city,
    ...(at ? { location: placeNear(random, at) } : {}),
    kind: random.pick(['hotel', 'hostel', 'apartment']),
    roomType: random.pick(rooms),
    forbids: random.some(rules, random.int(0, 2)),
    minNights: random.pick([1, 1, 1, 2, 2, 3, 5]),
    capacity: random.int(1, 5),
    pricePerNight: usd(random.int(25, 320)),
    rating: random.int(20, 50) / 10,
  };
}

function makeRestaurant(
  random: Random,
  shape: WorldShape,
  city: string,
  at: GeoPoint | undefined,
  index: number,
): Restaurant {
  return {
    ...provenance,
    id: `${city}-eat-${index}`,
    name: `Table ${index} of ${city}`,
    city,
    ...(at ? { location: placeNear(random, at) } : {}),
    cuisines: random.some(cuisineNames, random.int(1, 3)),
    price: usd(random.int(6, 90)),
    ...(shape.hours ? { hours: openingHours(random, [13, 23], [40, 48], 0.08) } : {}),
    rating: random.int(25, 50) / 10,
  };
}

function makeAttraction(
  random: Random,
  shape: WorldShape,
  city: string,
  at: GeoPoint | undefined,
  index: number,
): Attraction {
  return {
    ...provenance,
    id: `${city}-see-${index}`,
    name: `Sight ${index} of ${city}`,
    city,
    ...(at ? { location: placeNear(random, at) } : {}),
    tags: random.some(interestTags, random.int(1, 3)),
    kind: random.pick(['museum', 'park', 'tower', 'market', 'temple', 'gallery']),
    visitMinutes: random.int(2, 12) * 15,
    price: usd(random.chance(0.4) ? 0 : random.int(3, 45)),
    ...(shape.hours ? { hours: openingHours(random, [16, 22], [33, 44], 0.15) } : {}),
    rating: random.int(25, 50) / 10,
  };
}

function makeFlight(random: Random, from: string, to: string, date: string, index: number): FlightOffer {
  const departs = random.int(5, 19) * 60 + random.int(0, 11) * 5;
  const duration = random.int(60, 240);
  return {
    ...provenance,
    id: `${from}-${to}-${date}-${index}`,
    from,
    to,
    fromAirport: from.slice(0, 3).toUpperCase(),
    toAirport: to.slice(0, 3).toUpperCase(),
    departs: `${date}T${clock(departs)}`,
    arrives: `${date}T${clock(Math.min(1439, departs + duration))}`,
    durationMinutes: Math.min(1439 - departs, duration),
    stops: random.pick([0, 0, 1]),
    carrier: 'TT',
    flightNumber: `TT${random.int(100, 999)}`,
    cabin: random.pick(['economy', 'economy', 'economy', 'business']),
    price: usd(random.int(40, 400)),
  };
}

function makeGround(random: Random, from: string, to: string, mode: GroundLeg['mode']): GroundLeg {
  const perVehicle = mode === 'self_driving' || mode === 'taxi';
  return {
    ...provenance,
    id: `${from}-${to}-${mode}`,
    mode,
    from,
    to,
    durationMinutes: random.int(40, 700),
    price: usd(random.int(10, perVehicle ? 400 : 150)),
    priceScope: perVehicle ? 'per_vehicle' : 'per_person',
    ...(perVehicle ? { vehicleCapacity: mode === 'taxi' ? 4 : 5 } : {}),
  };
}

const times = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** A catalogue of made-up cities in one region, with an origin outside it. */
export function makeWorld(random: Random, shape: WorldShape): Catalogue {
  const names = times(shape.cities, (index) => `Town${String.fromCharCode(65 + index)}`);
  const centres = names.map((_, index) => ({ lat: 40 + index * 0.8, lng: 10 + (index % 3) * 1.1 }));
  const at = (index: number) => (shape.located ? centres[index] : undefined);
  const catalogue: Catalogue = {
    cities: names.map((name, index) => ({
      name,
      region,
      country: 'TL',
      place: { name, kind: 'city' as const, location: centres[index]! },
    })),
    flights: [],
    legs: [],
    stays: names.flatMap((city, index) => times(shape.stays, (n) => makeStay(random, city, at(index), n))),
    restaurants: names.flatMap((city, index) =>
      times(shape.restaurants, (n) => makeRestaurant(random, shape, city, at(index), n)),
    ),
    attractions: names.flatMap((city, index) =>
      times(shape.attractions, (n) => makeAttraction(random, shape, city, at(index), n)),
    ),
  };
  const nodes = [originName, ...names];
  for (const from of nodes) {
    for (const to of nodes) {
      if (from === to) continue;
      for (let day = 0; day < shape.days; day += 1) {
        const count = random.chance(shape.flights) ? random.int(1, 3) : 0;
        for (let n = 0; n < count; n += 1)
          catalogue.flights.push(makeFlight(random, from, to, addDays(shape.start, day), n));
      }
      for (const mode of shape.modes ?? ['train', 'self_driving', 'taxi']) {
        if (random.chance(shape.ground)) catalogue.legs.push(makeGround(random, from, to, mode));
      }
    }
  }
  return catalogue;
}
