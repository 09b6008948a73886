import { type CatalogueCity, type Destination, type TripRequest } from '@travellite/protocol';
import { type Gazetteer, type KnownCity } from '../gazetteer/gazetteer.js';

/** Candidates beyond the cities asked for, so that the planner has a choice within a state or country. */
const extraCandidates = 3;
/** Cities offered for a country or state when no number was named. */
const usualCandidates = 4;
const mostCities = 12;

/**
 * The cities a request may mean: named ones as they are, and for a region, state or country its candidates — curated
 * ones first, then the largest. A destination nobody knows is left out and named in `unknown`.
 */
export function expandDestinations(
  request: Pick<TripRequest, 'destinations' | 'origin'>,
  gazetteer: Gazetteer,
): { cities: CatalogueCity[]; unknown: string[] } {
  const cities = new Map<string, CatalogueCity>();
  const unknown: string[] = [];
  for (const destination of request.destinations) {
    const found = citiesOf(destination, gazetteer).filter(
      ({ name }) => name !== request.origin?.name || destination.kind === 'city',
    );
    if (found.length === 0) unknown.push(destination.name);
    for (const city of found)
      if (cities.size < mostCities && !cities.has(city.name)) cities.set(city.name, city);
  }
  return { cities: [...cities.values()], unknown };
}

function citiesOf(destination: Destination, gazetteer: Gazetteer): CatalogueCity[] {
  if (destination.kind === 'city') {
    const city = gazetteer.findCity(destination);
    return city ? [{ ...toCatalogueCity(city), name: destination.name, place: destination }] : [];
  }
  const count =
    destination.cityCount === undefined ? usualCandidates : destination.cityCount + extraCandidates;
  const area =
    destination.kind === 'country'
      ? { country: destination.country }
      : { country: destination.country, region: destination.name };
  const inside =
    destination.kind === 'country' && destination.country === undefined ? [] : gazetteer.citiesIn(area);
  // The planner finds the candidates of "2 cities in Virginia" by the region's name as the person's destination has it.
  const region = destination.kind === 'country' ? undefined : destination.name;
  return inside.slice(0, count).map((city) => ({ ...toCatalogueCity(city), ...(region ? { region } : {}) }));
}

function toCatalogueCity(city: KnownCity): CatalogueCity {
  return {
    name: city.name,
    place: {
      name: city.name,
      kind: 'city',
      country: city.country,
      ...(city.region ? { region: city.region } : {}),
      ...(city.iata ? { iata: city.iata } : {}),
      location: city.location,
    },
    timeZone: city.timeZone,
    country: city.country,
    ...(city.region ? { region: city.region } : {}),
  };
}
