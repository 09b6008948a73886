import { type TripLeg } from '@travellite/planner';
import { type Catalogue, type IsoDate, type PlaceRef, type PlanBlock } from '@travellite/protocol';
import { fromLocal, type Gazetteer } from '@travellite/travel-tools';

export type BlockTimes = Pick<PlanBlock, 'starts' | 'ends' | 'zone' | 'end_zone'>;

/** A moment by the clock of a place: day, minutes since midnight, IANA zone if anybody knows it. */
export interface ClockTime {
  date: IsoDate;
  minute: number;
  zone: string | undefined;
}

/** Which clocks a plan goes by, as IANA zones; `undefined` where nobody knows. */
export interface Clocks {
  city(name: string): string | undefined;
  /** Where a leg departs and arrives: a flight by its airports' clocks, anything else by its cities'. */
  leg(leg: TripLeg): { departs: string | undefined; arrives: string | undefined };
  /** From when to when; nothing where a zone is not known. The zones it names are those of `zones`. */
  span(from: ClockTime, to: ClockTime): BlockTimes;
  /** Zones named so far. */
  readonly zones: readonly string[];
}

export function clocksOf(
  { cities, flights }: Pick<Catalogue, 'cities' | 'flights'>,
  gazetteer: Gazetteer,
  origin?: PlaceRef,
): Clocks {
  const known = new Map<string, string | undefined>(cities.map(({ name, timeZone }) => [name, timeZone]));
  const zones: string[] = [];
  const city = (name: string) => {
    const ref = name === origin?.name ? origin : name;
    if (!known.has(name)) known.set(name, gazetteer.findCity(ref)?.timeZone);
    return known.get(name);
  };
  const airport = (code: string | undefined) =>
    code !== undefined && gazetteer.airport(code) ? gazetteer.timeZoneOfAirport(code) : undefined;
  const numberOf = (zone: string) => (zones.includes(zone) ? zones.indexOf(zone) : zones.push(zone) - 1);
  return {
    city,
    zones,
    leg({ item, from, to }) {
      const flight = item?.kind === 'flight' ? flights.find(({ id }) => id === item.id) : undefined;
      return {
        departs: airport(flight?.fromAirport) ?? city(from),
        arrives: airport(flight?.toAirport) ?? city(to),
      };
    },
    span(from, to) {
      if (from.zone === undefined || to.zone === undefined) return {};
      return {
        starts: toInstant(from, from.zone),
        ends: toInstant(to, to.zone),
        zone: numberOf(from.zone),
        ...(to.zone === from.zone ? {} : { end_zone: numberOf(to.zone) }),
      };
    },
  };
}

const minuteMs = 60_000;

/** `2026-12-15T09:00+01:00`; midnight at the end of a day is the next day's `00:00`. */
function toInstant({ date, minute }: ClockTime, zone: string): string {
  const wallMs = Date.parse(`${date}T00:00:00Z`) + Math.round(minute) * minuteMs;
  const wall = new Date(wallMs).toISOString().slice(0, 16);
  const offset = Math.round((wallMs - fromLocal(wall, zone)) / minuteMs);
  const two = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(offset);
  return `${wall}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
