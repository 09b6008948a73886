import { type Destination } from '@travellite/protocol';

/** What is wished of the stop in one city. */
export interface StayWish {
  nights?: number;
  /** Said in days. */
  inDays?: boolean;
  /** Days of the trip from 1. */
  during?: { from: number; to: number };
}

/** Whether stays count the last day like the others, so that one said in days has one night fewer when it ends the trip. */
export const countsLastDay = (destinations: readonly Destination[], nights: number): boolean =>
  destinations.some((place) => place.inDays === true) &&
  destinations.every((place) => place.nights !== undefined) &&
  destinations.reduce((sum, place) => sum + (place.nights ?? 0), 0) === nights + 1;

/** Whether a stop of so many nights is as long as wished. */
export const lastsAsWished = (wish: StayWish, nights: number, shorter: boolean): boolean =>
  wish.nights === undefined || wish.nights - (shorter && wish.inDays === true ? 1 : 0) === nights;

/**
 * Whether a stop from day index `arrive` to `leave` (0 is the first day) holds the days on which the person has to be there.
 * Days that are more than the wished stay has are a window: the stop must touch them.
 */
export function holdsDays({ during, nights }: StayWish, arrive: number, leave: number): boolean {
  if (during === undefined) return true;
  const [first, last] = [during.from - 1, during.to - 1];
  const room = nights ?? leave - arrive;
  return last - first > room ? arrive <= last && leave >= first : arrive <= first && leave >= last;
}
