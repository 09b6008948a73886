import { type Attraction, type IsoDate, type Provenance, type Restaurant } from '@travellite/protocol';
import { type Gazetteer } from '../../gazetteer/gazetteer.js';
import { refuseIfAborted } from '../../search-options.js';
import { type AttractionData, type CityData, type RestaurantData } from '../city-data.js';
import { parseOpeningHours } from '../opening-hours.js';
import { preferring, type PlaceSearch } from '../port.js';

/** The curated data set behind the port. A city that is not in it has no places. */
export function createCuratedPlaces(gazetteer: Gazetteer): PlaceSearch {
  return {
    source: 'curated',
    async attractions({ city, tags, limit = 60 }, options) {
      refuseIfAborted(options);
      const data = gazetteer.findCity(city)?.curated;
      const all = data?.attractions.map((one) => toAttraction(one, data, city.name)) ?? [];
      const byFame = all.sort((a, b) => (b.rating ?? 0) - (a.rating ?? 0));
      return preferring(byFame, tags, (place) => place.tags).slice(0, limit);
    },
    async restaurants({ city, cuisines, limit = 40 }, options) {
      refuseIfAborted(options);
      const data = gazetteer.findCity(city)?.curated;
      const all = data?.restaurants.map((one) => toRestaurant(one, data, city.name)) ?? [];
      return preferring(all, cuisines, (place) => place.cuisines).slice(0, limit);
    },
  };
}

/** One sight as the planner reads it. `city` is the name to give it. */
export function toAttraction(data: AttractionData, city: CityData, cityName = city.name): Attraction {
  return {
    ...common(data, city, cityName),
    tags: [...data.tags],
    kind: data.kind,
    visitMinutes: data.visit,
    closedDates: closedDates(data.closed, city.checked),
    rating: data.stars,
  };
}

/** One restaurant as the planner reads it. */
export function toRestaurant(data: RestaurantData, city: CityData, cityName = city.name): Restaurant {
  return {
    ...common(data, city, cityName),
    cuisines: [...data.cuisines],
    ...(data.diets ? { diets: [...data.diets] } : {}),
  };
}

function common(data: AttractionData | RestaurantData, city: CityData, cityName: string) {
  const hours = data.hours === undefined ? undefined : parseOpeningHours(data.hours);
  return {
    id: `${city.iata.toLowerCase()}:${data.id}`,
    name: data.name,
    city: cityName,
    location: { lat: data.at[0], lng: data.at[1] },
    price: { amountMinor: data.price, currency: city.currency },
    ...(hours === undefined || hours === 'always' ? {} : { hours }),
    description: data.about,
    ...provenance(city),
  };
}

const provenance = (city: CityData): Provenance => ({
  source: 'curated',
  fetchedAt: Date.parse(`${city.checked}T00:00:00Z`),
  sample: false,
});

/** Yearly closing days (`12-25`) as dates of the year of the check and the three after it. */
function closedDates(days: readonly string[] | undefined, checked: IsoDate): IsoDate[] | undefined {
  if (!days) return undefined;
  const year = Number(checked.slice(0, 4));
  return [0, 1, 2, 3].flatMap((later) => days.map((day) => `${year + later}-${day}`)).sort();
}
