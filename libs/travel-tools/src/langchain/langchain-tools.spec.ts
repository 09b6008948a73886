import { TravelError } from '@travellite/protocol';
import { createTravelTools } from '../open-travel-tools.js';
import { createLangChainTools } from './langchain-tools.js';

const travelTools = createTravelTools({}, { now: () => Date.UTC(2026, 10, 21) });
const call = async (name: string, input: unknown, tools = travelTools): Promise<unknown> => {
  const tool = createLangChainTools(tools).find((one) => one.name === name)!;
  return JSON.parse(String(await tool.invoke(input as Record<string, unknown>)));
};

test('every tool has a name, a description and a schema of its own', () => {
  const tools = createLangChainTools(travelTools);
  expect(new Set(tools.map(({ name }) => name)).size).toBe(8);
  for (const { description, schema } of tools) {
    expect(description.length).toBeGreaterThan(20);
    expect(schema).toBeDefined();
  }
});

test.each<[string, object, object]>([
  [
    'searchFlights',
    { from: 'New York', to: 'Paris', date: '2026-12-15', adults: 2 },
    { from: 'New York', sample: true },
  ],
  [
    'searchStays',
    { city: 'Paris', checkIn: '2026-12-15', checkOut: '2026-12-18' },
    { city: 'Paris', sample: true },
  ],
  ['findAttractions', { city: 'Paris', interests: ['museums'] }, { city: 'Paris', source: 'curated' }],
  ['findActivities', { city: 'Paris', interests: ['boat'] }, { kind: 'boat trip' }],
  ['findRestaurants', { city: 'Paris', cuisines: ['Italian'] }, { cuisines: ['italian'] }],
  ['findGroundTransport', { from: 'Paris', to: 'Lyon', modes: ['train'] }, { mode: 'train', to: 'Lyon' }],
  [
    'getWeather',
    { city: 'Paris', from: '2026-12-15', to: '2026-12-16' },
    { date: '2026-12-15', basis: 'normal' },
  ],
])('%s answers', async (name, input, first) => {
  const answer = (await call(name, input)) as object[];
  expect(answer[0]).toMatchObject(first);
  expect(answer.length).toBeLessThanOrEqual(10);
});

test('convertCurrency says amount, currency and the date of the rate', async () => {
  expect(await call('convertCurrency', { amount: 100, from: 'eur', to: 'EUR' })).toMatchObject({
    amount: 100,
    currency: 'EUR',
  });
  const yen = (await call('convertCurrency', { amount: 100, from: 'EUR', to: 'JPY' })) as {
    amount: number;
    rateDate: string;
  };
  expect(Number.isInteger(yen.amount)).toBe(true);
  expect(yen.rateDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

test('a failed search is an answer, not an exception', async () => {
  expect(await call('searchFlights', { from: 'Paris', to: 'Xyzzyville', date: '2026-12-15' })).toEqual({
    error: { code: 'not_found', message: expect.stringContaining('Xyzzyville'), retryable: false },
  });
  const broken = {
    ...travelTools,
    flights: {
      source: 'x',
      search: () => Promise.reject(new TravelError('provider_unavailable', 'It is down.')),
    },
  };
  expect(
    await call('searchFlights', { from: 'Paris', to: 'Rome', date: '2026-12-15' }, broken),
  ).toMatchObject({
    error: { code: 'provider_unavailable', retryable: true },
  });
});

test.each<[string, object]>([
  ['searchFlights', { from: 'Paris', to: 'Rome', date: '15.12.2026' }],
  ['searchFlights', { from: 'Paris', to: 'Rome', date: '2027-02-30' }],
  ['searchFlights', { from: 'Paris' }],
  ['findAttractions', { city: 'Paris', interests: ['submarines'] }],
  ['getWeather', { city: 7, from: '2026-12-15', to: '2026-12-15' }],
])('%s refuses what its schema does not allow', async (name, input) => {
  await expect(call(name, input)).rejects.toThrow();
});

test('an abort rejects', async () => {
  const tool = createLangChainTools(travelTools)[0]!;
  const input = { from: 'Paris', to: 'Rome', date: '2026-12-15' };
  await expect(tool.invoke(input, { signal: AbortSignal.abort() })).rejects.toThrow();
});
