import { type Catalogue, type TransportMode, type TripRequest } from '@travellite/protocol';
import { type TripPlan } from '../../index.js';
import { Random } from '../random.js';
import { secondOpinion } from '../second-opinion/second-opinion.js';
import { makeWorld, originName, type WorldShape } from '../world.js';
import { type GoldCase, type Level } from './case.js';
import { knownTrip, type Wanted } from './known-trip.js';

interface LevelShape {
  days: number;
  cities: number;
  of: number;
  places: number;
  wishes: [number, number];
  /** The budget as a multiple of the known trip's cost. */
  slack: number;
  /** How often the known trip takes the cheapest of what there is. */
  thrift: number;
  /** Known trips the cheapest is taken of. */
  tries: number;
}

export const levelShapes: Record<Exclude<Level, 'hand'>, LevelShape> = {
  easy: { days: 3, cities: 1, of: 1, places: 20, wishes: [0, 1], slack: 1.25, thrift: 0.3, tries: 3 },
  medium: { days: 5, cities: 2, of: 5, places: 30, wishes: [1, 2], slack: 1.1, thrift: 0.7, tries: 10 },
  hard: { days: 7, cities: 3, of: 8, places: 45, wishes: [3, 4], slack: 1, thrift: 0.92, tries: 40 },
};

/** A wish that the known trip fulfils. */
type WishMaker = (random: Random, trip: TripPlan, catalogue: Catalogue, request: TripRequest) => void;

const eatenAt = (trip: TripPlan, catalogue: Catalogue) =>
  trip.days.flatMap((day) =>
    day.blocks.flatMap((block) =>
      block.kind === 'meal' ? catalogue.restaurants.filter((one) => one.id === block.item.id) : [],
    ),
  );

const wishMakers: WishMaker[] = [
  (random, trip, catalogue, request) => {
    const served = [...new Set(eatenAt(trip, catalogue).flatMap((one) => one.cuisines))];
    request.cuisines = random.some(served, random.int(1, 3));
  },
  (random, trip, _catalogue, request) => {
    const types = [...new Set(trip.stays.map((stay) => stay.roomType))];
    if (types.length === 1 && random.chance(0.7))
      request.lodging = { ...request.lodging, roomType: types[0]! };
    else if (!types.includes('shared_room'))
      request.lodging = { ...request.lodging, roomType: 'not_shared_room' };
  },
  (random, trip, _catalogue, request) => {
    const allowed = (['pets', 'smoking', 'parties', 'visitors'] as const).filter((rule) =>
      trip.stays.every((stay) => !stay.forbids.includes(rule)),
    );
    request.lodging = { ...request.lodging, allow: random.some(allowed, 1) };
  },
  (random, trip, _catalogue, request) => {
    const seen = trip.days.flatMap((day) =>
      day.blocks.flatMap((block) => (block.kind === 'visit' ? [block.item.name] : [])),
    );
    request.mustSee = random.some(seen, 1);
  },
];

const refuse: WishMaker = (random, trip, _catalogue, request) => {
  const modes: TransportMode[] = ['flight', 'self_driving', 'taxi', 'train'];
  const unused = modes.filter((mode) => trip.legs.every((leg) => leg.mode !== mode));
  request.transport = { refused: random.some(unused, 1) };
};

export const shapeOf = (level: LevelShape, random: Random, start: string): WorldShape => ({
  cities: level.of,
  stays: level.places,
  restaurants: level.places,
  attractions: level.places,
  located: random.chance(0.5),
  hours: random.chance(0.5),
  start,
  days: level.days,
  flights: 0.7,
  ground: 0.7,
});

function cheapestKnown(
  random: Random,
  catalogue: Catalogue,
  wanted: Wanted,
  tries: number,
): TripPlan | undefined {
  let best: TripPlan | undefined;
  for (let left = tries; left > 0; left -= 1) {
    const trip = knownTrip(random, catalogue, wanted);
    if (trip !== undefined && trip.cost.totalMinor < (best?.cost.totalMinor ?? Infinity)) best = trip;
  }
  return best;
}

function plainRequest(catalogue: Catalogue, shape: LevelShape, wanted: Wanted): TripRequest {
  const only = catalogue.cities[0]!.name;
  return {
    origin: { name: originName, kind: 'city' },
    destinations:
      shape.of === 1
        ? [{ name: only, kind: 'city' }]
        : [{ name: 'Testland', kind: 'state', cityCount: shape.cities }],
    dates: { start: wanted.start, days: wanted.days },
    travellers: { adults: wanted.people, children: 0 },
    interests: [],
  };
}

/** A case that can be solved, because a trip is known that fulfils it; undefined when chance made no such trip. */
export function feasibleCase(
  level: Exclude<Level, 'hand'>,
  seed: number,
): (GoldCase & { known: TripPlan }) | undefined {
  const random = new Random(seed * 7919 + level.length);
  const shape = levelShapes[level];
  const start = `2027-0${random.int(1, 9)}-${random.int(10, 28)}`;
  const catalogue = makeWorld(random, shapeOf(shape, random, start));
  const wanted = {
    start,
    days: shape.days,
    people: random.int(1, 6),
    cities: shape.cities,
    thrift: shape.thrift,
  };
  const request = plainRequest(catalogue, shape, wanted);
  const known = cheapestKnown(random, catalogue, wanted, shape.tries);
  if (known === undefined) return undefined;
  for (const make of random.some(wishMakers, random.int(...shape.wishes)))
    make(random, known, catalogue, request);
  if (level === 'hard') refuse(random, known, catalogue, request);
  const amountMinor = Math.ceil(known.cost.totalMinor * shape.slack);
  request.budget = { max: { amountMinor, currency: 'USD' }, scope: 'total', kind: 'max' };
  if (secondOpinion(known, request, catalogue).length > 0) return undefined;
  return { name: `${level} ${seed}`, level, catalogue, request, known };
}

/** So many cases of a level. */
export function feasibleCases(
  level: Exclude<Level, 'hand'>,
  count: number,
): (GoldCase & { known: TripPlan })[] {
  const found: (GoldCase & { known: TripPlan })[] = [];
  for (let seed = 1; found.length < count; seed += 1) {
    const one = feasibleCase(level, seed);
    if (one !== undefined) found.push(one);
  }
  return found;
}
