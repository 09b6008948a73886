import { type GeoPoint } from '@travellite/protocol';

const earthKm = 6371;
const radians = Math.PI / 180;
/** Streets are longer than the straight line; 1.3 is the usual factor for city networks. */
const detour = 1.3;
const walkMinutesPerKm = 12.5;
/** Waiting and changing, then 20 km/h. */
const transitBaseMinutes = 12;
const transitMinutesPerKm = 3;

/** Great-circle distance in kilometres (haversine). */
export function straightKm(a: GeoPoint, b: GeoPoint): number {
  const dLat = (b.lat - a.lat) * radians;
  const dLng = (b.lng - a.lng) * radians;
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(dLng / 2) ** 2;
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Kilometres by street. */
export const streetKm = (a: GeoPoint, b: GeoPoint): number => straightKm(a, b) * detour;

const walkMinutes = (km: number) => km * walkMinutesPerKm;
const transitMinutes = (km: number) => transitBaseMinutes + km * transitMinutesPerKm;

/** Minutes between two places of a city: on foot at 4.8 km/h, or 12 min + 3 min/km by public transport if that is faster. */
export function moveMinutes(a: GeoPoint | undefined, b: GeoPoint | undefined): number {
  if (a === undefined || b === undefined) return 0;
  const km = streetKm(a, b);
  return Math.ceil(Math.min(walkMinutes(km), transitMinutes(km)));
}

/** Up to about 1.3 km walking is as fast as anything. */
export const isWalk = (km: number): boolean => walkMinutes(km) <= transitMinutes(km);
