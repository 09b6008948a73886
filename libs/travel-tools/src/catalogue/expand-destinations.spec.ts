import { type Destination } from '@travellite/protocol';
import { worldGazetteer } from '../gazetteer/open-gazetteer.js';
import { expandDestinations } from './expand-destinations.js';

const expand = (...destinations: Destination[]) => expandDestinations({ destinations }, worldGazetteer());
const names = (...destinations: Destination[]): string[] =>
  expand(...destinations).cities.map(({ name }) => name);

test('a city keeps the name the person used', () => {
  const { cities } = expand({ name: 'NYC', kind: 'city' });
  expect(cities).toEqual([
    expect.objectContaining({
      name: 'NYC',
      country: 'US',
      timeZone: 'America/New_York',
      place: expect.objectContaining({ name: 'NYC' }),
    }),
  ]);
});

test('a country becomes its curated cities first', () => {
  const japan = names({ name: 'Japan', kind: 'country', country: 'JP' });
  expect(japan).toHaveLength(4);
  expect(new Set(japan.slice(0, 3))).toEqual(new Set(['Tokyo', 'Kyoto', 'Osaka']));
});

test('a number of cities brings three more to choose from', () => {
  expect(names({ name: 'Texas', kind: 'state', country: 'US', cityCount: 3 })).toHaveLength(6);
});

test('candidates of a region carry its name as the person has it', () => {
  const { cities } = expand({ name: 'Tuscany', kind: 'region', country: 'IT' });
  expect(cities.map(({ region }) => region)).toEqual(Array(4).fill('Tuscany'));
  expect(cities[0]!.name).toBe('Florence');
});

test('named cities and regions mix, none twice', () => {
  const mixed = names(
    { name: 'Florence', kind: 'city', country: 'IT' },
    { name: 'Tuscany', kind: 'region', country: 'IT' },
  );
  expect(mixed.filter((name) => name === 'Florence')).toHaveLength(1);
  expect(mixed.length).toBeGreaterThan(2);
});

test('home is no candidate of a country, but may be asked for by name', () => {
  const origin = { name: 'Tokyo', kind: 'city' } as const;
  const gazetteer = worldGazetteer();
  const country = expandDestinations(
    { origin, destinations: [{ name: 'Japan', kind: 'country', country: 'JP' }] },
    gazetteer,
  );
  expect(country.cities.map(({ name }) => name)).not.toContain('Tokyo');
  const named = expandDestinations({ origin, destinations: [{ name: 'Tokyo', kind: 'city' }] }, gazetteer);
  expect(named.cities).toHaveLength(1);
});

test('what nobody knows is named, the rest goes on', () => {
  expect(expand({ name: 'Xyzzyville', kind: 'city' }, { name: 'Paris', kind: 'city' })).toMatchObject({
    unknown: ['Xyzzyville'],
    cities: [{ name: 'Paris' }],
  });
  expect(expand({ name: 'Narnia', kind: 'country' }).unknown).toEqual(['Narnia']);
});

test('a long list is cut at twelve cities', () => {
  const states = ['Texas', 'California', 'Florida', 'Ohio', 'Virginia'].map((name): Destination => ({
    name,
    kind: 'state',
    country: 'US',
    cityCount: 3,
  }));
  expect(names(...states)).toHaveLength(12);
});
