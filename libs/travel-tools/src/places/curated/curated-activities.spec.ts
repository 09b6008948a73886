import { placeSearchContract } from '../../conformance/place-search-contract.js';
import { worldGazetteer } from '../../gazetteer/open-gazetteer.js';
import { createCuratedActivities } from './curated-activities.js';
import { createCuratedPlaces } from './curated-places.js';

const activities = createCuratedActivities(createCuratedPlaces(worldGazetteer()));
const city = { name: 'Paris', kind: 'city' } as const;

placeSearchContract('curated activities', async () => ({
  search: activities,
  city,
  tag: 'boat',
  sample: false,
}));

test('they are things to book, not sights to look at', async () => {
  const found = await activities.attractions({ city });
  expect(found.map(({ kind }) => kind)).toContain('boat trip');
  expect(found.map(({ kind }) => kind)).not.toContain('museum');
  expect(found.every(({ price }) => price.amountMinor > 0)).toBe(true);
});
