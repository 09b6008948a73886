import {
  type Catalogue,
  type FlightOffer,
  type GroundLeg,
  type HouseRule,
  type RoomType,
  type TripRequest,
} from '@travellite/protocol';
import { Random } from './random.js';
import { addDays, cuisineNames, usd } from './world.js';

/**
 * Round trips from a home city to one, two or three cities of a state: flights by date, driving and taxi by distance, rooms with house
 * rules, least nights and most guests, restaurants by kitchen and average price, sights without hours or price.
 */
export interface StateTrip {
  catalogue: Catalogue;
  request: TripRequest;
}

const provenance = { source: 'test', fetchedAt: 0, sample: true };
const home = 'Home';
const state = 'Testland';
const rules: HouseRule[] = ['smoking', 'pets', 'parties', 'children_under_10', 'visitors'];
const roomTypes: RoomType[] = ['entire_home', 'private_room', 'shared_room'];
const clock = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** So few pairs have flights, and so many a road, that the way matters. */
const flightShare = 0.55;
const roadShare = 0.85;

function flightsOf(random: Random, from: string, to: string, dates: string[]): FlightOffer[] {
  if (!random.chance(flightShare)) return [];
  return dates.flatMap((date) =>
    Array.from({ length: random.int(0, 3) }, (_, number): FlightOffer => {
      const departs = random.int(60, 260) * 5;
      const minutes = random.int(12, 30) * 5;
      return {
        ...provenance,
        id: `F${from}${to}${date}${number}`,
        from,
        to,
        fromAirport: from,
        toAirport: to,
        departs: `${date}T${clock(Math.min(departs, 1435 - minutes))}`,
        arrives: `${date}T${clock(Math.min(departs + minutes, 1435))}`,
        durationMinutes: minutes,
        stops: 0,
        carrier: 'Test Air',
        flightNumber: `F${number}`,
        cabin: 'economy',
        price: usd(random.int(60, 420)),
      };
    }),
  );
}

/** Both ways are equally long; a car takes five, a taxi four. */
function roadsOf(random: Random, one: string, other: string): GroundLeg[] {
  if (!random.chance(roadShare)) return [];
  const km = random.int(80, 1100);
  const ways = [
    { mode: 'self_driving', price: usd(Math.round(km * 0.05)), vehicleCapacity: 5 },
    { mode: 'taxi', price: usd(km), vehicleCapacity: 4 },
  ] as const;
  return ways.flatMap((way) =>
    [
      [one, other],
      [other, one],
    ].map(([from, to]): GroundLeg => ({
      ...provenance,
      ...way,
      id: `${way.mode}-${from}-${to}`,
      from: from!,
      to: to!,
      durationMinutes: Math.round(km * 0.65),
      distanceKm: km,
      priceScope: 'per_vehicle',
    })),
  );
}

function sandbox(random: Random, cities: string[], dates: string[]): Catalogue {
  const all = [home, ...cities];
  const pairs = all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other] as const));
  const many = (count: number) => Array.from({ length: count }, (_, at) => at);
  return {
    cities: cities.map((name) => ({ name, region: state })),
    flights: pairs.flatMap(([one, other]) => [
      ...flightsOf(random, one, other, dates),
      ...flightsOf(random, other, one, dates),
    ]),
    legs: pairs.flatMap(([one, other]) => roadsOf(random, one, other)),
    stays: cities.flatMap((city) =>
      many(random.int(6, 30)).map((at) => ({
        ...provenance,
        id: `${city}-stay-${at}`,
        name: `Stay ${at} of ${city}`,
        city,
        kind: 'apartment',
        roomType: random.pick(roomTypes),
        forbids: random.some(rules, random.int(0, 3)),
        minNights: random.pick([1, 1, 1, 2, 2, 3, 4, 7, 30]),
        capacity: random.int(1, 8),
        pricePerNight: usd(random.int(50, 1200)),
        rating: random.int(1, 5),
      })),
    ),
    restaurants: cities.flatMap((city) =>
      many(random.int(18, 60)).map((at) => ({
        ...provenance,
        id: `${city}-eat-${at}`,
        name: `Table ${at} of ${city}`,
        city,
        cuisines: random.some(cuisineNames, random.int(1, 4)),
        price: usd(random.int(10, 100)),
        rating: random.int(20, 50) / 10,
      })),
    ),
    attractions: cities.flatMap((city) =>
      many(random.int(6, 20)).map((at) => ({
        ...provenance,
        id: `${city}-see-${at}`,
        name: `Sight ${at} of ${city}`,
        city,
        tags: [],
        kind: 'sight',
        visitMinutes: 90,
        price: usd(0),
        location: { lat: 40 + random.next() * 0.1, lng: -90 + random.next() * 0.1 },
      })),
    ),
  };
}

function wishes(random: Random): Pick<TripRequest, 'lodging' | 'cuisines' | 'transport'> {
  const some = <Value>(share: number, make: () => Value) => (random.chance(share) ? make() : undefined);
  return {
    lodging: {
      roomType: some(0.5, () => random.pick([...roomTypes, 'not_shared_room'] as const)),
      allow: some(0.4, () => [random.pick(rules)]),
    },
    cuisines: some(0.5, () => random.some(cuisineNames, random.int(1, 4))),
    transport: { refused: some(0.4, () => [random.pick(['flight', 'self_driving'] as const)]) },
  };
}

/** A trip of three days to one city, five to two or seven to three, for one to eight people. Without a budget. */
export function stateTrip(seed: number): StateTrip {
  const random = new Random(seed);
  const [days, count] = random.pick([
    [3, 1],
    [5, 2],
    [7, 3],
  ] as const);
  const start = '2027-03-08';
  const dates = Array.from({ length: days }, (_, day) => addDays(start, day));
  const cities = Array.from({ length: count === 1 ? 1 : random.int(count, 8) }, (_, at) => `City ${at + 1}`);
  const catalogue = sandbox(random, cities, dates);
  return {
    catalogue,
    request: {
      origin: { name: home, kind: 'city' },
      destinations:
        count === 1
          ? [{ name: cities[0]!, kind: 'city' }]
          : [{ name: state, kind: 'state', cityCount: count }],
      dates: { start, end: addDays(start, days - 1), days, nights: days - 1 },
      travellers: { adults: random.int(1, 8), children: 0 },
      interests: [],
      ...wishes(random),
    },
  };
}
