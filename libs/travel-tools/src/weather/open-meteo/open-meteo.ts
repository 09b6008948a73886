import { z } from 'zod';
import { requireCity } from '../../flights/flight-query.js';
import { type Gazetteer } from '../../gazetteer/gazetteer.js';
import { addDays, toLocal } from '../../geo/time-zones.js';
import { requestJson } from '../../remote/http-json.js';
import { type ProviderCalls } from '../../remote/provider-calls.js';
import { refuseIfAborted } from '../../search-options.js';
import { daysOf, normalDay } from '../normals/normal-weather.js';
import { type DayWeather, type WeatherSource } from '../port.js';

export interface OpenMeteoAccess {
  /** `https://api.open-meteo.com` when absent. */
  baseUrl?: string;
  /** For the commercial service. */
  apiKey?: string;
}

const numbers = z.array(z.number().nullable());
const answerSchema = z.object({
  daily: z.object({
    time: z.array(z.string()),
    temperature_2m_max: numbers,
    temperature_2m_min: numbers,
    precipitation_probability_max: numbers,
    weather_code: numbers,
  }),
});
type Daily = z.infer<typeof answerSchema>['daily'];

/** Days Open-Meteo forecasts, today included. */
const forecastDays = 16;
const ttlMs = 30 * 60_000;
const variables = 'temperature_2m_max,temperature_2m_min,precipitation_probability_max,weather_code';

/** Forecasts by Open-Meteo for the days it has, what is usual for the others. */
export function createOpenMeteo(
  access: OpenMeteoAccess,
  calls: ProviderCalls,
  gazetteer: Gazetteer,
  now: () => number,
): WeatherSource {
  return {
    source: 'open-meteo',
    async days(query, options) {
      refuseIfAborted(options);
      const city = requireCity(gazetteer, query.city);
      const days = daysOf(query);
      const today = toLocal(now(), city.timeZone).slice(0, 10);
      const lastForecast = addDays(today, forecastDays - 1);
      const wanted = days.filter((day) => day >= today && day <= lastForecast);
      if (wanted.length === 0) return days.map((day) => normalDay(city, day, now()));

      const params = {
        latitude: city.location.lat.toFixed(4),
        longitude: city.location.lng.toFixed(4),
        daily: variables,
        timezone: city.timeZone,
        start_date: wanted[0]!,
        end_date: wanted.at(-1)!,
      };
      const forecasts = await calls.call(
        {
          key: `weather ${JSON.stringify(params)}`,
          ttlMs,
          attempt: async (signal) => {
            const url = new URL('/v1/forecast', access.baseUrl ?? 'https://api.open-meteo.com');
            url.search = new URLSearchParams({
              ...params,
              ...(access.apiKey ? { apikey: access.apiKey } : {}),
            }).toString();
            const { daily } = await requestJson({ url, schema: answerSchema }, signal, now);
            return daily.time.flatMap((_, at) => toDay(daily, at, now()) ?? []);
          },
        },
        options,
      );
      return days.map((day) => forecasts.find(({ date }) => date === day) ?? normalDay(city, day, now()));
    },
  };
}

/** One day; undefined where the model has no values yet. */
function toDay(daily: Daily, at: number, fetchedAt: number): DayWeather | undefined {
  const [high, low] = [daily.temperature_2m_max[at], daily.temperature_2m_min[at]];
  if (high == null || low == null) return undefined;
  const chance = daily.precipitation_probability_max[at] ?? 0;
  return {
    date: daily.time[at]!,
    highC: Math.round(high),
    lowC: Math.round(low),
    rainChance: Math.min(1, Math.max(0, chance / 100)),
    summary: wordsOf(daily.weather_code[at] ?? -1),
    basis: 'forecast',
    source: 'open-meteo',
    sample: false,
    fetchedAt,
    expiresAt: fetchedAt + ttlMs,
  };
}

/** WMO weather interpretation codes (table 4677, as Open-Meteo groups them) in a few words. */
export function wordsOf(code: number): string {
  if (code === 0) return 'clear sky';
  if (code === 1) return 'mainly clear';
  if (code === 2) return 'partly cloudy';
  if (code === 3) return 'overcast';
  if (code === 45 || code === 48) return 'fog';
  if (code >= 51 && code <= 57) return 'drizzle';
  if (code === 61 || code === 80) return 'light rain';
  if (code === 63 || code === 81) return 'rain';
  if (code === 65 || code === 82) return 'heavy rain';
  if (code === 66 || code === 67) return 'freezing rain';
  if ((code >= 71 && code <= 77) || code === 85 || code === 86) return 'snow';
  if (code >= 95 && code <= 99) return 'thunderstorms';
  return 'changeable';
}
