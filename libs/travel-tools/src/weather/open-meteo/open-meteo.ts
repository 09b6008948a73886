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

/** WMO weather interpretation codes (table 4677, as Open-Meteo groups them): first code, last code, words. */
const weatherWords: readonly (readonly [from: number, to: number, words: string])[] = [
  [0, 0, 'clear sky'],
  [1, 1, 'mainly clear'],
  [2, 2, 'partly cloudy'],
  [3, 3, 'overcast'],
  [45, 48, 'fog'],
  [51, 57, 'drizzle'],
  [61, 61, 'light rain'],
  [63, 63, 'rain'],
  [65, 65, 'heavy rain'],
  [66, 67, 'freezing rain'],
  [71, 77, 'snow'],
  [80, 80, 'light rain'],
  [81, 81, 'rain'],
  [82, 82, 'heavy rain'],
  [85, 86, 'snow'],
  [95, 99, 'thunderstorms'],
];

/** A weather code in a few words. */
export const wordsOf = (code: number): string =>
  weatherWords.find(([from, to]) => code >= from && code <= to)?.[2] ?? 'changeable';
