import { type OpeningHours, type PlaceRef, type Provenance } from '@travellite/protocol';
import { type PlaceSearch } from '../places/port.js';
import { expectPrice, refusalOf, using } from './using.js';

export interface PlaceFixture {
  search: PlaceSearch;
  /** A city with sights and, where the adapter knows any, restaurants. */
  city: PlaceRef;
  /** A tag some but not all sights of it carry. */
  tag: string;
  /** A cuisine that is served there; absent when the adapter knows no restaurants. */
  cuisine?: string;
  sample: boolean;
  close?(): Promise<void>;
}

const expectHours = (hours: OpeningHours | undefined): void => {
  for (const spans of Object.values(hours ?? {})) {
    for (const { open, close } of spans) {
      expect(open).toBeGreaterThanOrEqual(0);
      expect(close).toBeGreaterThan(open);
      expect(close - open).toBeLessThanOrEqual(1440);
    }
  }
};

/** The guarantees of `places/port.ts`, for any adapter. */
export function placeSearchContract(name: string, open: () => Promise<PlaceFixture>): void {
  const expectShared = (
    place: Provenance & { id: string; city: string; name: string },
    { search, city, sample }: PlaceFixture,
  ): void => {
    expect(place).toMatchObject({ city: city.name, source: search.source, sample });
    expect(place.fetchedAt).toBeGreaterThan(0);
    expect(place.name.length).toBeGreaterThan(1);
  };

  describe(`${name} keeps the contract of place search`, () => {
    test('fit and facts: sights', () =>
      using(open, async (fixture) => {
        const places = await fixture.search.attractions({ city: fixture.city });
        expect(places.length).toBeGreaterThan(0);
        for (const place of places) {
          expectShared(place, fixture);
          expect(place.visitMinutes).toBeGreaterThan(0);
          expectPrice(place.price, 0);
          expectHours(place.hours);
        }
      }));

    test('fit and facts: restaurants', () =>
      using(open, async (fixture) => {
        const places = await fixture.search.restaurants({ city: fixture.city });
        expect(places.length > 0).toBe(fixture.cuisine !== undefined);
        for (const place of places) {
          expectShared(place, fixture);
          expectPrice(place.price);
          expectHours(place.hours);
        }
      }));

    test('fit: wished tags and cuisines come first', () =>
      using(open, async ({ search, city, tag, cuisine }) => {
        const sights = await search.attractions({ city, tags: [tag] });
        const carries = sights.map(({ tags }) => tags.includes(tag));
        expect(carries).toContain(true);
        expect(carries.indexOf(true)).toBe(0);
        expect(carries.lastIndexOf(true)).toBe(carries.filter(Boolean).length - 1);
        if (cuisine === undefined) return;
        const [first] = await search.restaurants({ city, cuisines: [cuisine] });
        expect(first?.cuisines).toContain(cuisine);
      }));

    test('identity: unique ids, at most the limit', () =>
      using(open, async ({ search, city }) => {
        const places = [...(await search.attractions({ city })), ...(await search.restaurants({ city }))];
        expect(new Set(places.map(({ id }) => id)).size).toBe(places.length);
        expect(await search.attractions({ city, limit: 2 })).toHaveLength(2);
      }));

    test('errors: a city nobody knows has no places', () =>
      using(open, async ({ search }) => {
        const nowhere: PlaceRef = { name: 'Xyzzyville', kind: 'city' };
        expect(await search.attractions({ city: nowhere })).toEqual([]);
        expect(await search.restaurants({ city: nowhere })).toEqual([]);
      }));

    test('errors: an aborted search rejects with cancelled', () =>
      using(open, async ({ search, city }) => {
        const options = { signal: AbortSignal.abort() };
        const refusals = [search.attractions({ city }, options), search.restaurants({ city }, options)];
        for (const refusal of await Promise.all(refusals.map(refusalOf))) {
          expect(refusal).toMatchObject({ name: 'TravelError', code: 'cancelled' });
        }
      }));
  });
}
