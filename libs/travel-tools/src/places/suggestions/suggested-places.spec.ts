import { interestTags } from '@travellite/protocol';
import { placeSearchContract } from '../../conformance/place-search-contract.js';
import { worldGazetteer } from '../../gazetteer/open-gazetteer.js';
import { distanceKm } from '../../geo/distance.js';
import { createSuggestedPlaces } from './suggested-places.js';

const ideas = createSuggestedPlaces(worldGazetteer(), () => Date.UTC(2026, 10, 21));
const city = { name: 'Roanoke', kind: 'city' } as const;

placeSearchContract('general ideas', async () => ({
  search: ideas,
  city,
  tag: 'parks',
  cuisine: 'mexican',
  sample: true,
}));

test('they lie around the town and are priced in its money', async () => {
  const middle = worldGazetteer().findCity(city)!;
  const places = [...(await ideas.attractions({ city })), ...(await ideas.restaurants({ city }))];
  for (const { location, price } of places) {
    expect(distanceKm(location!, middle.location)).toBeLessThan(8);
    expect(price.currency).toBe('USD');
  }
});

test('tags are of the closed list and most interests find something', async () => {
  const found = new Set((await ideas.attractions({ city })).flatMap(({ tags }) => tags));
  expect([...found].filter((tag) => !(interestTags as readonly string[]).includes(tag))).toEqual([]);
  expect(found.size).toBeGreaterThanOrEqual(18);
});

test('names say what to do and name no venue', async () => {
  for (const { name } of await ideas.attractions({ city })) expect(name).toContain('Roanoke');
});
