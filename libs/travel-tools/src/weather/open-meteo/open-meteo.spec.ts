import { hastyCalls, remoteContract } from '../../conformance/remote-contract.js';
import { weatherContract } from '../../conformance/weather-contract.js';
import { worldGazetteer } from '../../gazetteer/open-gazetteer.js';
import { type CallLimits } from '../../remote/provider-calls.js';
import { openMeteoErrors, startOpenMeteoStandIn } from '../../stand-in/open-meteo-stand-in.js';
import { createOpenMeteo, wordsOf } from './open-meteo.js';

const today = '2026-11-21';
const now = () => Date.parse(`${today}T12:00:00Z`);
const city = { name: 'Paris', kind: 'city' } as const;

async function open(limits: Partial<CallLimits> = {}) {
  const server = await startOpenMeteoStandIn(today);
  const calls = hastyCalls('open-meteo', 'weather service', now, limits);
  const weather = createOpenMeteo({ baseUrl: server.url }, calls, worldGazetteer(), now);
  return { server, weather, city, from: today, close: () => server.close() };
}

weatherContract('Open-Meteo', () => open());

remoteContract('Open-Meteo', async (limits) => {
  const { server, weather, close } = await open(limits);
  return {
    ask: (options) => weather.days({ city, from: today, to: '2026-11-25' }, options),
    server,
    searches: () => server.requests.length,
    errors: {
      badRequest: openMeteoErrors.badRequest(),
      unauthorized: openMeteoErrors.unauthorized(),
      tooMany: openMeteoErrors.tooMany,
      server: openMeteoErrors.server(),
      serverMayRetry: true,
    },
    close,
  };
});

test('forecast where there is one, the usual for the days after it', async () => {
  const { server, weather, close } = await open();
  const days = await weather.days({ city, from: '2026-12-01', to: '2026-12-10' });
  expect(days.map(({ basis }) => basis)).toEqual([
    ...Array.from({ length: 4 }, () => 'forecast'),
    ...Array.from({ length: 6 }, () => 'normal'),
  ]);
  expect(days[0]).toMatchObject({
    highC: 11,
    lowC: 6,
    rainChance: 0.4,
    summary: 'light rain',
    source: 'open-meteo',
  });
  expect(server.requests[0]!.query.get('end_date')).toBe('2026-12-06');
  await close();
});

test('nothing is asked for days that have no forecast', async () => {
  const { server, weather, close } = await open();
  await weather.days({ city, from: '2027-05-01', to: '2027-05-03' });
  await weather.days({ city, from: '2026-11-01', to: '2026-11-03' });
  expect(server.requests).toHaveLength(0);
  await close();
});

test('today is that of the city', async () => {
  const { server, weather, close } = await open();
  await weather.days({ city: { name: 'Auckland', kind: 'city' }, from: '2026-11-21', to: '2026-11-23' });
  expect(server.requests[0]!.query.get('start_date')).toBe('2026-11-22');
  expect(server.requests[0]!.query.get('timezone')).toBe('Pacific/Auckland');
  await close();
});

test('the key goes along only when there is one', async () => {
  const { server, close } = await open();
  const calls = hastyCalls('open-meteo', 'weather service', now);
  const keyed = createOpenMeteo({ baseUrl: server.url, apiKey: 'k' }, calls, worldGazetteer(), now);
  await keyed.days({ city, from: today, to: today });
  expect(server.requests[0]!.query.get('apikey')).toBe('k');
  await close();
});

test.each([
  [0, 'clear sky'],
  [3, 'overcast'],
  [48, 'fog'],
  [55, 'drizzle'],
  [81, 'rain'],
  [82, 'heavy rain'],
  [67, 'freezing rain'],
  [86, 'snow'],
  [99, 'thunderstorms'],
  [-1, 'changeable'],
])('code %d is %s', (code, words) => {
  expect(wordsOf(code)).toBe(words);
});
