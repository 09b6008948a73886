import { type Catalogue, type TripRequest } from '@travellite/protocol';
import { type TripPlan } from '../../index.js';
import { originName } from '../world.js';
import { type GoldCase, type Level, type Obstacle } from './case.js';
import { feasibleCases } from './feasible.js';

/** Spoils a case that can be solved, in a way of which it is certain what then stands in the way. */
interface Spoiler {
  name: string;
  spoil: (catalogue: Catalogue, request: TripRequest, known: TripPlan) => Obstacle | undefined;
}

const byPrice = (a: number, b: number) => a - b;

/** No trip costs less: the cheapest legs out and back, bed and meals of the whole days, each without regard to anything else. */
function lowerBound(catalogue: Catalogue, request: TripRequest): number {
  const people = request.travellers!.adults;
  const { days } = request.dates as { days: number };
  const stops = request.destinations[0]!.cityCount ?? 1;
  const cheapest = (touches: (leg: { from: string; to: string }) => boolean) =>
    Math.min(
      ...catalogue.flights.filter(touches).map((one) => one.price.amountMinor * people),
      ...catalogue.legs
        .filter(touches)
        .map(
          (one) =>
            one.price.amountMinor *
            (one.priceScope === 'per_person' ? people : Math.ceil(people / one.vehicleCapacity!)),
        ),
    );
  const bed = Math.min(
    ...catalogue.stays.map((one) => one.pricePerNight.amountMinor * Math.ceil(people / one.capacity)),
  );
  const meals = catalogue.restaurants.map((one) => one.price.amountMinor * people).sort(byPrice);
  const whole = Math.max(0, days - stops - 1);
  return (
    cheapest((leg) => leg.from === originName) +
    cheapest((leg) => leg.to === originName) +
    bed * (days - 1) +
    meals.slice(0, whole * 3).reduce((sum, price) => sum + price, 0)
  );
}

