import { type IsoDate, type PlaceRef, type Provenance } from '@travellite/protocol';
import { type SearchOptions } from '../search-options.js';

export interface WeatherQuery {
  city: PlaceRef;
  from: IsoDate;
  /** Last day, at most 30 days after the first. */
  to: IsoDate;
}

export interface DayWeather extends Provenance {
  date: IsoDate;
  highC: number;
  lowC: number;
  /** 0 to 1. */
  rainChance: number;
  /** A few words: `light rain`, `mostly dry`. */
  summary: string;
  /** A forecast of that day, or what is usual at that time of the year. */
  basis: 'forecast' | 'normal';
}

/**
 * Weather by day.
 *
 * 1. **days** — one entry a day, from first to last, none missing.
 * 2. **sense** — the high is not below the low; the chance lies between 0 and 1.
 * 3. **honesty** — days beyond what the provider forecasts are `normal`, never an invented forecast.
 * 4. **errors** as for flights.
 */
export interface WeatherSource {
  readonly source: string;
  days(query: WeatherQuery, options?: SearchOptions): Promise<DayWeather[]>;
}
