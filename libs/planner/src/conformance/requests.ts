import {
  type Catalogue,
  type HouseRule,
  interestTags,
  type TransportMode,
  type TripRequest,
} from '@travellite/protocol';
import { type Random } from './random.js';
import { addDays, cuisineNames, originName, usd } from './world.js';

const maybe = <Value>(random: Random, share: number, make: () => Value): Value | undefined =>
  random.chance(share) ? make() : undefined;

/** Any request that could be made in such a world: every field may be there or not. */
export function anyRequest(random: Random, catalogue: Catalogue, start: string, days: number): TripRequest {
  const cities = catalogue.cities.map((city) => city.name);
  const region = random.chance(0.3);
  const count = random.int(1, Math.min(3, cities.length, Math.max(1, days - 1)));
  const named = random.some(cities, count).map((name) => ({ name, kind: 'city' as const }));
  const area = [
    { name: 'Testland', kind: 'state' as const, ...(random.chance(0.7) ? { cityCount: count } : {}) },
  ];
  const nights = random.chance(0.15) ? { nights: days } : {};
  const window = { window: { from: start, to: addDays(start, days - 1 + random.int(0, 3)) }, days };
  const rules: HouseRule[] = ['smoking', 'pets', 'parties', 'visitors'];
  const modes: TransportMode[] = ['flight', 'train', 'self_driving', 'taxi'];
  return {
    ...(random.chance(0.75) ? { origin: { name: originName, kind: 'city' as const } } : {}),
    destinations: region ? area : named,
    dates: random.chance(0.15) ? window : { start, days, ...nights },
    budget: maybe(random, 0.6, () => ({
      max: usd(random.int(3, 40) * 50 * days),
      scope: random.pick(['total', 'total', 'per_person', 'per_day', 'per_night'] as const),
      kind: 'max' as const,
    })),
    travellers: { adults: random.int(1, 5), children: random.pick([0, 0, 0, 1, 2]) },
    interests: random.some(interestTags, random.int(0, 3)),
    avoidInterests: maybe(random, 0.1, () => [random.pick(interestTags)]),
    pace: maybe(random, 0.5, () => random.pick(['relaxed', 'balanced', 'packed'] as const)),
    cuisines: maybe(random, 0.4, () => random.some(cuisineNames, random.int(1, 4))),
    lodging: maybe(random, 0.4, () => ({
      roomType: random.pick([
        'entire_home',
        'private_room',
        'shared_room',
        'not_shared_room',
        undefined,
      ] as const),
      allow: random.some(rules, random.int(0, 1)),
      avoid: maybe(random, 0.2, () => ['hostels']),
      minStars: maybe(random, 0.15, () => random.int(2, 3)),
    })),
    transport: maybe(random, 0.35, () => ({
      refused: random.some(modes, 1),
      directOnly: random.chance(0.2),
      cabin: maybe(random, 0.1, () => 'economy' as const),
    })),
    mustSee: maybe(random, 0.25, () => [random.pick(catalogue.attractions)?.name ?? 'Nothing']),
    avoid: maybe(random, 0.2, () => [random.pick(catalogue.restaurants)?.name ?? 'Nothing']),
  };
}
