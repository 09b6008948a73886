import { type PlaceRef, type TripRequest, TravelError } from '@travellite/protocol';
import { createTravelTools } from '../open-travel-tools.js';
import { catalogueFor } from './catalogue-for.js';

const tools = createTravelTools({}, { now: () => Date.UTC(2026, 10, 21) });
const city = (name: string): PlaceRef => ({ name, kind: 'city' });
const dates = { start: '2026-12-15', end: '2026-12-22' };
const request = (more: Partial<TripRequest> = {}): TripRequest => ({
  origin: city('New York'),
  destinations: [city('Paris')],
  interests: ['museums'],
  travellers: { adults: 2, children: 0 },
  budget: { max: { amountMinor: 300_000, currency: 'USD' }, scope: 'total', kind: 'max' },
  ...more,
});
const down = async (): Promise<never> => {
  throw new TravelError('provider_unavailable', 'The flight search is down.');
};

test('a trip to one city gets flights both ways on its days, stays, sights and meals there', async () => {
  const { catalogue, faults, unknown } = await catalogueFor(tools, request(), dates);
  expect(faults).toEqual([]);
  expect(unknown).toEqual([]);
  expect(
    new Set(catalogue.flights.map(({ from, to, departs }) => `${from}-${to} ${departs.slice(0, 10)}`)),
  ).toEqual(new Set(['New York-Paris 2026-12-15', 'Paris-New York 2026-12-22']));
  expect(catalogue.cities.map(({ name, timeZone }) => [name, timeZone])).toEqual([['Paris', 'Europe/Paris']]);
  expect(catalogue.stays.length).toBeGreaterThan(20);
  expect(catalogue.attractions.length).toBeGreaterThan(14);
  expect(catalogue.attractions[0]!.tags).toContain('museums');
  expect(catalogue.restaurants.length).toBeGreaterThan(5);
});

test('rates cover every currency that occurs, based on the budget', async () => {
  const { catalogue } = await catalogueFor(
    tools,
    request({ destinations: [city('Paris'), city('Tokyo')] }),
    dates,
  );
  expect(catalogue.rates?.base).toBe('USD');
  expect(catalogue.rates?.perUnit['USD']).toBe(1);
  const used = [
    ...[...catalogue.flights, ...catalogue.legs, ...catalogue.attractions].map(({ price }) => price.currency),
    ...catalogue.stays.map(({ pricePerNight }) => pricePerNight.currency),
  ];
  expect(used.filter((code) => catalogue.rates?.perUnit[code] === undefined)).toEqual([]);
});

test('cities that a fast train joins get legs both ways, and flights only from and to home', async () => {
  const { catalogue } = await catalogueFor(
    tools,
    request({ destinations: [city('Paris'), city('London')] }),
    dates,
  );
  const modes = (from: string, to: string) =>
    catalogue.legs.filter((leg) => leg.from === from && leg.to === to).map(({ mode }) => mode);
  expect(modes('Paris', 'London')).toContain('train');
  expect(modes('London', 'Paris')).toEqual(modes('Paris', 'London'));
  expect(catalogue.flights.filter(({ from }) => from === 'Paris').every(({ to }) => to === 'New York')).toBe(
    true,
  );
});

test('cities far apart get flights on the days between', async () => {
  const { catalogue } = await catalogueFor(
    tools,
    request({ destinations: [city('Paris'), city('Tokyo')] }),
    dates,
  );
  const days = catalogue.flights
    .filter(({ from, to }) => from === 'Paris' && to === 'Tokyo')
    .map(({ departs }) => departs.slice(0, 10));
  expect(new Set(days)).toEqual(
    new Set(['2026-12-16', '2026-12-17', '2026-12-18', '2026-12-19', '2026-12-20', '2026-12-21']),
  );
});

test('refused transport is not looked up', async () => {
  const transport = { refused: ['flight', 'self_driving'] as ('flight' | 'self_driving')[] };
  const { catalogue } = await catalogueFor(tools, request({ origin: city('Berlin'), transport }), dates);
  expect(catalogue.flights).toEqual([]);
  expect(catalogue.legs.map(({ mode }) => mode)).not.toContain('self_driving');
  expect(catalogue.legs.length).toBeGreaterThan(0);
});

test('a state becomes candidate cities that carry its name', async () => {
  const { catalogue } = await catalogueFor(
    tools,
    request({
      origin: city('Chicago'),
      destinations: [{ name: 'Virginia', kind: 'state', country: 'US', cityCount: 2 }],
    }),
    dates,
  );
  expect(catalogue.cities).toHaveLength(5);
  expect(catalogue.cities.map(({ region }) => region)).toEqual(Array(5).fill('Virginia'));
});

test('a town without known places gets ideas that are marked as samples', async () => {
  const { catalogue } = await catalogueFor(tools, request({ destinations: [city('Roanoke')] }), dates);
  expect(catalogue.attractions.length).toBeGreaterThan(5);
  expect(catalogue.attractions.every(({ sample, source }) => sample && source === 'general ideas')).toBe(
    true,
  );
});

test('a destination nobody knows is named', async () => {
  const { catalogue, unknown } = await catalogueFor(
    tools,
    request({ destinations: [city('Xyzzyville')] }),
    dates,
  );
  expect(unknown).toEqual(['Xyzzyville']);
  expect(catalogue.cities).toEqual([]);
});

test('without an origin there are no flights, everything else is there', async () => {
  const { catalogue } = await catalogueFor(tools, request({ origin: undefined }), dates);
  expect(catalogue.flights).toEqual([]);
  expect(catalogue.stays.length).toBeGreaterThan(0);
});

test('a tool that is down leaves a gap and is named once', async () => {
  const broken = { ...tools, flights: { source: 'broken', search: down } };
  const { catalogue, faults } = await catalogueFor(broken, request(), dates);
  expect(catalogue.flights).toEqual([]);
  expect(catalogue.stays.length).toBeGreaterThan(0);
  expect(faults.map(({ tool, error }) => [tool, error.code])).toEqual([['flights', 'provider_unavailable']]);
});

test('an abort ends it', async () => {
  await expect(catalogueFor(tools, request(), dates, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'cancelled',
  });
});

test('the number of flight searches is bounded', async () => {
  let searches = 0;
  const counting: typeof tools = {
    ...tools,
    flights: { source: 'counting', search: async (query) => ((searches += 1), tools.flights.search(query)) },
  };
  const destinations = ['Paris', 'Tokyo', 'Lima', 'Sydney', 'Nairobi'].map(city);
  await catalogueFor(
    counting,
    request({ destinations }),
    { start: '2027-01-01', end: '2027-01-14' },
    { maxFlightSearches: 40 },
  );
  expect(searches).toBeLessThanOrEqual(40);
  expect(searches).toBeGreaterThan(25);
});
