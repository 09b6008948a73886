import { type FlightOffer, TravelError } from '@travellite/protocol';
import { type FlightQuery, type FlightSearch } from '../port.js';
import { createCombinedFlights } from './combined-flights.js';

const query: FlightQuery = {
  from: { name: 'Berlin', kind: 'city' },
  to: { name: 'Lisbon', kind: 'city' },
  date: '2026-12-15',
  adults: 1,
};
const offer = (id: string, amountMinor: number, currency: string) =>
  ({ id, price: { amountMinor, currency } }) as FlightOffer;
const answers = (source: string, ...offers: FlightOffer[]): FlightSearch => ({
  source,
  search: async () => offers,
});
const fails = (code: TravelError['code']): FlightSearch => ({
  source: 'broken',
  search: () => Promise.reject(new TravelError(code, 'It went wrong.')),
});
const ids = async (...searches: [FlightSearch, ...FlightSearch[]]): Promise<string[]> =>
  (await createCombinedFlights(searches).search(query)).map(({ id }) => id);

test('offers are put in order of worth, whatever the currency', async () => {
  const yen = answers('a', offer('yen', 10_000, 'JPY'), offer('dear yen', 90_000, 'JPY'));
  const pounds = answers('b', offer('pounds', 10_000, 'GBP'));
  expect(await ids(yen, pounds)).toEqual(['yen', 'pounds', 'dear yen']);
});

test('one that is down does not matter while another answers', async () => {
  expect(await ids(fails('provider_unavailable'), answers('b', offer('x', 1, 'EUR')))).toEqual(['x']);
});

test('an empty answer is an answer', async () => {
  expect(await ids(fails('provider_unavailable'), answers('b'))).toEqual([]);
});

test('when all are down the first says so', async () => {
  await expect(ids(fails('tool_failed'), fails('provider_unavailable'))).rejects.toMatchObject({
    code: 'tool_failed',
  });
});

test.each(['invalid', 'not_found', 'cancelled'] as const)('%s is told, not passed over', async (code) => {
  await expect(ids(answers('a', offer('x', 1, 'EUR')), fails(code))).rejects.toMatchObject({ code });
});

test('the limit holds for all together', async () => {
  const many = (source: string) =>
    answers(source, ...Array.from({ length: 9 }, (_, at) => offer(`${source}${at}`, at + 1, 'EUR')));
  expect(await createCombinedFlights([many('a'), many('b')]).search({ ...query, limit: 5 })).toHaveLength(5);
});
