import { type PlaceRef } from '@travellite/protocol';
import { type LegSearch } from '../legs/port.js';
import { expectPrice, refusalOf, using } from './using.js';

export interface LegFixture {
  search: LegSearch;
  /** Two cities joined by land. */
  from: PlaceRef;
  to: PlaceRef;
  sample: boolean;
  close?(): Promise<void>;
}

/** The guarantees of `legs/port.ts`, for any adapter. */
export function legSearchContract(name: string, open: () => Promise<LegFixture>): void {
  describe(`${name} keeps the contract of leg search`, () => {
    test('fit: from and to as asked, one leg a mode', () =>
      using(open, async ({ search, from, to }) => {
        const legs = await search.search({ from, to });
        expect(legs.length).toBeGreaterThan(0);
        for (const leg of legs) expect(leg).toMatchObject({ from: from.name, to: to.name });
        expect(new Set(legs.map(({ mode }) => mode)).size).toBe(legs.length);
        const wanted = legs[0]!.mode;
        expect((await search.search({ from, to, modes: [wanted] })).map(({ mode }) => mode)).toEqual([
          wanted,
        ]);
      }));

    test('symmetry: the way back exists and takes as long', () =>
      using(open, async ({ search, from, to }) => {
        const facts = (legs: Awaited<ReturnType<LegSearch['search']>>) =>
          legs.map(({ mode, durationMinutes }) => [mode, durationMinutes]);
        expect(facts(await search.search({ from: to, to: from }))).toEqual(
          facts(await search.search({ from, to })),
        );
      }));

    test('money: per person, or per vehicle with its capacity', () =>
      using(open, async ({ search, from, to }) => {
        for (const leg of await search.search({ from, to })) {
          expectPrice(leg.price);
          expect(leg.durationMinutes).toBeGreaterThan(0);
          expect((leg.vehicleCapacity ?? 0) > 0).toBe(leg.priceScope === 'per_vehicle');
        }
      }));

    test('provenance: source, time and whether it is made up', () =>
      using(open, async ({ search, from, to, sample }) => {
        for (const leg of await search.search({ from, to })) {
          expect(leg).toMatchObject({ source: search.source, sample });
          expect(leg.fetchedAt).toBeGreaterThan(0);
        }
      }));

    test('errors: an unknown city and an abort', () =>
      using(open, async ({ search, from, to }) => {
        const nowhere: PlaceRef = { name: 'Xyzzyville', kind: 'city' };
        expect(await refusalOf(search.search({ from, to: nowhere }))).toMatchObject({ code: 'not_found' });
        const aborted = search.search({ from, to }, { signal: AbortSignal.abort() });
        expect(await refusalOf(aborted)).toMatchObject({ name: 'TravelError', code: 'cancelled' });
      }));
  });
}
