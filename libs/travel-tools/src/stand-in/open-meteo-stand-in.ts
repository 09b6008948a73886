import { isIsoDate } from '../flights/flight-query.js';
import { addDays, daysBetween } from '../geo/time-zones.js';
import { type Reply, type SeenRequest, StandIn } from './stand-in.js';

const refuse = (reason: string, status = 400): Reply => ({ status, json: { error: true, reason } });

/** Replies a test can queue, as Open-Meteo words them. */
export const openMeteoErrors = {
  badRequest: (): Reply => refuse("Parameter 'start_date' is out of allowed range"),
  unauthorized: (): Reply => refuse('The supplied API key is invalid.', 401),
  tooMany: (seconds?: string): Reply => ({
    ...refuse('Minutely API request limit exceeded. Please try again in one minute.', 429),
    ...(seconds ? { headers: { 'retry-after': seconds } } : {}),
  }),
  server: (): Reply => refuse('Internal server error', 500),
};

const known = new Set([
  'temperature_2m_max',
  'temperature_2m_min',
  'precipitation_probability_max',
  'weather_code',
  'precipitation_sum',
]);
const allowed = new Set(['latitude', 'longitude', 'daily', 'timezone', 'start_date', 'end_date', 'apikey']);

/** Open-Meteo's `/v1/forecast` with daily values; the last two of sixteen days have no values yet. */
export const startOpenMeteoStandIn = (today: string): Promise<StandIn> =>
  StandIn.start((request) => answer(request, today));

function answer({ method, path, query }: SeenRequest, today: string): Reply {
  if (method !== 'GET' || path !== '/v1/forecast')
    return { status: 404, json: { error: true, reason: 'Not Found' } };
  const strange = [...query.keys()].find((name) => !allowed.has(name));
  if (strange) return refuse(`Unknown parameter '${strange}'`);
  const [lat, lng] = [Number(query.get('latitude') ?? NaN), Number(query.get('longitude') ?? NaN)];
  if (!(Math.abs(lat) <= 90)) return refuse(`Latitude must be in range of -90 to 90°. Given: ${lat}.`);
  if (!(Math.abs(lng) <= 180)) return refuse(`Longitude must be in range of -180 to 180°. Given: ${lng}.`);
  const variables = (query.get('daily') ?? '').split(',');
  const unknown = variables.find((name) => !known.has(name));
  if (unknown !== undefined) {
    return refuse(`Cannot initialize DailyVariable from invalid String value ${unknown} for key daily`);
  }
  const zone = query.get('timezone') ?? '';
  if (!Intl.supportedValuesOf('timeZone').includes(zone)) return refuse('Invalid timezone');
  const [start, end] = [query.get('start_date') ?? '', query.get('end_date') ?? ''];
  if (!isIsoDate(start) || !isIsoDate(end)) return refuse('Invalid date format. Make sure to use yyyy-mm-dd');
  if (end < start) return refuse('End-date must be larger or equals than start-date');
  if (start < addDays(today, -92) || end > addDays(today, 15)) {
    return refuse(
      `Parameter 'end_date' is out of allowed range from ${addDays(today, -92)} to ${addDays(today, 15)}`,
    );
  }
  const days = Array.from({ length: daysBetween(start, end) + 1 }, (_, day) => addDays(start, day));
  const valueOf = (name: string, day: string): number | null => {
    if (daysBetween(today, day) >= 14) return null;
    return (
      {
        temperature_2m_max: 11.4,
        temperature_2m_min: 5.6,
        precipitation_probability_max: 40,
        weather_code: 61,
      }[name] ?? 0
    );
  };
  return {
    json: {
      latitude: lat,
      longitude: lng,
      generationtime_ms: 0.1,
      utc_offset_seconds: 3_600,
      timezone: zone,
      elevation: 38,
      daily_units: { time: 'iso8601' },
      daily: {
        time: days,
        ...Object.fromEntries(variables.map((name) => [name, days.map((day) => valueOf(name, day))])),
      },
    },
  };
}
