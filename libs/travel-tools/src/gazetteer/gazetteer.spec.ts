import { curatedCities } from '../places/data/index.js';
import { worldGazetteer } from './open-gazetteer.js';

const gazetteer = worldGazetteer();
const cityOf = (ref: Parameters<typeof gazetteer.findCity>[0]) => gazetteer.findCity(ref);
const codesOf = (name: string) => gazetteer.airportsOf(cityOf(name)!).map(({ code }) => code);

test.each([
  ['Paris', 'FR'],
  ['paris', 'FR'],
  ['Québec', 'CA'],
  ['quebec city', 'CA'],
  ['Bruges', 'BE'],
  ['Marrakech', 'MA'],
  ['Bali', 'ID'],
  ['NYC', 'US'],
  ['Washington', 'US'],
  ['Saint Petersburg', 'RU'],
  ['Krakow', 'PL'],
  ['Barcelona', 'ES'],
  ['Santorini', 'GR'],
  ['Key West', 'US'],
  ['Luang Prabang', 'LA'],
])('%s is in %s', (name, country) => {
  expect(cityOf(name)?.country).toBe(country);
});

test('hints tell places of one name apart', () => {
  expect(cityOf({ name: 'London', kind: 'city', country: 'CA' })?.region).toBe('Ontario');
  expect(cityOf({ name: 'Richmond', kind: 'city', region: 'Indiana' })?.country).toBe('US');
  expect(cityOf({ name: 'Portland', kind: 'city', location: { lat: 43.66, lng: -70.26 } })?.region).toBe(
    'Maine',
  );
});

test('a place only known by location is taken as it is', () => {
  const place = cityOf({
    name: 'Little Nowhere',
    kind: 'city',
    country: 'FR',
    location: { lat: 45, lng: 3 },
  });
  expect(place).toMatchObject({ name: 'Little Nowhere', timeZone: 'Europe/Paris', currency: 'EUR' });
});

test('an unknown name is unknown', () => {
  expect(cityOf('Xyzzyville')).toBeUndefined();
  expect(cityOf('')).toBeUndefined();
});

test.each([
  ['JFK', 'New York'],
  ['NYC', 'New York'],
  ['CDG', 'Paris'],
  ['FRA', 'Frankfurt am Main'],
])('code %s leads to %s', (code, name) => {
  expect(cityOf(code)?.name).toBe(cityOf(name)?.name);
});

test('a city is served by all its airports, the main one first', () => {
  expect(codesOf('New York')).toEqual(['JFK', 'EWR', 'LGA']);
  expect(codesOf('Paris')[0]).toBe('CDG');
  expect(codesOf('Kyoto')[0]).toMatch(/KIX|ITM/);
  expect(codesOf('Lyon')[0]).toBe('LYS');
  expect(codesOf('Richmond')[0]).toBe('RIC');
  expect(codesOf('Denver')[0]).toBe('DEN');
  expect(codesOf('Munich')[0]).toBe('MUC');
  expect(codesOf('Bruges')[0]).toMatch(/OST|BRU/);
});

test('airports know their zone, also where the country has several', () => {
  expect(gazetteer.timeZoneOfAirport('LAX')).toBe('America/Los_Angeles');
  expect(gazetteer.timeZoneOfAirport('PHX')).toBe('America/Phoenix');
  expect(gazetteer.timeZoneOfAirport('IPC')).toBe('Pacific/Easter');
  expect(gazetteer.timeZoneOfAirport('???')).toBe('UTC');
});

test('every airport has a zone that exists', () => {
  const bad = curatedCities
    .flatMap(({ airports }) => airports)
    .filter((code) => gazetteer.airport(code) === undefined || gazetteer.timeZoneOfAirport(code) === 'UTC');
  expect(bad).toEqual([]);
});

test('airports of a curated city lie in its time zone', () => {
  const wrong = curatedCities.flatMap(({ airports, timeZone, name }) =>
    airports
      .filter((code) => gazetteer.timeZoneOfAirport(code) !== timeZone)
      .map((code) => `${name} ${code}`),
  );
  expect(wrong).toEqual([]);
});

test('cities of a state, by population', () => {
  const names = gazetteer.citiesIn({ country: 'US', region: 'Virginia' }).map(({ name }) => name);
  expect(names.slice(0, 3)).toContain('Richmond');
  expect(names).toContain('Norfolk');
});

test('cities of a country begin with the curated ones', () => {
  expect(gazetteer.citiesIn({ country: 'FR' })[0]?.name).toBe('Paris');
});
