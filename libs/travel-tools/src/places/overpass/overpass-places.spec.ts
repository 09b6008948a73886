import { placeSearchContract } from '../../conformance/place-search-contract.js';
import { hastyCalls, remoteContract } from '../../conformance/remote-contract.js';
import { worldGazetteer } from '../../gazetteer/open-gazetteer.js';
import { type CallLimits } from '../../remote/provider-calls.js';
import { overpassErrors, startOverpassStandIn } from '../../stand-in/overpass-stand-in.js';
import { createOverpassPlaces } from './overpass-places.js';

const now = () => Date.UTC(2026, 10, 21, 12);
const city = { name: 'Lyon', kind: 'city' } as const;

async function open(limits: Partial<CallLimits> = {}) {
  const server = await startOverpassStandIn();
  const calls = hastyCalls('overpass', 'place search', now, limits);
  const search = createOverpassPlaces({ url: `${server.url}/api/interpreter` }, calls, worldGazetteer(), now);
  return {
    server,
    search,
    city,
    tag: 'museums',
    cuisine: 'italian',
    sample: false,
    close: () => server.close(),
  };
}

placeSearchContract('Overpass', () => open());

remoteContract('Overpass', async (limits) => {
  const { server, search, close } = await open(limits);
  return {
    ask: (options) => search.attractions({ city }, options),
    server,
    searches: () => server.requests.length,
    errors: {
      badRequest: overpassErrors.badRequest(),
      unauthorized: overpassErrors.unauthorized(),
      tooMany: overpassErrors.tooMany,
      server: overpassErrors.server(),
      serverMayRetry: true,
    },
    close,
  };
});

test('sights: names in English, said prices and hours, estimates marked, twins and the unplaced left out', async () => {
  const { search, close } = await open();
  const places = await search.attractions({ city });
  expect(places.map(({ name }) => name)).toEqual([
    'Museum of Fine Arts',
    'Parc de la Tête d’Or',
    'Basilica',
    'Zoo de Lyon',
  ]);
  const [museum, park, basilica, zoo] = places;
  expect(museum).toMatchObject({ price: { amountMinor: 800, currency: 'EUR' }, visitMinutes: 105 });
  expect(museum!.hours?.[2]).toBeUndefined();
  expect(museum).not.toHaveProperty('description');
  expect(park).toMatchObject({ price: { amountMinor: 0 }, location: { lat: 45.778, lng: 4.853 } });
  expect(basilica).not.toHaveProperty('hours');
  expect(zoo).toMatchObject({ address: 'Rue A 7', description: expect.stringContaining('estimate') });
  expect(zoo!.price.amountMinor).toBeGreaterThan(500);
  await close();
});

test('restaurants: every cuisine they name, diets they serve', async () => {
  const { search, close } = await open();
  const places = await search.restaurants({ city });
  expect(places.map(({ name, cuisines, diets }) => [name, cuisines, diets])).toEqual([
    ['Bouchon', ['lyonnais', 'french'], undefined],
    ['Napoli', ['italian'], ['vegetarian', 'vegan']],
  ]);
  await close();
});

test('running out of time is an outage although the status is 200', async () => {
  const { search, server, close } = await open();
  server.next(overpassErrors.outOfTime());
  expect((await search.attractions({ city })).length).toBeGreaterThan(0);
  expect(server.requests).toHaveLength(2);
  await close();
});
