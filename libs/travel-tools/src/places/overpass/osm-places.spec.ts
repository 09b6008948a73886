import { worldGazetteer } from '../../gazetteer/open-gazetteer.js';
import { toEatery, toSight } from './osm-places.js';

const lyon = worldGazetteer().findCity('Lyon')!;
const at = 1_795_262_400_000;
const sight = (tags: Record<string, string>) =>
  toSight({ type: 'node', id: 1, lat: 45.7, lon: 4.8, tags: { name: 'X1', ...tags } }, lyon, at);
const eatery = (tags: Record<string, string>) =>
  toEatery({ type: 'node', id: 1, lat: 45.7, lon: 4.8, tags: { name: 'X1', ...tags } }, lyon, at);

test.each<[Record<string, string>, number]>([
  [{ tourism: 'museum', charge: '8 EUR' }, 800],
  [{ tourism: 'museum', charge: '8.50 €' }, 850],
  [{ tourism: 'museum', charge: '8,50 EUR' }, 850],
  [{ tourism: 'museum', fee: 'no' }, 0],
  [{ tourism: 'viewpoint' }, 0],
  [{ leisure: 'park' }, 0],
])('%j costs %d cents', (tags, cents) => {
  expect(sight(tags)).toMatchObject({ price: { amountMinor: cents, currency: 'EUR' } });
  expect(sight(tags)).not.toHaveProperty('description');
});

test.each<Record<string, string>>([
  { tourism: 'museum' },
  { tourism: 'museum', charge: '8 USD' },
  { tourism: 'museum', charge: 'adults 8, children free' },
  { tourism: 'zoo', fee: 'yes' },
])('%j: the price is an estimate and says so', (tags) => {
  expect(sight(tags)).toMatchObject({ description: expect.stringContaining('estimate') });
  expect(sight(tags)!.price.amountMinor).toBeGreaterThan(0);
});

test('hours that cannot be read are left out rather than guessed', () => {
  expect(sight({ tourism: 'museum', opening_hours: 'Tu-Su 10:00-18:00' })!.hours?.[2]).toEqual([
    { open: 600, close: 1_080 },
  ]);
  expect(sight({ tourism: 'museum', opening_hours: 'Apr-Oct: 10:00-18:00' })).not.toHaveProperty('hours');
  expect(sight({ leisure: 'park', opening_hours: '24/7' })).not.toHaveProperty('hours');
});

test('a kind without an entry is a short visit', () => {
  expect(sight({ historic: 'wayside_cross' })).toMatchObject({ kind: 'wayside cross', visitMinutes: 45 });
});

test.each<[string, string[]]>([
  ['Italian;Pizza', ['italian', 'italian']],
  ['middle eastern, turkish', ['middle_eastern', 'turkish']],
  ['steak-house', ['steak_house']],
])('cuisine "%s"', (cuisine, expected) => {
  expect(eatery({ cuisine })?.cuisines).toEqual(expected);
});

test.each(['', ';', '日本', '123'])('cuisine "%s" says nothing', (cuisine) => {
  expect(eatery({ cuisine })).toBeUndefined();
});

test('without a name or a place there is nothing to visit', () => {
  expect(toSight({ type: 'way', id: 1, tags: { name: 'Somewhere' } }, lyon, at)).toBeUndefined();
  expect(
    toSight({ type: 'node', id: 1, lat: 1, lon: 1, tags: { tourism: 'museum' } }, lyon, at),
  ).toBeUndefined();
});
