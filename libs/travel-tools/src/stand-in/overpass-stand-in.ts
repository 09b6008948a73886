import { type Reply, type SeenRequest, StandIn } from './stand-in.js';

const page = (status: number, text: string, headers = {}): Reply => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  text: `<html><body><p><strong>Error</strong>: ${text}</p></body></html>`,
});

/** Replies a test can queue: Overpass answers errors as web pages, and running out of time with 200 and a remark. */
export const overpassErrors = {
  badRequest: (): Reply => page(400, 'line 1: parse error: Unknown type "nwx"'),
  unauthorized: (): Reply => page(403, 'Forbidden'),
  tooMany: (seconds?: string): Reply =>
    page(429, 'rate_limited', seconds === undefined ? {} : { 'retry-after': seconds }),
  server: (): Reply => page(504, 'The server is probably too busy to handle your request.'),
  outOfTime: (): Reply => ({
    json: {
      version: 0.6,
      elements: [],
      remark: 'runtime error: Query timed out in "query" at line 2 after 7 seconds.',
    },
  }),
};

/** An Overpass interpreter that knows one town. */
export const startOverpassStandIn = (): Promise<StandIn> => StandIn.start(answer);

function answer({ method, path, headers, body }: SeenRequest): Reply {
  if (path !== '/api/interpreter') return page(404, 'Not found');
  if (method !== 'POST' || headers['content-type'] !== 'application/x-www-form-urlencoded') {
    return overpassErrors.badRequest();
  }
  if (!headers['user-agent']) return overpassErrors.unauthorized();
  const query = new URLSearchParams(body).get('data') ?? '';
  const wellFormed =
    /^\[out:json\]\[timeout:\d+\];/.test(query) &&
    /\(around:\d+,-?\d+\.\d+,-?\d+\.\d+\)/.test(query) &&
    /out center tags \d+;$/.test(query) &&
    balanced(query);
  if (!wellFormed) return overpassErrors.badRequest();
  return {
    json: {
      version: 0.6,
      generator: 'Overpass API',
      osm3s: { timestamp_osm_base: '2026-11-21T11:00:00Z', copyright: 'OpenStreetMap contributors, ODbL' },
      elements: query.includes('"amenity"="restaurant"') ? restaurants : sights,
    },
  };
}

const balanced = (query: string): boolean =>
  [
    ['(', ')'],
    ['[', ']'],
  ].every(([open, close]) => query.split(open!).length === query.split(close!).length);

// prettier-ignore
const sights = [
  { type: 'node', id: 1, lat: 45.767, lon: 4.834, tags: { name: 'Musée des Beaux-Arts', 'name:en': 'Museum of Fine Arts', tourism: 'museum', opening_hours: 'Mo,We-Su 10:00-18:00', charge: '8 EUR', wikidata: 'Q511' } },
  { type: 'way', id: 2, center: { lat: 45.778, lon: 4.853 }, tags: { name: 'Parc de la Tête d’Or', leisure: 'park', fee: 'no', wikidata: 'Q1' } },
  { type: 'node', id: 3, lat: 45.762, lon: 4.822, tags: { name: 'Basilica', tourism: 'attraction', building: 'basilica', opening_hours: 'sunrise-sunset' } },
  { type: 'relation', id: 4, center: { lat: 45.762, lon: 4.823 }, tags: { name: 'Basilica', tourism: 'attraction' } },
  { type: 'way', id: 5, tags: { name: 'Nowhere', tourism: 'museum' } },
  { type: 'node', id: 6, lat: 45.76, lon: 4.83, tags: { tourism: 'viewpoint' } },
  { type: 'node', id: 7, lat: 45.75, lon: 4.83, tags: { name: 'Zoo de Lyon', tourism: 'zoo', 'addr:street': 'Rue A', 'addr:housenumber': '7' } },
];
// prettier-ignore
const restaurants = [
  { type: 'node', id: 11, lat: 45.764, lon: 4.835, tags: { name: 'Bouchon', amenity: 'restaurant', cuisine: 'lyonnais;french', opening_hours: 'Tu-Sa 12:00-14:00,19:00-22:00' } },
  { type: 'node', id: 12, lat: 45.765, lon: 4.836, tags: { name: 'Napoli', amenity: 'restaurant', cuisine: 'pizza', 'diet:vegetarian': 'yes', 'diet:vegan': 'only', 'diet:halal': 'no' } },
  { type: 'node', id: 13, lat: 45.766, lon: 4.837, tags: { name: 'Nameless cuisine', amenity: 'restaurant', cuisine: '日本' } },
];
