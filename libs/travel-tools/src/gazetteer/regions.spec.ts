import { worldGazetteer } from './open-gazetteer.js';

const gazetteer = worldGazetteer();
const namesIn = (country: string, region: string): string[] =>
  gazetteer.citiesIn({ country, region }).map(({ name }) => name);

test.each<[string, string, string[]]>([
  ['IT', 'Tuscany', ['Florence', 'Siena', 'Pisa']],
  ['IT', 'Sicily', ['Palermo', 'Catania']],
  ['DE', 'Bavaria', ['Munich', 'Augsburg']],
  ['ES', 'Andalusia', ['Seville', 'Granada']],
  ['ES', 'Catalonia', ['Barcelona']],
  ['FR', 'Brittany', ['Rennes']],
  ['GB', 'Scotland', ['Edinburgh', 'Glasgow', 'Inverness', 'Aberdeen']],
  ['GB', 'Wales', ['Cardiff', 'Swansea']],
  ['GB', 'Northern Ireland', ['Belfast']],
  ['GB', 'England', ['London', 'Manchester', 'Liverpool', 'Newcastle']],
  ['US', 'Texas', ['Houston', 'Dallas', 'San Antonio', 'Austin']],
  ['US', 'california', ['Los Angeles', 'San Diego', 'San Francisco']],
  ['JP', 'Hokkaido', ['Sapporo']],
  ['PT', 'Algarve', ['Faro']],
])('%s, %s: %j', (country, region, expected) => {
  expect(namesIn(country, region)).toEqual(expect.arrayContaining(expected));
});

test('a home nation does not take from its neighbour', () => {
  expect(namesIn('GB', 'Wales')).not.toContain('Liverpool');
  expect(namesIn('GB', 'Scotland')).not.toContain('Newcastle');
  expect(namesIn('GB', 'England')).not.toContain('Cardiff');
});

test('a region nobody knows has no cities', () => {
  expect(namesIn('IT', 'Narnia')).toEqual([]);
});
