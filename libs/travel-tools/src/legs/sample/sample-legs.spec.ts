import { type PlaceRef } from '@travellite/protocol';
import fc from 'fast-check';
import { legSearchContract } from '../../conformance/leg-search-contract.js';
import { worldGazetteer } from '../../gazetteer/open-gazetteer.js';
import { createSampleLegs } from './sample-legs.js';

const legs = createSampleLegs(worldGazetteer(), () => Date.UTC(2026, 10, 21));
const place = (name: string): PlaceRef => ({ name, kind: 'city' });
const modes = async (from: string, to: string): Promise<string[]> =>
  (await legs.search({ from: place(from), to: place(to) })).map(({ mode }) => mode);

legSearchContract('sample legs', async () => ({
  search: legs,
  from: place('Madrid'),
  to: place('Barcelona'),
  sample: true,
}));

test.each<[string, string, string[]]>([
  ['Paris', 'Lyon', ['train', 'bus', 'self_driving', 'taxi']],
  ['Tokyo', 'Kyoto', ['train', 'bus', 'self_driving', 'taxi']],
  ['London', 'Paris', ['train', 'bus', 'self_driving']],
  ['Paris', 'New York', []],
  ['Rome', 'Tokyo', []],
  ['Athens', 'Santorini', ['ferry']],
  ['Barcelona', 'Palma', ['ferry']],
  ['Dublin', 'Belfast', ['train', 'bus', 'self_driving', 'taxi']],
  ['Sydney', 'Auckland', []],
  ['Singapore', 'Kuala Lumpur', ['train', 'bus', 'self_driving', 'taxi']],
  ['Reykjavik', 'Akureyri', ['bus', 'self_driving', 'taxi']],
  ['Honolulu', 'San Francisco', []],
  ['Chicago', 'Denver', ['train', 'bus', 'self_driving']],
  ['Lima', 'Bogotá', ['self_driving']],
  ['Seoul', 'Beijing', []],
])('%s to %s: %j', async (from, to, expected) => {
  expect(await modes(from, to)).toEqual(expected);
});

test.each([
  ['Paris', 'Lyon', 'train', 120, 220],
  ['Tokyo', 'Kyoto', 'train', 120, 220],
  ['London', 'Paris', 'train', 120, 260],
  ['New York', 'Boston', 'bus', 240, 330],
  ['Rome', 'Florence', 'self_driving', 150, 240],
])('%s to %s by %s takes between %d and %d minutes', async (from, to, mode, least, most) => {
  const leg = (await legs.search({ from: place(from), to: place(to) })).find((one) => one.mode === mode)!;
  expect(leg.durationMinutes).toBeGreaterThanOrEqual(least);
  expect(leg.durationMinutes).toBeLessThanOrEqual(most);
});

test('a city has no leg to itself', async () => {
  expect(await modes('Paris', 'Paris')).toEqual([]);
});

test('longer ways never take less time in the same mode and country', async () => {
  const cities = fc.constantFrom(
    'Paris',
    'Lyon',
    'Nice',
    'Bordeaux',
    'Lille',
    'Toulouse',
    'Strasbourg',
    'Nantes',
  );
  await fc.assert(
    fc.asyncProperty(cities, cities, cities, async (from, a, b) => {
      const driving = async (to: string) =>
        (await legs.search({ from: place(from), to: place(to), modes: ['self_driving'] }))[0];
      const [first, second] = [await driving(a), await driving(b)];
      fc.pre(first !== undefined && second !== undefined);
      if (first!.distanceKm! <= second!.distanceKm!) {
        expect(first!.durationMinutes).toBeLessThanOrEqual(second!.durationMinutes);
      }
    }),
  );
});
