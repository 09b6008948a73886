import { type Reply, type SeenRequest, StandIn } from './stand-in.js';

export const openTripMapKey = 'key-1';

const refuse = (status: number, error: string, headers = {}): Reply => ({ status, headers, json: { error } });

/** Replies a test can queue. */
export const openTripMapErrors = {
  badRequest: (): Reply => refuse(400, "Required parameter 'radius' is missing"),
  unauthorized: (): Reply => refuse(403, 'The API key is not authorized or invalid'),
  tooMany: (seconds?: string): Reply =>
    refuse(429, 'Too many requests', seconds === undefined ? {} : { 'retry-after': seconds }),
  server: (): Reply => refuse(500, 'Internal Server Error'),
};

const isNumber = (value: string | null): boolean => value !== null && /^-?\d+(\.\d+)?$/.test(value);

/** OpenTripMap's `/0.1/en/places/radius`. */
export const startOpenTripMapStandIn = (): Promise<StandIn> => StandIn.start(answer);

function answer({ method, path, query }: SeenRequest): Reply {
  if (method !== 'GET' || path !== '/0.1/en/places/radius') return refuse(404, 'Not found');
  if (query.get('apikey') !== openTripMapKey) return openTripMapErrors.unauthorized();
  const missing = ['radius', 'lon', 'lat'].find((name) => !isNumber(query.get(name)));
  if (missing) return refuse(400, `Required parameter '${missing}' is missing`);
  if (!['1', '2', '3', '1h', '2h', '3h', null].includes(query.get('rate')))
    return refuse(400, 'Unknown rate');
  if (!['json', 'geojson', 'count', null].includes(query.get('format'))) return refuse(400, 'Unknown format');
  if (Number(query.get('limit') ?? 1) > 500) return refuse(400, 'Limit is too large');
  const place = (xid: string, name: string, rate: number, kinds: string) => ({
    xid,
    name,
    dist: 512.3,
    rate,
    osm: 'way/1',
    wikidata: 'Q1',
    kinds,
    point: { lon: 4.83, lat: 45.76 },
  });
  return {
    json: [
      place('W1', 'Roman theatre', 3, 'archaeology,historic,theatres_and_entertainments,interesting_places'),
      place('W2', 'Town museum', 7, 'museums,cultural,interesting_places'),
      place('W3', '', 2, 'bridges,architecture'),
      place('W4', 'Botanical garden', 2, 'gardens_and_parks,natural,interesting_places'),
    ].slice(0, Number(query.get('limit') ?? 500)),
  };
}
