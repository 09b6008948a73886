import { type Attraction } from '@travellite/protocol';
import { z } from 'zod';
import { toMoney } from '../../currency/money.js';
import { type Gazetteer } from '../../gazetteer/gazetteer.js';
import { requestJson } from '../../remote/http-json.js';
import { type ProviderCalls } from '../../remote/provider-calls.js';
import { refuseIfAborted } from '../../search-options.js';
import { type PlaceSearch, preferring } from '../port.js';
import { tagsOfWords } from '../words-to-tags.js';

export interface OpenTripMapAccess {
  apiKey: string;
  /** `https://api.opentripmap.com` when absent. */
  baseUrl?: string;
}

const placeSchema = z.object({
  xid: z.string(),
  name: z.string(),
  /** 1 to 3, 7 for heritage. */
  rate: z.coerce.number().catch(1),
  kinds: z.string(),
  point: z.object({ lat: z.number(), lon: z.number() }),
});
const answerSchema = z.array(placeSchema);
type Place = z.infer<typeof placeSchema>;

const ttlMs = 24 * 3_600_000;

/** Sights by OpenTripMap. It knows neither hours nor prices, so visits are short and free of charge is not promised. */
export function createOpenTripMapPlaces(
  access: OpenTripMapAccess,
  calls: ProviderCalls,
  gazetteer: Gazetteer,
  now: () => number,
): PlaceSearch {
  return {
    source: 'opentripmap',
    async attractions({ city: ref, tags, limit = 60 }, options) {
      refuseIfAborted(options);
      const city = gazetteer.findCity(ref);
      if (!city) return [];
      const params = {
        radius: '6000',
        lon: city.location.lng.toFixed(4),
        lat: city.location.lat.toFixed(4),
        kinds: 'interesting_places',
        rate: '2',
        format: 'json',
        limit: '100',
      };
      const found = await calls.call(
        {
          key: `places ${JSON.stringify(params)}`,
          ttlMs,
          attempt: async (signal) => {
            const url = new URL('/0.1/en/places/radius', access.baseUrl ?? 'https://api.opentripmap.com');
            url.search = new URLSearchParams({ ...params, apikey: access.apiKey }).toString();
            const places = await requestJson({ url, schema: answerSchema }, signal, now);
            return places
              .filter(({ name }) => name.trim() !== '')
              .sort((a, b) => b.rate - a.rate)
              .map((place) => toAttraction(place, city.currency, now()));
          },
        },
        options,
      );
      const named = found.map((place) => ({ ...place, city: ref.name }));
      return preferring(named, tags, (place) => place.tags).slice(0, limit);
    },
    async restaurants(_query, options) {
      refuseIfAborted(options);
      return [];
    },
  };
}

function toAttraction(place: Place, currency: string, fetchedAt: number): Omit<Attraction, 'city'> {
  const kinds = place.kinds.split(',');
  return {
    id: `opentripmap-${place.xid}`,
    name: place.name.trim(),
    kind: (kinds[0] ?? 'sight').replaceAll('_', ' '),
    tags: tagsOfWords(`${place.kinds} ${place.name}`),
    visitMinutes: kinds.includes('museums') ? 90 : 45,
    price: toMoney(0, currency),
    location: { lat: place.point.lat, lng: place.point.lon },
    description: 'Hours and entrance fee are not known: check before you go.',
    source: 'opentripmap',
    sample: false,
    fetchedAt,
  };
}
