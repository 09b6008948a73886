import { createAmadeusConnection } from '../../amadeus/amadeus-connection.js';
import { hastyCalls, remoteContract } from '../../conformance/remote-contract.js';
import { staySearchContract } from '../../conformance/stay-search-contract.js';
import { type CallLimits } from '../../remote/provider-calls.js';
import { worldGazetteer } from '../../gazetteer/open-gazetteer.js';
import { amadeusCredentials, amadeusErrors, AmadeusStandIn } from '../../stand-in/amadeus-stand-in.js';
import { type StayQuery } from '../port.js';
import { createAmadeusStays } from './amadeus-stays.js';

const now = () => Date.UTC(2026, 10, 21, 12);
const query: StayQuery = {
  city: { name: 'Paris', kind: 'city' },
  checkIn: '2026-12-15',
  checkOut: '2026-12-22',
  adults: 3,
};

async function open(limits: Partial<CallLimits> = {}) {
  const standIn = await AmadeusStandIn.start('2026-11-21');
  const connection = createAmadeusConnection({ ...amadeusCredentials, baseUrl: standIn.server.url }, now);
  const search = createAmadeusStays(
    connection,
    hastyCalls('amadeus', 'hotel search', now, limits),
    worldGazetteer(),
    now,
  );
  return { standIn, search, query, sample: false, close: () => standIn.server.close() };
}

staySearchContract('Amadeus stays', () => open());

remoteContract('Amadeus stays', async (limits) => {
  const { standIn, search, close } = await open(limits);
  return {
    ask: (options) => search.search(query, options),
    server: standIn.server,
    searches: () => standIn.searches.length,
    requestsPerAsk: 2,
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

test('twenty hotels at most are asked for, joined by commas', async () => {
  const { standIn, search, close } = await open();
  await search.search(query);
  const ids = standIn.searches[1]!.query.get('hotelIds')!.split(',');
  expect(ids).toHaveLength(20);
  expect([...standIn.searches[1]!.query.keys()]).not.toContain('hotelIds[0]');
  await close();
});

test('the price of a night is the sum over the nights, rounded up; what is unavailable is left out', async () => {
  const { search, close } = await open();
  const stays = await search.search({ ...query, currency: 'USD' });
  expect(stays).toHaveLength(4);
  expect(stays[0]).toMatchObject({
    name: 'HÔTEL 3',
    roomType: 'private_room',
    capacity: 2,
    pricePerNight: { amountMinor: Math.ceil(70_001 / 7), currency: 'USD' },
  });
  await close();
});

test('house rules that nobody promised count as forbidden', async () => {
  const { search, close } = await open();
  expect((await search.search(query))[0]!.forbids).toEqual(['smoking', 'pets', 'parties']);
  await close();
});

test('"no rooms" is an empty answer, not a failure', async () => {
  const { standIn, search, close } = await open();
  await search.search(query);
  standIn.server.next(amadeusErrors.noRooms());
  expect(await search.search({ ...query, checkOut: '2026-12-23' })).toEqual([]);
  await close();
});
