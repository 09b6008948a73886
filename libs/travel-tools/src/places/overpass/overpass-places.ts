import { z } from 'zod';
import { type Gazetteer, type KnownCity } from '../../gazetteer/gazetteer.js';
import { requestJson } from '../../remote/http-json.js';
import { type ProviderCalls } from '../../remote/provider-calls.js';
import { ProviderFault } from '../../remote/provider-fault.js';
import { refuseIfAborted, type SearchOptions } from '../../search-options.js';
import { type PlaceSearch, preferring } from '../port.js';
import { elementSchema, toEatery, toSight } from './osm-places.js';
import { restaurantsQuery, sightsQuery } from './overpass-query.js';

export interface OverpassAccess {
  /** Whole address of an interpreter, `https://…/api/interpreter`. Public ones ask apps to run their own. */
  url: string;
}

const answerSchema = z.object({ elements: z.array(elementSchema), remark: z.string().optional() });
type Element = z.infer<typeof elementSchema>;

const ttlMs = 24 * 3_600_000;
const mostElements = 150;

/** Sights and restaurants of OpenStreetMap by an Overpass server. Data © OpenStreetMap contributors, ODbL. */
export function createOverpassPlaces(
  access: OverpassAccess,
  calls: ProviderCalls,
  gazetteer: Gazetteer,
  now: () => number,
): PlaceSearch {
  const ask = async (query: string, signal: AbortSignal): Promise<Element[]> => {
    const { elements, remark } = await requestJson(
      {
        url: new URL(access.url),
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          // Overpass' usage policy asks apps to say who they are.
          'user-agent': 'TravelLite/0.1',
        },
        body: new URLSearchParams({ data: query }).toString(),
        schema: answerSchema,
      },
      signal,
      now,
    );
    // Out of time or memory: Overpass answers 200 with what it had so far and says so in a remark.
    if (remark?.includes('error')) throw new ProviderFault('server', 'It ran out of time or memory.');
    return elements;
  };

  const places = async <T extends { name: string }>(
    city: KnownCity,
    query: string,
    read: (element: Element, city: KnownCity, fetchedAt: number) => T | undefined,
    options: SearchOptions | undefined,
  ): Promise<T[]> => {
    const attempt = async (signal: AbortSignal): Promise<T[]> => {
      const elements = await ask(query, signal);
      const found = elements.flatMap((element) => read(element, city, now()) ?? []);
      // One place is often mapped twice, as a point and as an outline.
      return [...new Map(found.map((place) => [place.name, place])).values()];
    };
    return calls.call({ key: `places ${query}`, ttlMs, attempt }, options);
  };

  return {
    source: 'openstreetmap',
    async attractions({ city: ref, tags, limit = 60 }, options) {
      refuseIfAborted(options);
      const city = gazetteer.findCity(ref);
      if (!city) return [];
      const found = await places(city, sightsQuery(city.location, mostElements), toSight, options);
      const named = found.map((place) => ({ ...place, city: ref.name }));
      return preferring(named, tags, (place) => place.tags).slice(0, limit);
    },
    async restaurants({ city: ref, cuisines, limit = 40 }, options) {
      refuseIfAborted(options);
      const city = gazetteer.findCity(ref);
      if (!city) return [];
      const found = await places(city, restaurantsQuery(city.location, mostElements), toEatery, options);
      const named = found.map((place) => ({ ...place, city: ref.name }));
      return preferring(named, cuisines, (place) => place.cuisines).slice(0, limit);
    },
  };
}
