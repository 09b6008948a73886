import { placeSearchContract } from '../../conformance/place-search-contract.js';
import { worldGazetteer } from '../../gazetteer/open-gazetteer.js';
import { createCuratedPlaces } from './curated-places.js';

const places = createCuratedPlaces(worldGazetteer());
const paris = { name: 'Paris', kind: 'city' } as const;

placeSearchContract('curated places', async () => ({
  search: places,
  city: paris,
  tag: 'museums',
  cuisine: 'italian',
  sample: false,
}));

test('the most visited come first when nothing is wished', async () => {
  const sights = await places.attractions({ city: paris });
  const ratings = sights.map(({ rating }) => rating!);
  expect(ratings).toEqual([...ratings].sort((a, b) => b - a));
});

test('closing days of every year become dates of the coming years', async () => {
  const louvre = (await places.attractions({ city: paris })).find(({ name }) => name === 'Louvre Museum')!;
  expect(louvre.closedDates).toContain('2026-12-25');
  expect(louvre.closedDates).toContain('2027-05-01');
  expect(louvre.hours?.[2]).toBeUndefined();
  expect(louvre.hours?.[3]).toEqual([{ open: 540, close: 1260 }]);
});

test('a public space has no hours: it is always open', async () => {
  const square = (await places.attractions({ city: paris })).find(({ id }) =>
    id.endsWith('place-des-vosges'),
  )!;
  expect(square.hours).toBeUndefined();
  expect(square.price.amountMinor).toBe(0);
});

test('the city is found under any of its names and keeps the one asked with', async () => {
  const [sight] = await places.attractions({ city: { name: 'NYC', kind: 'city' } });
  expect(sight!.city).toBe('NYC');
});

test('a city outside the data set has no places here', async () => {
  expect(await places.attractions({ city: { name: 'Roanoke', kind: 'city' } })).toEqual([]);
});
