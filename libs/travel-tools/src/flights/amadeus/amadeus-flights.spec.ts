import { createAmadeusConnection } from '../../amadeus/amadeus-connection.js';
import { flightSearchContract } from '../../conformance/flight-search-contract.js';
import { hastyCalls, remoteContract } from '../../conformance/remote-contract.js';
import { type CallLimits } from '../../remote/provider-calls.js';
import { worldGazetteer } from '../../gazetteer/open-gazetteer.js';
import { amadeusCredentials, amadeusErrors, AmadeusStandIn } from '../../stand-in/amadeus-stand-in.js';
import { type FlightQuery } from '../port.js';
import { createAmadeusFlights } from './amadeus-flights.js';

const today = '2026-11-21';
const now = () => Date.parse(`${today}T12:00:00Z`);
const query: FlightQuery = {
  from: { name: 'New York', kind: 'city' },
  to: { name: 'Paris', kind: 'city' },
  date: '2026-12-15',
  adults: 2,
};

async function open(limits: Partial<CallLimits> = {}) {
  const standIn = await AmadeusStandIn.start(today);
  const connection = createAmadeusConnection({ ...amadeusCredentials, baseUrl: standIn.server.url }, now);
  const search = createAmadeusFlights(
    connection,
    hastyCalls('amadeus', 'flight search', now, limits),
    worldGazetteer(),
    now,
  );
  return { standIn, search, query, sample: false, now, close: () => standIn.server.close() };
}

flightSearchContract('Amadeus flights', () => open());

remoteContract('Amadeus flights', async (limits) => {
  const { standIn, search, close } = await open(limits);
  return {
    ask: (options) => search.search(query, options),
    server: standIn.server,
    searches: () => standIn.searches.length,
    errors: {
      badRequest: amadeusErrors.badDate(),
      unauthorized: { status: 403, json: { errors: [{ code: 38197, title: 'Access denied', status: 403 }] } },
      tooMany: amadeusErrors.tooMany,
      server: amadeusErrors.system(),
      serverMayRetry: true,
    },
    close,
  };
});

test('the question is asked in the words of the specification', async () => {
  const { standIn, search, close } = await open();
  await search.search({
    ...query,
    children: 1,
    cabin: 'premium_economy',
    directOnly: true,
    currency: 'USD',
    limit: 5,
  });
  expect(Object.fromEntries(standIn.searches[0]!.query)).toEqual({
    originLocationCode: 'NYC',
    destinationLocationCode: 'PAR',
    departureDate: '2026-12-15',
    adults: '2',
    children: '1',
    travelClass: 'PREMIUM_ECONOMY',
    nonStop: 'true',
    currencyCode: 'USD',
    max: '5',
  });
  await close();
});

test('an offer has the adult fare, the carrier by name, and times by the zones of its airports', async () => {
  const { search, close } = await open();
  const offers = await search.search({ ...query, currency: 'USD' });
  expect(offers).toEqual([
    expect.objectContaining({
      fromAirport: 'EWR',
      toAirport: 'ORY',
      stops: 1,
      carrier: 'TAP PORTUGAL',
      price: { amountMinor: 38_810, currency: 'USD' },
      durationMinutes: 11 * 60 + 5,
    }),
    expect.objectContaining({
      fromAirport: 'JFK',
      toAirport: 'CDG',
      flightNumber: 'AF7',
      carrier: 'AIR FRANCE',
      departs: '2026-12-15T19:30',
      arrives: '2026-12-16T08:40',
      durationMinutes: 7 * 60 + 10,
      price: { amountMinor: 51_234, currency: 'USD' },
    }),
  ]);
  await close();
});

test('more than nine travellers are asked for as nine, the most one offer takes', async () => {
  const { standIn, search, close } = await open();
  await search.search({ ...query, adults: 14, children: 3 });
  expect(standIn.searches[0]!.query.get('adults')).toBe('9');
  await close();
});

test('a city without an airport within reach is not found', async () => {
  const { search, close } = await open();
  const nowhere = { name: 'Middle of the ocean', kind: 'city', location: { lat: -48, lng: -123 } } as const;
  await expect(search.search({ ...query, to: nowhere })).rejects.toMatchObject({ code: 'not_found' });
  await close();
});
