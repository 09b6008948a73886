import { type IsoDate, type PlanBlock, type PlanDay, type Poi } from '@travellite/protocol';
import { type ItineraryDay, type ItineraryEntry, type ItineraryPlace } from './itinerary.js';
import { timeIn, wayIn } from './local-words.js';
import { momentsOf } from './moments.js';
import { plain } from './plain.js';

/** What a day is read with: the day the trip begins, if anybody knows, and the zones of the trip. */
export interface TripTimes {
  first: IsoDate | undefined;
  zones: readonly string[];
  /** In which times and ways are told. */
  language: string;
}

const dayMs = 86_400_000;

/** Days of a trip that are written down at most, from the first on: a plan has sixty and the way home. */
const longestTripDays = 100;

export function toDay(day: PlanDay, index: number, times: TripTimes): ItineraryDay {
  const date = dateOf(day, index, times.first);
  const name = typeof day.lodging === 'string' ? day.lodging : (day.lodging?.name ?? '');
  const lodging = plain(name, 200);
  return {
    number: index + 1,
    ...(date === undefined ? {} : { date }),
    title: plain(day.highlight, 300),
    ...(lodging === '' ? {} : { lodging: { name: lodging, ...amount(day.lodging_cost) } }),
    entries: day.blocks.map((block) => toEntry(block, date, times)),
  };
}

/** The day's own date when it lies within the trip, else counted from the first. */
function dateOf({ date }: PlanDay, index: number, first: IsoDate | undefined): IsoDate | undefined {
  if (first === undefined) return undefined;
  const start = Date.parse(`${first}T00:00:00Z`);
  const days = date === undefined ? NaN : (Date.parse(`${date}T00:00:00Z`) - start) / dayMs;
  if (days >= 0 && days < longestTripDays) return date;
  return new Date(start + index * dayMs).toISOString().slice(0, 10);
}

const amount = (cost: number | undefined) => (cost === undefined || cost < 0 ? {} : { cost });

function toEntry(
  block: PlanBlock,
  date: IsoDate | undefined,
  { zones, language }: TripTimes,
): ItineraryEntry {
  const { pois = [], transportation, continued } = block;
  const travel = continued === true || transportation?.cost !== undefined;
  const words = plain(wayIn(transportation ?? {}, language), 200);
  const known = words !== '' || transportation?.cost !== undefined;
  return {
    kind: travel ? 'travel' : 'stop',
    title: plain(block.description, 300),
    time: plain(timeIn(block.time, language), 60),
    ...(continued === true || date === undefined ? {} : momentsOf(block, date, zones)),
    ...(continued === true ? { continued } : {}),
    places: pois.map(toPlace),
    ...(known ? { transport: { words, ...amount(transportation?.cost) } } : {}),
  };
}

function toPlace(poi: Poi): ItineraryPlace {
  const { lat, lng } = poi.geo_coordinate;
  const line = (name: string, text: string | undefined, longest: number) => {
    const value = plain(text ?? '', longest);
    return value === '' ? {} : { [name]: value };
  };
  return {
    name: plain(poi.name, 200),
    ...line('description', poi.description, 1_000),
    ...line('address', poi.address, 300),
    ...line('hours', poi.opening_hours, 300),
    ...line('cost', poi.cost, 100),
    location: { lat, lng },
    sample: poi.special_instructions === 'Sample data',
  };
}
