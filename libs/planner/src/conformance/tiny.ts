import { type Catalogue, type TripRequest } from '@travellite/protocol';
import { Random } from './random.js';
import { cuisineNames, makeWorld, originName, usd } from './world.js';

/** A world small enough to try everything, and a request that is often just possible or just impossible. */
export function tinyCase(seed: number): { catalogue: Catalogue; request: TripRequest } {
  const random = new Random(seed);
  const cities = random.pick([1, 1, 2]);
  const days = random.int(Math.max(1, cities), cities === 1 ? 3 : 4);
  const start = `2027-03-0${random.int(1, 9)}`;
  const outer = random.chance(0.7);
  const catalogue = makeWorld(random, {
    cities,
    stays: random.int(1, 3),
    restaurants: random.int(0, outer ? 5 : 4),
    attractions: random.int(0, 3),
    located: random.chance(0.6),
    hours: random.chance(0.7),
    start,
    days,
    flights: 0.6,
    ground: 0.5,
    modes: random.pick([['train'], ['self_driving', 'taxi'], ['train', 'self_driving']]),
  });
  const wish = catalogue.attractions[0]?.name;
  const request: TripRequest = {
    ...(outer ? { origin: { name: originName, kind: 'city' as const } } : {}),
    destinations: catalogue.cities.map((city) => ({ name: city.name, kind: 'city' as const })),
    dates: { start, days },
    interests: [],
    travellers: { adults: random.int(1, 4), children: 0 },
    ...(random.chance(0.6)
      ? { budget: { max: usd(random.int(2, 20) * 50 * days), scope: 'total' as const, kind: 'max' as const } }
      : {}),
    ...(random.chance(0.4) ? { cuisines: random.some(cuisineNames, random.int(1, 2)) } : {}),
    ...(wish !== undefined && random.chance(0.3) ? { mustSee: [wish] } : {}),
    ...(random.chance(0.3)
      ? {
          lodging: {
            roomType: random.pick(['entire_home', 'private_room', 'not_shared_room'] as const),
            allow: random.chance(0.3) ? ['pets' as const] : [],
          },
        }
      : {}),
    ...(random.chance(0.2)
      ? { transport: { refused: [random.pick(['flight', 'train', 'self_driving'] as const)] } }
      : {}),
  };
  return { catalogue, request };
}
