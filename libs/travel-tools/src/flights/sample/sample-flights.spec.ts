import { type FlightOffer, type PlaceRef } from '@travellite/protocol';
import fc from 'fast-check';
import { flightSearchContract } from '../../conformance/flight-search-contract.js';
import { worldGazetteer } from '../../gazetteer/open-gazetteer.js';
import { addDays } from '../../geo/time-zones.js';
import { createSampleFlights } from './sample-flights.js';

const now = () => Date.UTC(2026, 10, 21, 12);
const flights = createSampleFlights(worldGazetteer(), now);
const place = (name: string): PlaceRef => ({ name, kind: 'city' });
const search = (from: string, to: string, date: string, more = {}) =>
  flights.search({ from: place(from), to: place(to), date, adults: 1, ...more });

flightSearchContract('sample flights', async () => ({
  search: flights,
  query: { from: place('New York'), to: place('Paris'), date: '2026-12-15', adults: 2 },
  sample: true,
  now,
}));

test('the same question gives the same flights', async () => {
  expect(await search('Rome', 'Tokyo', '2027-03-28')).toEqual(await search('Rome', 'Tokyo', '2027-03-28'));
});

test('another day gives other fares', async () => {
  const cheapest = async (date: string): Promise<number> =>
    (await search('Rome', 'Tokyo', date))[0]!.price.amountMinor;
  const fares = await Promise.all(
    Array.from({ length: 7 }, (_, day) => cheapest(addDays('2027-03-22', day))),
  );
  expect(new Set(fares).size).toBeGreaterThan(3);
});

test.each([
  ['New York', 'Paris', 200, 700],
  ['Los Angeles', 'Tokyo', 250, 900],
  ['London', 'Paris', 40, 150],
  ['Berlin', 'Rome', 50, 250],
  ['Sydney', 'London', 400, 1500],
])('%s to %s costs between %d and %d dollars', async (from, to, least, most) => {
  for (const { price } of await search(from, to, '2027-05-11')) {
    expect(price.amountMinor / 100).toBeGreaterThan(least);
    expect(price.amountMinor / 100).toBeLessThan(most);
  }
});

test('eastward over the ocean one lands the next day, westward over the date line on the same or the one before', async () => {
  const [east] = await search('New York', 'Paris', '2026-12-15', { directOnly: true });
  expect(east!.durationMinutes).toBeGreaterThan(6 * 60);
  expect(east!.durationMinutes).toBeLessThan(9 * 60);
  const west = await search('Tokyo', 'Los Angeles', '2027-01-10', { directOnly: true });
  for (const { arrives } of west) expect(arrives.slice(0, 10) <= '2027-01-10').toBe(true);
});

test('carriers cannot be mistaken for real ones', async () => {
  for (const { carrier } of await search('Lyon', 'Prague', '2027-04-01')) expect(carrier).toMatch(/^Sample /);
});

test('every airport of a city counts', async () => {
  const offers = await search('New York', 'London', '2027-04-01', { limit: 30 });
  expect(new Set(offers.map(({ fromAirport }) => fromAirport)).size).toBeGreaterThan(1);
});

test('direct and one-stop flights are both offered on long routes', async () => {
  const stops = (await search('Chicago', 'Rome', '2027-04-01')).map((offer: FlightOffer) => offer.stops);
  expect(new Set(stops)).toEqual(new Set([0, 1]));
});

test('cities that share their airport have no flights between them', async () => {
  expect(await search('Osaka', 'Kyoto', '2027-04-01')).toEqual([]);
});

test('business class costs more than economy', async () => {
  const [economy] = await search('Madrid', 'New York', '2027-04-01');
  const [business] = await search('Madrid', 'New York', '2027-04-01', { cabin: 'business' });
  expect(business!.price.amountMinor).toBeGreaterThan(economy!.price.amountMinor * 2);
});

test('prices come in the wished currency, yen without cents', async () => {
  const [offer] = await search('Paris', 'Tokyo', '2027-04-01', { currency: 'JPY' });
  expect(offer!.price.currency).toBe('JPY');
  expect(offer!.price.amountMinor).toBeGreaterThan(20_000);
  expect(offer!.price.amountMinor).toBeLessThan(300_000);
});

test('any two large cities with airports are connected', async () => {
  const names = [
    'Lima',
    'Nairobi',
    'Auckland',
    'Reykjavik',
    'Anchorage',
    'Perth',
    'Oslo',
    'Seoul',
    'Mumbai',
    'Bogotá',
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), fc.constantFrom(...names), async (from, to) => {
      fc.pre(from !== to);
      expect((await search(from, to, '2027-06-01')).length).toBeGreaterThan(0);
    }),
    { numRuns: 40 },
  );
});
