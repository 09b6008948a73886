import { type IsoDate } from '@travellite/protocol';

const lastMinute = 24 * 60 - 1;

/** Minutes since midnight as `9:00 AM`. Midnight at the end of a day is `11:59 PM`, so that a span never seems to run backwards. */
export function clock(minute: number): string {
  const within = Math.min(Math.max(0, Math.round(minute)), lastMinute);
  const hour = Math.floor(within / 60);
  const minutes = String(within % 60).padStart(2, '0');
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minutes} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** `2h 05m`, `45m`. */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  if (hours === 0) return `${rest}m`;
  return rest === 0 ? `${hours}h` : `${hours}h ${String(rest).padStart(2, '0')}m`;
}

/** `December 15`. */
export const shortDay = (day: IsoDate): string =>
  new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
