import { daysBetween } from '../geo/time-zones.js';
import { type StayQuery, type StaySearch } from '../stays/port.js';
import { expectPrice, refusalOf, using } from './using.js';

export interface StayFixture {
  search: StaySearch;
  /** A query with several answers. */
  query: StayQuery;
  sample: boolean;
  close?(): Promise<void>;
}

/** The guarantees of `stays/port.ts`, for any adapter. */
export function staySearchContract(name: string, open: () => Promise<StayFixture>): void {
  describe(`${name} keeps the contract of stay search`, () => {
    test('fit: the asked city under its name, minimum nights within the stay', () =>
      using(open, async ({ search, query }) => {
        const stays = await search.search(query);
        expect(stays.length).toBeGreaterThan(0);
        for (const stay of stays) {
          expect(stay.city).toBe(query.city.name);
          expect(stay.minNights).toBeLessThanOrEqual(daysBetween(query.checkIn, query.checkOut));
          expect(stay.capacity).toBeGreaterThan(0);
        }
      }));

    test('money: a price for one night', () =>
      using(open, async ({ search, query }) => {
        for (const { pricePerNight } of await search.search(query)) expectPrice(pricePerNight);
      }));

    test('provenance: source, time and whether it is made up', () =>
      using(open, async ({ search, query, sample }) => {
        for (const stay of await search.search(query)) {
          expect(stay).toMatchObject({ source: search.source, sample });
          expect(stay.fetchedAt).toBeGreaterThan(0);
        }
      }));

    test('identity: unique ids, cheapest first, at most the limit', () =>
      using(open, async ({ search, query }) => {
        const stays = await search.search(query);
        expect(new Set(stays.map(({ id }) => id)).size).toBe(stays.length);
        const prices = stays.map(({ pricePerNight }) => pricePerNight.amountMinor);
        expect(prices).toEqual([...prices].sort((a, b) => a - b));
        expect(await search.search({ ...query, limit: 1 })).toHaveLength(1);
      }));

    test.each<[string, Partial<StayQuery>, string]>([
      ['no night', { checkIn: '2027-03-01', checkOut: '2027-03-01' }, 'invalid'],
      ['a day that does not exist', { checkIn: '2027-02-30' }, 'invalid'],
      ['no adult', { adults: 0 }, 'invalid'],
      ['an unknown city', { city: { name: 'Xyzzyville', kind: 'city' } }, 'not_found'],
    ])('errors: %s is refused', (_what, change, code) =>
      using(open, async ({ search, query }) => {
        expect(await refusalOf(search.search({ ...query, ...change }))).toMatchObject({
          name: 'TravelError',
          code,
        });
      }),
    );

    test('errors: an aborted search rejects with cancelled', () =>
      using(open, async ({ search, query }) => {
        const aborted = search.search(query, { signal: AbortSignal.abort() });
        expect(await refusalOf(aborted)).toMatchObject({ name: 'TravelError', code: 'cancelled' });
      }));
  });
}
