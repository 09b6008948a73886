import { type Attraction, TravelError } from '@travellite/protocol';
import { worldGazetteer } from '../../gazetteer/open-gazetteer.js';
import { createCuratedPlaces } from '../curated/curated-places.js';
import { type PlaceSearch } from '../port.js';
import { createCombinedPlaces } from './combined-places.js';

const curated = createCuratedPlaces(worldGazetteer());
const paris = { name: 'Paris', kind: 'city' } as const;
const roanoke = { name: 'Roanoke', kind: 'city' } as const;
const sight = (name: string): Attraction => ({
  id: name,
  name,
  city: 'Roanoke',
  tags: ['parks'],
  kind: 'park',
  visitMinutes: 60,
  price: { amountMinor: 0, currency: 'USD' },
  source: 'other',
  sample: false,
  fetchedAt: 1,
});
const other = (answer: () => Promise<Attraction[]>): PlaceSearch & { asked: number } => {
  const source = {
    source: 'other',
    asked: 0,
    attractions: () => ((source.asked += 1), answer()),
    restaurants: () => Promise.resolve([]),
  };
  return source;
};
const down = () => Promise.reject(new TravelError('provider_unavailable', 'It is down.'));

test('a city of the data set costs no request', async () => {
  const next = other(async () => [sight('Elsewhere')]);
  const places = await createCombinedPlaces([curated, next]).attractions({ city: paris });
  expect(places.length).toBeGreaterThan(14);
  expect(next.asked).toBe(0);
});

test('another city is asked for at the next source', async () => {
  const places = createCombinedPlaces([curated, other(async () => [sight('Mill Mountain')])]);
  expect((await places.attractions({ city: roanoke })).map(({ name }) => name)).toEqual(['Mill Mountain']);
});

test('places of one name are taken once, from the first that has them', async () => {
  const [a, b] = [
    other(async () => [sight('One')]),
    other(async () => [{ ...sight('One'), id: 'x' }, sight('Two')]),
  ];
  const places = await createCombinedPlaces([curated, a, b]).attractions({ city: roanoke });
  expect(places.map(({ id }) => id)).toEqual(['One', 'Two']);
});

test('one source that fails is passed over', async () => {
  const places = createCombinedPlaces([curated, other(down), other(async () => [sight('Two')])]);
  expect((await places.attractions({ city: roanoke })).map(({ name }) => name)).toEqual(['Two']);
});

test('when nobody answered the failure is told', async () => {
  await expect(
    createCombinedPlaces([curated, other(down)]).attractions({ city: roanoke }),
  ).rejects.toMatchObject({ code: 'provider_unavailable' });
});

test('an abort is not passed over', async () => {
  const next = other(async () => [sight('One')]);
  const places = createCombinedPlaces([curated, next]);
  await expect(places.attractions({ city: roanoke }, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'cancelled',
  });
  expect(next.asked).toBe(0);
});
