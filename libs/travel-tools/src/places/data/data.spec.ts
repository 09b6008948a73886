import { type GeoPoint } from '@travellite/protocol';
import { distanceKm } from '../../geo/distance.js';
import { type CityData, type LatLng, priceBand } from '../city-data.js';
import { cityDataSchema } from '../city-schema.js';
import { parseOpeningHours } from '../opening-hours.js';
import { curatedCities } from './index.js';

const point = ([lat, lng]: LatLng): GeoPoint => ({ lat, lng });
const placesOf = (city: CityData) => [...city.attractions, ...city.restaurants];

test('the cities have names, codes and aliases of their own', () => {
  const names = curatedCities.flatMap((city) =>
    [city.name, ...(city.aliases ?? [])].map((n) => n.toLowerCase()),
  );
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  const codes = curatedCities.map((city) => city.iata);
  expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
});

describe.each(curatedCities.map((city) => [city.name, city] as const))('%s', (_name, city) => {
  test('has the form of a city file', () => {
    expect(cityDataSchema.safeParse(city).error?.issues ?? []).toEqual([]);
  });

  test('lies where it says: every place and area within 40 km of the centre', () => {
    const far = [...placesOf(city), ...city.areas]
      .map((place) => ({ name: place.name, km: Math.round(distanceKm(point(place.at), point(city.centre))) }))
      .filter(({ km }) => km > 40);
    expect(far).toEqual([]);
  });

  test('no two places share an id, a name or an exact spot', () => {
    for (const key of ['id', 'name', 'at'] as const) {
      const values = placesOf(city).map((place) => String(place[key]));
      expect(values.filter((value, at) => values.indexOf(value) !== at)).toEqual([]);
    }
  });

  test('every attraction can be visited whole within one opening span', () => {
    const tooShort = city.attractions.filter(({ hours, visit }) => {
      const parsed = hours === undefined ? 'always' : parseOpeningHours(hours);
      if (parsed === 'always' || parsed === undefined) return false;
      return !Object.values(parsed).some((spans) => spans.some(({ open, close }) => close - open >= visit));
    });
    expect(tooShort.map(({ id }) => id)).toEqual([]);
  });

  test('a place whose source is "none needed" is free and always open', () => {
    const wrong = placesOf(city).filter(
      ({ from, price, hours }) => from === 'none needed' && (price > 0 || hours !== undefined),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('prices are in minor units of a plausible size', () => {
    const odd = city.restaurants.filter(
      ({ price }) => price < city.prices.meal / 12 || price > city.prices.meal * 20,
    );
    expect(odd.map(({ id, price }) => `${id} ${price}`)).toEqual([]);
    const dear = city.attractions.filter(({ price }) => price > city.prices.meal * 15);
    expect(dear.map(({ id, price }) => `${id} ${price}`)).toEqual([]);
  });

  test('offers sights of several kinds, free ones, evening ones and at least four cuisines', () => {
    expect(
      city.attractions.filter(({ price }) => priceBand(price, city.prices) === 'free').length,
    ).toBeGreaterThanOrEqual(3);
    expect(new Set(city.attractions.flatMap(({ tags }) => tags)).size).toBeGreaterThanOrEqual(12);
    expect(new Set(city.restaurants.flatMap(({ cuisines }) => cuisines)).size).toBeGreaterThanOrEqual(4);
    expect(city.restaurants.some(({ diets }) => diets?.includes('vegetarian'))).toBe(true);
  });

  test('highs lie above lows in every month', () => {
    expect(city.climate.filter(([high, low]) => high <= low)).toEqual([]);
  });
});
