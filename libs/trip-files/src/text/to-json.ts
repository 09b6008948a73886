import { type Itinerary } from '../itinerary/itinerary.js';

/** The option as JSON for programs: an `Itinerary`, with the name and number of the form. */
export const toJson = (itinerary: Itinerary): string =>
  `${JSON.stringify({ format: 'travellite.trip', version: 1, ...itinerary }, null, 2)}\n`;
