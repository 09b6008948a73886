import { readAirports } from './airport-table.js';
import { countryFacts } from './country-facts.js';
import { metroAreas } from './metro-areas.js';
import { plainName } from './plain-name.js';
import { readTowns } from './town-table.js';

const airports = readAirports();
const towns = readTowns();

test('airports: one row a code, with a place on earth', () => {
  expect(airports.length).toBeGreaterThan(3_000);
  expect(new Set(airports.map(({ code }) => code)).size).toBe(airports.length);
  expect(
    airports.filter(({ location }) => Math.abs(location.lat) > 90 || Math.abs(location.lng) > 180),
  ).toEqual([]);
});

test('towns: names, countries and zones that exist', () => {
  expect(towns.length).toBeGreaterThan(7_000);
  const zones = new Set(towns.map(({ timeZone }) => timeZone));
  const broken = [...zones].filter((timeZone) => {
    try {
      return !new Intl.DateTimeFormat('en', { timeZone });
    } catch {
      return true;
    }
  });
  expect(broken).toEqual([]);
  expect(towns.filter(({ country, name }) => country.length !== 2 || name === '')).toEqual([]);
});

test('every airport of a metropolitan area is in the table', () => {
  const known = new Set(airports.map(({ code }) => code));
  expect(
    Object.values(metroAreas)
      .flat()
      .filter((code) => !known.has(code)),
  ).toEqual([]);
});

test('no airport belongs to two metropolitan areas', () => {
  const codes = Object.values(metroAreas).flat();
  expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
});

test('countries have a currency and a level within reason', () => {
  for (const country of new Set(towns.map((town) => town.country))) {
    const { currency, level } = countryFacts(country);
    expect(currency).toMatch(/^[A-Z]{3}$/);
    expect(level).toBeGreaterThan(0.2);
    expect(level).toBeLessThan(2);
  }
  expect(countryFacts(undefined)).toEqual({ currency: 'USD', level: 0.7 });
});

test.each([
  ['São Paulo', 'sao paulo'],
  ['  Saint-Malo ', 'st malo'],
  ['St. Petersburg', 'st petersburg'],
  ['København', 'kobenhavn'],
  ['Łódź', 'lodz'],
  ['İstanbul', 'istanbul'],
  ['Diyarbakır', 'diyarbakir'],
  ["L'Aquila", 'l aquila'],
  ['東京', '東京'],
  ['!?', ''],
])('%s is %s when compared', (name, plain) => {
  expect(plainName(name)).toBe(plain);
});
