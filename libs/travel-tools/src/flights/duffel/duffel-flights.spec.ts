import { createRequire } from 'node:module';
import type * as DuffelPackage from '@duffel/api';
import { flightSearchContract } from '../../conformance/flight-search-contract.js';
import { hastyCalls, remoteContract } from '../../conformance/remote-contract.js';
import { worldGazetteer } from '../../gazetteer/open-gazetteer.js';
import { type CallLimits } from '../../remote/provider-calls.js';
import { duffelErrors, duffelToken, startDuffelStandIn } from '../../stand-in/duffel-stand-in.js';
import { type FlightQuery } from '../port.js';
import { createDuffelFlights } from './duffel-flights.js';

const now = () => Date.UTC(2026, 10, 21, 12);
const query: FlightQuery = {
  from: { name: 'Berlin', kind: 'city' },
  to: { name: 'Lisbon', kind: 'city' },
  date: '2026-12-15',
  adults: 2,
};

async function open(limits: Partial<CallLimits> = {}, liveMode = true) {
  const server = await startDuffelStandIn('2026-11-21', liveMode);
  const calls = hastyCalls('duffel', 'flight search', now, limits);
  const search = createDuffelFlights(
    { token: duffelToken, baseUrl: server.url },
    calls,
    worldGazetteer(),
    now,
  );
  return { server, search, query, sample: !liveMode, now, close: () => server.close() };
}

flightSearchContract('Duffel flights', () => open());
flightSearchContract('Duffel flights with a test token', () => open({}, false));

remoteContract('Duffel flights', async (limits) => {
  const { server, search, close } = await open(limits);
  return {
    ask: (options) => search.search(query, options),
    server,
    searches: () => server.requests.length,
    errors: {
      badRequest: duffelErrors.invalid(),
      unauthorized: duffelErrors.unauthorized(),
      tooMany: (seconds) =>
        duffelErrors.tooMany(seconds && new Date(now() + Number(seconds) * 1_000).toUTCString()),
      server: duffelErrors.server(),
      serverMayRetry: false,
    },
    close,
  };
});

test('the fare is that of one adult, the cheapest comes first', async () => {
  const { search, close } = await open();
  const offers = await search.search(query);
  expect(offers.map(({ id, price, stops }) => [id, price, stops])).toEqual([
    ['duffel-off_2', { amountMinor: 12_033, currency: 'GBP' }, 1],
    ['duffel-off_1', { amountMinor: 18_150, currency: 'GBP' }, 0],
  ]);
  expect(offers[1]).toMatchObject({
    carrier: 'Duffel Airways',
    flightNumber: 'ZZ1432',
    durationMinutes: 225,
  });
  await close();
});

test('offers of a test token are samples', async () => {
  const { search, close } = await open({}, false);
  expect((await search.search(query)).every(({ sample }) => sample)).toBe(true);
  await close();
});

test('our request is the one the official package sends', async () => {
  const { search, server, close } = await open();
  await search.search({ ...query, directOnly: true, cabin: 'business' });
  const { Duffel } = createRequire(import.meta.url)('@duffel/api') as typeof DuffelPackage;
  const official = new Duffel({ token: duffelToken, basePath: server.url });
  await official.offerRequests.create({
    slices: [{ origin: 'BER', destination: 'LIS', departure_date: '2026-12-15' }] as never,
    passengers: [{ type: 'adult' }, { type: 'adult' }],
    cabin_class: 'business',
    max_connections: 0,
    return_offers: true,
    supplier_timeout: 6_000,
  });
  const [ours, theirs] = server.requests;
  expect(`${ours!.method} ${ours!.path}`).toBe(`${theirs!.method} ${theirs!.path}`.replace(/\/$/, ''));
  expect(Object.fromEntries(ours!.query)).toEqual(Object.fromEntries(theirs!.query));
  for (const name of ['accept', 'content-type', 'duffel-version', 'authorization'] as const) {
    expect(ours!.headers[name]).toBe(theirs!.headers[name]);
  }
  expect(JSON.parse(ours!.body)).toEqual(JSON.parse(theirs!.body));
  await close();
});
