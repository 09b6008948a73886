import { type IsoDate } from '@travellite/protocol';

/** The calendar day it is for the user. An unknown time zone counts as UTC. */
export function userDay(now: number, timeZone: string | undefined): IsoDate {
  const date = new Date(now);
  if (timeZone === undefined) return date.toISOString().slice(0, 10);
  try {
    // Swedish writes dates as ISO 8601 does.
    return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(date);
  } catch {
    return date.toISOString().slice(0, 10);
  }
}
