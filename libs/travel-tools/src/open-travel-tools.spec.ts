import { catalogueFor } from './catalogue/catalogue-for.js';
import { createLangChainTools } from './langchain/langchain-tools.js';
import { createTravelTools } from './open-travel-tools.js';
import { amadeusCredentials, AmadeusStandIn } from './stand-in/amadeus-stand-in.js';
import { duffelToken, startDuffelStandIn } from './stand-in/duffel-stand-in.js';

const now = () => Date.UTC(2026, 10, 21, 12);
const city = (name: string) => ({ name, kind: 'city' }) as const;

test('without providers nothing is asked of a network and every source is named', () => {
  const tools = createTravelTools({}, { now });
  const { flights, stays, places, activities, weather, legs, currency } = tools;
  expect([flights, stays, places, activities, weather, legs, currency].map(({ source }) => source)).toEqual([
    'sample',
    'sample',
    'curated',
    'curated',
    'climate normals',
    'sample',
    'reference rates',
  ]);
  expect(tools.health()).toEqual([]);
});

test('providers take the places they are configured for', () => {
  const tools = createTravelTools(
    {
      amadeus: { ...amadeusCredentials, baseUrl: 'http://127.0.0.1:9' },
      duffel: { token: 't' },
      openMeteo: {},
      overpass: { url: 'http://127.0.0.1:9/api/interpreter' },
      openTripMap: { apiKey: 'k' },
    },
    { now },
  );
  expect(tools.flights.source).toBe('amadeus, duffel');
  expect(tools.stays.source).toBe('amadeus');
  expect(tools.places.source).toBe('curated, openstreetmap, opentripmap');
  expect(tools.activities.source).toBe('amadeus, curated');
  expect(tools.weather.source).toBe('open-meteo');
  expect(tools.health()).toHaveLength(7);
});

test('a provider that is down costs its part of the catalogue and opens its own circuit only', async () => {
  const limits = { attempts: 1, backoffMs: 1, breaker: { threshold: 1, coolMs: 60_000 } };
  const amadeus = { ...amadeusCredentials, baseUrl: 'http://127.0.0.1:9' };
  const tools = createTravelTools({ amadeus }, { now, limits });
  const request = { origin: city('New York'), destinations: [city('Paris')], interests: [] };
  const { catalogue, faults } = await catalogueFor(tools, request, {
    start: '2026-12-15',
    end: '2026-12-22',
  });
  expect(faults.map(({ tool, error }) => [tool, error.code])).toEqual(
    expect.arrayContaining([
      ['flights', 'provider_unavailable'],
      ['stays', 'provider_unavailable'],
    ]),
  );
  expect(catalogue.flights).toEqual([]);
  expect(catalogue.attractions.length).toBeGreaterThan(14);
  const states = tools.health().map(({ service, state }) => `${service} ${state}`);
  expect(states).toEqual(['flight search open', 'activity search closed', 'hotel search open']);
});

test('two flight providers are asked and their offers carry who made them', async () => {
  const [amadeus, duffel] = await Promise.all([
    AmadeusStandIn.start('2026-11-21'),
    startDuffelStandIn('2026-11-21'),
  ]);
  const tools = createTravelTools(
    {
      amadeus: { ...amadeusCredentials, baseUrl: amadeus.server.url },
      duffel: { token: duffelToken, baseUrl: duffel.url },
    },
    { now },
  );
  const search = createLangChainTools(tools).find(({ name }) => name === 'searchFlights')!;
  const answer = JSON.parse(
    String(await search.invoke({ from: 'Berlin', to: 'Lisbon', date: '2026-12-15', adults: 1 })),
  ) as { source: string; sample: boolean }[];
  expect(new Set(answer.map(({ source }) => source))).toEqual(new Set(['amadeus', 'duffel']));
  expect(answer.every(({ sample }) => !sample)).toBe(true);
  await Promise.all([amadeus.server.close(), duffel.close()]);
});
