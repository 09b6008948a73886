import { createAmadeusConnection } from '../../amadeus/amadeus-connection.js';
import { placeSearchContract } from '../../conformance/place-search-contract.js';
import { hastyCalls, remoteContract } from '../../conformance/remote-contract.js';
import { type CallLimits } from '../../remote/provider-calls.js';
import { worldGazetteer } from '../../gazetteer/open-gazetteer.js';
import { amadeusCredentials, amadeusErrors, AmadeusStandIn } from '../../stand-in/amadeus-stand-in.js';
import { createAmadeusActivities, spokenMinutes } from './amadeus-activities.js';

const now = () => Date.UTC(2026, 10, 21, 12);
const city = { name: 'Paris', kind: 'city' } as const;

async function open(limits: Partial<CallLimits> = {}) {
  const standIn = await AmadeusStandIn.start('2026-11-21');
  const connection = createAmadeusConnection({ ...amadeusCredentials, baseUrl: standIn.server.url }, now);
  const search = createAmadeusActivities(
    connection,
    hastyCalls('amadeus', 'activity search', now, limits),
    worldGazetteer(),
    now,
  );
  return { standIn, search, city, tag: 'museums', sample: false, close: () => standIn.server.close() };
}

placeSearchContract('Amadeus activities', () => open());

remoteContract('Amadeus activities', async (limits) => {
  const { standIn, search, close } = await open(limits);
  return {
    ask: (options) => search.attractions({ city }, options),
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

test('text numbers are read, a rating in words is dropped, what has no price is left out', async () => {
  const { search, close } = await open();
  const found = await search.attractions({ city });
  expect(found.map(({ name }) => name)).toEqual([
    'Evening boat cruise',
    'Museum visit',
    'Another museum, rated in words',
  ]);
  expect(found[0]).toMatchObject({
    location: { lat: 48.86, lng: 2.35 },
    rating: 4.5,
    visitMinutes: 90,
    price: { amountMinor: 1_600, currency: 'EUR' },
  });
  expect(found[2]).not.toHaveProperty('rating');
  await close();
});

test.each([
  ['2 hours 30 minutes', 150],
  ['1 hour', 60],
  ['45 minutes', 45],
  ['1.5 hours', 90],
  ['3 days', 600],
  ['a while', undefined],
  [undefined, undefined],
])('"%s" is %s minutes', (text, minutes) => {
  expect(spokenMinutes(text)).toBe(minutes);
});
