import { type Destination, type GeoPoint, type Poi } from '@travellite/protocol';
import { distanceKm, type Gazetteer, type KnownCity } from '@travellite/travel-tools';

/** A place this near to the middle of a well-known city counts as being there. */
const reachKm = 40;
/** In thinly known parts the largest town around counts, if it is not too far. */
const townReachKm = 25;

/** The city a place of the list lies in: a curated one within reach, else the largest town around. */
export function cityOfPoint(point: GeoPoint, gazetteer: Gazetteer): KnownCity | undefined {
  const near = gazetteer
    .citiesIn({})
    .filter(({ location }) => Math.abs(location.lat - point.lat) * 111 < reachKm)
    .map((city) => ({ city, km: distanceKm(city.location, point) }));
  const curated = near.filter(({ city, km }) => city.curated && km < reachKm);
  if (curated.length > 0) return curated.reduce((best, one) => (one.km < best.km ? one : best)).city;
  const towns = near.filter(({ km }) => km < townReachKm);
  return towns.toSorted((a, b) => b.city.population - a.city.population)[0]?.city;
}

/** Whether a place lies in a destination. */
export function liesIn(poi: Poi, destination: Destination): boolean {
  const { location } = destination;
  return location !== undefined && distanceKm(location, poi.geo_coordinate) < reachKm;
}

export const toDestination = (city: KnownCity): Destination => ({
  name: city.name,
  kind: 'city',
  country: city.country,
  ...(city.region === undefined ? {} : { region: city.region }),
  ...(city.iata === undefined ? {} : { iata: city.iata }),
  location: city.location,
});
