import { moneyText } from '@travellite/protocol';
import { type TripFacts } from '../../facts.js';
import { formatDate, formatList, formatRange } from './format.js';
import { type Phrases, type TripParts } from './phrases/phrases.js';

/** What is known of the trip, each part in words. */
export function tripParts(trip: TripFacts, phrases: Phrases, language: string): TripParts {
  const parts: TripParts = {};
  if (trip.destinations.length > 0) parts.destinations = formatList(trip.destinations, language);
  if (trip.origin !== undefined) parts.origin = trip.origin;
  const dates = datesInWords(trip.dates, language);
  if (dates !== undefined) parts.dates = dates;
  const length = lengthInWords(trip.dates, phrases);
  if (length !== undefined) parts.length = length;
  if (trip.budgetUnlimited === true) parts.budget = phrases.noLimit;
  if (trip.budget) {
    const { max, scope, kind } = trip.budget;
    parts.budget = phrases.budget(moneyText(max, language), scope, kind);
  }
  if (trip.travellers) parts.travellers = phrases.people(trip.travellers);
  if (trip.interests.length > 0) {
    parts.interests = formatList(trip.interests.map(phrases.tag), language);
  }
  return parts;
}

export function datesInWords(dates: TripFacts['dates'], language: string): string | undefined {
  if (dates?.start !== undefined && dates.end !== undefined)
    return formatRange(dates.start, dates.end, language);
  if (dates?.start !== undefined) return formatDate(dates.start, language);
  if (dates?.window) return formatRange(dates.window.from, dates.window.to, language);
  return undefined;
}

export function lengthInWords(dates: TripFacts['dates'], phrases: Phrases): string | undefined {
  if (dates?.start !== undefined && dates.nights !== undefined) return phrases.nights(dates.nights);
  if (dates?.days !== undefined) return phrases.days(dates.days);
  if (dates?.nights !== undefined) return phrases.nights(dates.nights);
  return undefined;
}
