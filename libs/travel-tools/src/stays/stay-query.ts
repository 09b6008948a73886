import { TravelError } from '@travellite/protocol';
import { isIsoDate } from '../flights/flight-query.js';
import { daysBetween } from '../geo/time-zones.js';
import { type StayQuery } from './port.js';

/**
 * Nights asked for.
 * @throws {TravelError} `invalid`
 */
export function checkStayQuery(query: StayQuery): number {
  if (!isIsoDate(query.checkIn) || !isIsoDate(query.checkOut)) {
    throw new TravelError('invalid', 'A date of the stay is not a day of the calendar.');
  }
  const nights = daysBetween(query.checkIn, query.checkOut);
  if (nights < 1) throw new TravelError('invalid', 'The stay must last at least one night.');
  if (!Number.isInteger(query.adults) || query.adults < 1) {
    throw new TravelError('invalid', 'At least one adult must stay.');
  }
  return nights;
}