const spoilers: Spoiler[] = [
  {
    name: 'too little money',
    spoil: (catalogue, request) => {
      const max = { amountMinor: Math.floor(lowerBound(catalogue, request) * 0.97), currency: 'USD' };
      request.budget = { ...request.budget!, max };
      return { codes: ['budget'], helps: ['budget'] };
    },
  },
  {
    name: 'a kitchen that nobody has',
    spoil: (_catalogue, request) => {
      request.cuisines = [...(request.cuisines ?? []), 'ethiopian'];
      return { codes: ['cuisine'], subject: 'ethiopian', helps: ['cuisine'] };
    },
  },
  {
    name: 'a sight that never opens',
    spoil: (catalogue, request) => {
      const sight = catalogue.attractions.find((one) => one.city === catalogue.cities[0]!.name)!;
      sight.hours = {};
      sight.name = 'The Sealed Tower';
      request.mustSee = ['Sealed Tower'];
      return { codes: ['must_see'], subject: 'Sealed Tower', helps: ['must_see'] };
    },
  },
  {
    name: 'a sight that nobody knows',
    spoil: (_catalogue, request) => {
      request.mustSee = ['Colossus of Nowhere'];
      return { codes: ['must_see'], subject: 'Colossus of Nowhere', helps: ['must_see'] };
    },
  },
  {
    name: 'no flights where only flights go',
    spoil: (catalogue, request, known) => {
      if (!known.legs.every((leg) => leg.mode === 'flight') || request.transport?.refused?.length)
        return undefined;
      catalogue.legs = [];
      request.transport = { refused: ['flight'] };
      return { codes: ['transport_refused'], subject: 'flight', helps: ['transport_refused'] };
    },
  },
  {
    name: 'direct flights only where all stop',
    spoil: (catalogue, request, known) => {
      if (!known.legs.every((leg) => leg.mode === 'flight') || request.transport?.refused?.length)
        return undefined;
      catalogue.legs = [];
      for (const flight of catalogue.flights) flight.stops = 1;
      request.transport = { directOnly: true };
      return { codes: ['direct_only'], helps: ['direct_only'] };
    },
  },
  {
    name: 'a room type that nobody has',
    spoil: (catalogue, request) => {
      for (const stay of catalogue.stays) stay.roomType = 'private_room';
      request.lodging = { roomType: 'entire_home' };
      return { codes: ['room_type'], subject: 'entire_home', helps: ['room_type'] };
    },
  },
  {
    name: 'pets where nobody takes them',
    spoil: (catalogue, request) => {
      for (const stay of catalogue.stays) stay.forbids = [...new Set([...stay.forbids, 'pets' as const])];
      request.lodging = { allow: ['pets'] };
      return { codes: ['house_rules'], subject: 'pets', helps: ['house_rules'] };
    },
  },
  {
    name: 'stars that nobody has',
    spoil: (catalogue, request) => {
      for (const stay of catalogue.stays) stay.rating = 3;
      request.lodging = { ...request.lodging, minStars: 4 };
      return { codes: ['stars'], helps: ['stars'] };
    },
  },
  {
    name: 'longer stays than the trip',
    spoil: (catalogue, request) => {
      if (request.destinations[0]!.kind !== 'city') return undefined;
      for (const stay of catalogue.stays) stay.minNights = request.dates!.days! + 1;
      delete request.budget;
      delete request.transport;
      return { codes: ['minimum_nights'], helps: ['day_count'] };
    },
  },
  {
    name: 'a diet that nobody serves',
    spoil: (catalogue, request) => {
      for (const place of catalogue.restaurants) place.diets = [];
      for (const place of catalogue.restaurants)
        place.cuisines = place.cuisines.filter((one) => one !== 'vegan');
      request.diets = ['vegan'];
      // Without a restaurant that suits, no meal is possible and none is due: only a kitchen asked for shows it.
      request.cuisines = ['italian'];
      return { codes: ['cuisine', 'diet'], helps: ['cuisine', 'diet'] };
    },
  },
  {
    name: 'more cities than there are',
    spoil: (catalogue, request) => {
      const count = catalogue.cities.length + 2;
      request.destinations = [{ name: 'Testland', kind: 'state', cityCount: count }];
      return { codes: ['city_count'], helps: ['city_count'] };
    },
  },
  {
    name: 'a city that nobody knows',
    spoil: (_catalogue, request) => {
      request.destinations = [...request.destinations, { name: 'Atlantis', kind: 'city' }];
      return { codes: ['unknown_city'], subject: 'Atlantis', helps: ['route'] };
    },
  },
  {
    name: 'a day that has passed',
    spoil: (_catalogue, request) => {
      request.dates = { ...request.dates, start: '2025-05-01' };
      return { codes: ['dates'], helps: [] };
    },
  },
  {
    name: 'no way back',
    spoil: (catalogue) => {
      catalogue.flights = catalogue.flights.filter((one) => one.to !== originName);
      catalogue.legs = catalogue.legs.filter((one) => one.to !== originName);
      return { codes: ['leg_missing'], helps: ['leg_missing'] };
    },
  },
  {
    name: 'a kitchen too dear for the budget',
    spoil: (catalogue, request, known) => {
      for (const place of catalogue.restaurants) {
        if (!place.cuisines.includes('french')) continue;
        place.price = { amountMinor: known.cost.totalMinor * 2, currency: 'USD' };
      }
      request.cuisines = ['french'];
      return { codes: ['cuisine', 'budget'], helps: ['cuisine', 'budget'] };
    },
  },
];

/** The known trip must not fall with the spoiling, or more would stand in the way than is expected. */
const untouched: Record<string, (known: TripPlan, catalogue: Catalogue) => boolean> = {
  'a sight that never opens': (known, catalogue) =>
    known.days.every((day) =>
      day.blocks.every(
        (block) =>
          block.kind !== 'visit' ||
          block.item.id !== catalogue.attractions.find((one) => one.city === catalogue.cities[0]!.name)!.id,
      ),
    ),
  'a kitchen too dear for the budget': (known, catalogue) =>
    known.days.every((day) =>
      day.blocks.every(
        (block) =>
          block.kind !== 'meal' ||
          !catalogue.restaurants.find((one) => one.id === block.item.id)!.cuisines.includes('french'),
      ),
    ),
};

/** Cases that cannot be solved: every way of spoiling on every level, as often as it goes. */
export function infeasibleCases(perLevel: number): GoldCase[] {
  const levels: Exclude<Level, 'hand'>[] = ['easy', 'medium', 'hard'];
  return levels.flatMap((level) =>
    feasibleCases(level, perLevel).flatMap((base, index): GoldCase[] => {
      for (let turn = 0; turn < spoilers.length; turn += 1) {
        const spoiler = spoilers[(index + turn) % spoilers.length]!;
        if (untouched[spoiler.name]?.(base.known, base.catalogue) === false) continue;
        const { catalogue, request } = structuredClone({ catalogue: base.catalogue, request: base.request });
        const obstacle = spoiler.spoil(catalogue, request, base.known);
        if (obstacle !== undefined)
          return [{ name: `${base.name}, ${spoiler.name}`, level, catalogue, request, obstacle }];
      }
      return [];
    }),
  );
}
