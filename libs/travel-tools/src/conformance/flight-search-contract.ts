import { type PlaceRef, TravelError } from '@travellite/protocol';
import { type FlightQuery, type FlightSearch } from '../flights/port.js';
import { worldGazetteer } from '../gazetteer/open-gazetteer.js';
import { expectPrice, using } from './using.js';
import { fromLocal } from '../geo/time-zones.js';

/** What a test of a flight search brings: the search, and routes for which it has flights. */
export interface FlightFixture {
  search: FlightSearch;
  /** A query with several answers, among them a direct flight. */
  query: FlightQuery;
  /** Offers are made up. */
  sample: boolean;
  now: () => number;
  close?(): Promise<void>;
}

const place = (name: string): PlaceRef => ({ name, kind: 'city' });

/** The guarantees of `flights/port.ts`, one test each, for any adapter. */
export function flightSearchContract(name: string, open: () => Promise<FlightFixture>): void {
  const gazetteer = worldGazetteer();
  const codes = (ref: PlaceRef): string[] =>
    gazetteer.airportsOf(gazetteer.findCity(ref)!).map(({ code }) => code);

  describe(`${name} keeps the contract of flight search`, () => {
    test('fit: day, airports, names and cabin are those asked for', () =>
      using(open, async ({ search, query }) => {
        const offers = await search.search(query);
        expect(offers.length).toBeGreaterThan(0);
        for (const offer of offers) {
          expect(offer.departs.slice(0, 10)).toBe(query.date);
          expect(codes(query.from)).toContain(offer.fromAirport);
          expect(codes(query.to)).toContain(offer.toAirport);
          expect(offer).toMatchObject({
            from: query.from.name,
            to: query.to.name,
            cabin: query.cabin ?? 'economy',
          });
        }
      }));

    test('fit: only direct flights when that was asked', () =>
      using(open, async ({ search, query }) => {
        const offers = await search.search({ ...query, directOnly: true });
        expect(offers.length).toBeGreaterThan(0);
        expect(offers.map(({ stops }) => stops)).toEqual(offers.map(() => 0));
      }));

    test('time: the duration is the time between the two clocks', () =>
      using(open, async ({ search, query }) => {
        for (const offer of await search.search(query)) {
          const leaves = fromLocal(offer.departs, gazetteer.timeZoneOfAirport(offer.fromAirport));
          const lands = fromLocal(offer.arrives, gazetteer.timeZoneOfAirport(offer.toAirport));
          expect((lands - leaves) / 60_000).toBe(offer.durationMinutes);
          expect(offer.durationMinutes).toBeGreaterThan(0);
        }
      }));

    test('money: whole minor units above zero', () =>
      using(open, async ({ search, query }) => {
        for (const { price } of await search.search(query)) {
          expectPrice(price);
        }
      }));

    test('provenance: source, time and whether it is made up', () =>
      using(open, async ({ search, query, sample, now }) => {
        for (const offer of await search.search(query)) {
          expect(offer).toMatchObject({ source: search.source, sample });
          expect(Math.abs(offer.fetchedAt - now())).toBeLessThan(120_000);
          expect(offer.expiresAt).toBeGreaterThan(offer.fetchedAt);
        }
      }));

    test('identity: ids are unique, cheapest first, at most the limit', () =>
      using(open, async ({ search, query }) => {
        const offers = await search.search(query);
        expect(new Set(offers.map(({ id }) => id)).size).toBe(offers.length);
        const prices = offers.map(({ price }) => price.amountMinor);
        expect(prices).toEqual([...prices].sort((a, b) => a - b));
        expect(await search.search({ ...query, limit: 1 })).toHaveLength(1);
      }));

    test.each<[string, Partial<FlightQuery>, string]>([
      ['a day that does not exist', { date: '2027-02-30' }, 'invalid'],
      ['a day that is past', { date: '2001-01-01' }, 'invalid'],
      ['no adult', { adults: 0 }, 'invalid'],
      ['half a child', { children: 0.5 }, 'invalid'],
      ['an unknown city', { to: place('Xyzzyville') }, 'not_found'],
    ])('errors: %s is refused', (_what, change, code) =>
      using(open, async ({ search, query }) => {
        const refusal: unknown = await search
          .search({ ...query, ...change })
          .catch((error: unknown) => error);
        expect(refusal).toBeInstanceOf(TravelError);
        expect(refusal).toMatchObject({ code });
      }),
    );

    test('errors: an aborted search rejects with cancelled', () =>
      using(open, async ({ search, query }) => {
        await expect(search.search(query, { signal: AbortSignal.abort() })).rejects.toMatchObject({
          name: 'TravelError',
          code: 'cancelled',
        });
      }));
  });
}
