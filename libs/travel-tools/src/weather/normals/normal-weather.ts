import { TravelError } from '@travellite/protocol';
import { isIsoDate, requireCity } from '../../flights/flight-query.js';
import { type Gazetteer, type KnownCity } from '../../gazetteer/gazetteer.js';
import { addDays, daysBetween } from '../../geo/time-zones.js';
import { type Climate } from '../../places/city-data.js';
import { refuseIfAborted } from '../../search-options.js';
import { type DayWeather, type WeatherQuery, type WeatherSource } from '../port.js';

/**
 * What is usual on a day of the year: the long-year monthly means of the data set, and for other cities an estimate from
 * the latitude that says it is a sample.
 */
export function createNormalWeather(gazetteer: Gazetteer, now: () => number): WeatherSource {
  return {
    source: 'climate normals',
    async days(query, options) {
      refuseIfAborted(options);
      const city = requireCity(gazetteer, query.city);
      return daysOf(query).map((date) => normalDay(city, date, now()));
    },
  };
}

/**
 * The days asked for.
 * @throws {TravelError} `invalid`
 */
export function daysOf({ from, to }: Pick<WeatherQuery, 'from' | 'to'>): string[] {
  if (!isIsoDate(from) || !isIsoDate(to))
    throw new TravelError('invalid', 'A date is not a day of the calendar.');
  const last = daysBetween(from, to);
  if (last < 0 || last > 30) throw new TravelError('invalid', 'Weather is given for 1 to 31 days in a row.');
  return Array.from({ length: last + 1 }, (_, day) => addDays(from, day));
}

/** The usual weather of one day: monthly means, blended between the middles of months. */
export function normalDay(city: KnownCity, date: string, fetchedAt: number): DayWeather {
  const months = city.curated?.climate ?? estimatedClimate(city.location.lat);
  const month = Number(date.slice(5, 7)) - 1;
  const daysInMonth = new Date(Date.UTC(Number(date.slice(0, 4)), month + 1, 0)).getUTCDate();
  const offset = (Number(date.slice(8)) - (daysInMonth + 1) / 2) / daysInMonth;
  const [here, next] = [months[month]!, months[(month + (offset < 0 ? 11 : 1)) % 12]!];
  const blend = (at: 0 | 1 | 2): number => here[at] + (next[at] - here[at]) * Math.abs(offset);
  const rainChance = Math.round((blend(2) / 30.4) * 100) / 100;
  return {
    date,
    highC: Math.round(blend(0)),
    lowC: Math.round(blend(1)),
    rainChance: Math.min(1, rainChance),
    summary: rainSummary(rainChance),
    basis: 'normal',
    source: city.curated ? 'climate normals' : 'estimate from latitude',
    fetchedAt: city.curated ? Date.parse(`${city.curated.checked}T00:00:00Z`) : fetchedAt,
    sample: !city.curated,
  };
}

function rainSummary(chance: number): string {
  if (chance < 0.12) return 'usually dry';
  if (chance < 0.28) return 'mostly dry';
  return chance < 0.45 ? 'some rainy days' : 'often rain';
}

/** A rough world: warm at the equator, seasons that grow with latitude and are turned round in the south. */
export function estimatedClimate(latitude: number): readonly Climate[] {
  const far = Math.abs(latitude);
  const mean = 28 - Math.max(0, far - 15) * 0.45;
  const swing = Math.min(13, Math.max(1.5, far * 0.24));
  return Array.from({ length: 12 }, (_, month): Climate => {
    const season = Math.cos(((month - 6.3) / 12) * 2 * Math.PI) * (latitude < 0 ? -1 : 1);
    const middle = mean + swing * season;
    return [Math.round(middle + 4.5), Math.round(middle - 4.5), far < 12 ? 14 : 9];
  });
}
