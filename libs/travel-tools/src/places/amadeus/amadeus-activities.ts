import { type Attraction } from '@travellite/protocol';
import { z } from 'zod';
import { type AmadeusConnection } from '../../amadeus/amadeus-connection.js';
import { toMoney } from '../../currency/money.js';
import { type Gazetteer } from '../../gazetteer/gazetteer.js';
import { type ProviderCalls } from '../../remote/provider-calls.js';
import { refuseIfAborted } from '../../search-options.js';
import { type PlaceSearch, preferring } from '../port.js';
import { tagsOfWords } from '../words-to-tags.js';

const activitySchema = z.object({
  id: z.string(),
  name: z.string().min(1),
  shortDescription: z.string().optional(),
  // Documented as numbers, sent as text.
  geoCode: z.object({ latitude: z.coerce.number(), longitude: z.coerce.number() }).optional(),
  rating: z.coerce.number().min(0).max(5).optional().catch(undefined),
  price: z
    .object({ currencyCode: z.string().regex(/^[A-Z]{3}$/), amount: z.string().regex(/^\d+(\.\d+)?/) })
    .optional()
    .catch(undefined),
  minimumDuration: z.string().optional(),
});
const answerSchema = z.object({ data: z.array(activitySchema) });
type Activity = z.infer<typeof activitySchema>;

const ttlMs = 6 * 3_600_000;
const radiusKm = 10;

/** Bookable tours and activities by Amadeus' Tours and Activities v1. It knows no restaurants. */
export function createAmadeusActivities(
  connection: AmadeusConnection,
  calls: ProviderCalls,
  gazetteer: Gazetteer,
  now: () => number,
): PlaceSearch {
  return {
    source: 'amadeus',
    async attractions({ city: ref, tags, limit = 60 }, options) {
      refuseIfAborted(options);
      const city = gazetteer.findCity(ref);
      if (!city) return [];
      const { lat, lng } = city.location;
      const params = { latitude: lat.toFixed(4), longitude: lng.toFixed(4), radius: radiusKm };
      const found = await calls.call(
        {
          key: `activities ${JSON.stringify(params)}`,
          ttlMs,
          attempt: async (signal) => {
            const answer = await connection.get('/v1/shopping/activities', params, answerSchema, signal);
            return answer.data.flatMap((activity) => toAttraction(activity, now()) ?? []);
          },
        },
        options,
      );
      const places = found.map((place) => ({ ...place, city: ref.name }));
      return preferring(places, tags, (place) => place.tags).slice(0, limit);
    },
    async restaurants(_query, options) {
      refuseIfAborted(options);
      return [];
    },
  };
}

/** One activity; undefined without a price, because nothing could be calculated with it. */
function toAttraction(activity: Activity, fetchedAt: number): Omit<Attraction, 'city'> | undefined {
  const { price, geoCode, rating, shortDescription } = activity;
  if (!price) return undefined;
  return {
    id: `amadeus-activity-${activity.id}`,
    name: activity.name,
    kind: 'activity',
    tags: tagsOfWords(`${activity.name} ${shortDescription ?? ''}`),
    visitMinutes: spokenMinutes(activity.minimumDuration) ?? 120,
    price: toMoney(Number.parseFloat(price.amount), price.currencyCode),
    ...(geoCode ? { location: { lat: geoCode.latitude, lng: geoCode.longitude } } : {}),
    ...(rating ? { rating } : {}),
    ...(shortDescription ? { description: shortDescription } : {}),
    source: 'amadeus',
    sample: false,
    fetchedAt,
  };
}

/** `2 hours 30 minutes`, `1 day` to minutes, at most a day of ten hours. */
export function spokenMinutes(text: string | undefined): number | undefined {
  const units = { day: 600, hour: 60, minute: 1 } as const;
  let minutes = 0;
  for (const [, count, unit] of (text ?? '').matchAll(/(\d+(?:\.\d+)?)\s*(day|hour|minute)/gi)) {
    minutes += Number(count) * units[unit!.toLowerCase() as keyof typeof units];
  }
  return minutes > 0 ? Math.min(600, Math.round(minutes)) : undefined;
}
