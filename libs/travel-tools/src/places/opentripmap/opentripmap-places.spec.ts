import { placeSearchContract } from '../../conformance/place-search-contract.js';
import { hastyCalls, remoteContract } from '../../conformance/remote-contract.js';
import { worldGazetteer } from '../../gazetteer/open-gazetteer.js';
import { type CallLimits } from '../../remote/provider-calls.js';
import {
  openTripMapErrors,
  openTripMapKey,
  startOpenTripMapStandIn,
} from '../../stand-in/opentripmap-stand-in.js';
import { createOpenTripMapPlaces } from './opentripmap-places.js';

const now = () => Date.UTC(2026, 10, 21, 12);
const city = { name: 'Lyon', kind: 'city' } as const;

async function open(limits: Partial<CallLimits> = {}) {
  const server = await startOpenTripMapStandIn();
  const calls = hastyCalls('opentripmap', 'place search', now, limits);
  const access = { apiKey: openTripMapKey, baseUrl: server.url };
  const search = createOpenTripMapPlaces(access, calls, worldGazetteer(), now);
  return { server, search, city, tag: 'museums', sample: false, close: () => server.close() };
}

placeSearchContract('OpenTripMap', () => open());

remoteContract('OpenTripMap', async (limits) => {
  const { server, search, close } = await open(limits);
  return {
    ask: (options) => search.attractions({ city }, options),
    server,
    searches: () => server.requests.length,
    errors: {
      badRequest: openTripMapErrors.badRequest(),
      unauthorized: openTripMapErrors.unauthorized(),
      tooMany: openTripMapErrors.tooMany,
      server: openTripMapErrors.server(),
      serverMayRetry: true,
    },
    close,
  };
});

test('the nameless are left out, the highest rated come first, kinds become tags', async () => {
  const { search, close } = await open();
  const places = await search.attractions({ city });
  expect(places.map(({ name }) => name)).toEqual(['Town museum', 'Roman theatre', 'Botanical garden']);
  expect(places[0]!.tags).toContain('museums');
  expect(places[2]!.tags).toContain('gardens');
  expect(places[0]!.description).toMatch(/not known/);
  await close();
});

test('the key is not part of what is remembered or said', async () => {
  const { search, server, close } = await open();
  server.next(openTripMapErrors.unauthorized());
  const error: unknown = await search.attractions({ city }).catch((thrown: unknown) => thrown);
  expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(openTripMapKey);
  await close();
});
