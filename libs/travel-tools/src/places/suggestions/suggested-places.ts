import { type Attraction, type Restaurant } from '@travellite/protocol';
import { samplePrice } from '../../currency/table/sample-price.js';
import { type Gazetteer, type KnownCity } from '../../gazetteer/gazetteer.js';
import { refuseIfAborted } from '../../search-options.js';
import { preferring, type PlaceSearch } from '../port.js';
import { mealIdeas, sightIdeas } from './ideas.js';

/**
 * Ideas that hold in any town ("a walk through the centre of …"), for cities of which no data set or provider knows a
 * place. They name nothing that might not exist and are marked as samples.
 */
export function createSuggestedPlaces(gazetteer: Gazetteer, now: () => number): PlaceSearch {
  const frame = (city: KnownCity, name: string, id: string, [north, east]: readonly [number, number]) => ({
    id: `idea:${city.location.lat.toFixed(2)},${city.location.lng.toFixed(2)}:${id}`,
    city: name,
    location: {
      lat: Math.round((city.location.lat + north / 111) * 1e4) / 1e4,
      lng:
        Math.round((city.location.lng + east / (111 * Math.cos((city.location.lat * Math.PI) / 180))) * 1e4) /
        1e4,
    },
    source: 'general ideas',
    sample: true,
    fetchedAt: now(),
  });

  return {
    source: 'general ideas',
    async attractions({ city: ref, tags, limit = 60 }, options) {
      refuseIfAborted(options);
      const city = gazetteer.findCity(ref);
      if (!city) return [];
      const places = sightIdeas.map((idea): Attraction => ({
        ...frame(city, ref.name, idea.id, idea.offsetKm),
        name: idea.name(ref.name),
        tags: [...idea.tags],
        kind: idea.kind,
        visitMinutes: idea.minutes,
        price:
          idea.euros === 0
            ? { amountMinor: 0, currency: city.currency }
            : samplePrice(idea.euros * city.priceLevel, city.currency),
        ...(idea.hours ? { hours: idea.hours } : {}),
        description: idea.about,
      }));
      return preferring(places, tags, (place) => place.tags).slice(0, limit);
    },
    async restaurants({ city: ref, cuisines, limit = 40 }, options) {
      refuseIfAborted(options);
      const city = gazetteer.findCity(ref);
      if (!city) return [];
      const places = mealIdeas.map((idea): Restaurant => ({
        ...frame(city, ref.name, idea.id, idea.offsetKm),
        name: idea.name(ref.name),
        cuisines: [...idea.cuisines],
        price: samplePrice(idea.euros * city.priceLevel, city.currency),
        hours: idea.hours,
        description: idea.about,
        ...(idea.diets ? { diets: [...idea.diets] } : {}),
      }));
      return preferring(places, cuisines, (place) => place.cuisines).slice(0, limit);
    },
  };
}
