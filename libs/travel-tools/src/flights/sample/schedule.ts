import { type IsoDate, type LocalDateTime } from '@travellite/protocol';
import { type Airport } from '../../gazetteer/airport-table.js';
import { distanceKm } from '../../geo/distance.js';
import { fromLocal, toLocal } from '../../geo/time-zones.js';

/** Flying time in minutes: half an hour of taxiing, climb and descent, the rest at cruising speed (about 830 km/h). */
export const flyingMinutes = (km: number): number => 30 + Math.round(km / (830 / 60) / 5) * 5;

/** The longest flights of today are about 15,300 km; regional airports see shorter ones. */
export function hasDirectFlight(from: Airport, to: Airport): boolean {
  const km = distanceKm(from.location, to.location);
  if (km < 80) return false;
  if (from.large && to.large) return km < 14_500;
  return from.large || to.large ? km < 2_600 : km < 500;
}

/** Large airports where one changes planes. */
// prettier-ignore
export const hubs = [
  'FRA', 'AMS', 'CDG', 'LHR', 'MAD', 'MUC', 'ZRH', 'IST', 'HEL', 'LIS', 'KEF', 'DXB', 'DOH', 'ADD', 'JNB', 'NBO',
  'SIN', 'HKG', 'ICN', 'HND', 'BKK', 'DEL', 'PVG', 'SYD', 'AKL', 'ATL', 'ORD', 'DFW', 'DEN', 'LAX', 'SFO', 'JFK',
  'IAH', 'MIA', 'CLT', 'SEA', 'YYZ', 'YVR', 'MEX', 'PTY', 'BOG', 'LIM', 'GRU', 'SCL',
] as const;

export interface Timetable {
  departs: LocalDateTime;
  arrives: LocalDateTime;
  durationMinutes: number;
}

/** Departure by the clock of the first airport, arrival by that of the last. */
export function timetable(
  date: IsoDate,
  departMinutes: number,
  durationMinutes: number,
  zones: { from: string; to: string },
): Timetable {
  const clock = `${String(Math.floor(departMinutes / 60)).padStart(2, '0')}:${String(departMinutes % 60).padStart(2, '0')}`;
  const leaves = fromLocal(`${date}T${clock}`, zones.from);
  return {
    departs: toLocal(leaves, zones.from),
    arrives: toLocal(leaves + durationMinutes * 60_000, zones.to),
    durationMinutes,
  };
}
