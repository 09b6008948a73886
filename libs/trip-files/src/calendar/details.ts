import { type Itinerary, type ItineraryEntry } from '../itinerary/itinerary.js';
import { inCurrency, mapLink, sampleLine } from '../words.js';
import { type StayNights } from './nights.js';

/** What stands in an event beside its title. */
export const detailsOf = {
  entry({ kind, places, transport }: ItineraryEntry, { option, sample }: Itinerary): string {
    const cost = transport?.cost === undefined ? '' : inCurrency(transport.cost, option.currency);
    const way = [transport?.words, cost].filter(Boolean).join(', ');
    return lines(
      way === '' ? undefined : kind === 'travel' ? `${way}, for everyone` : `Getting there: ${way}`,
      ...places.flatMap((place) => [
        places.length > 1 ? place.name : undefined,
        place.description,
        place.cost,
        place.hours && `Open: ${place.hours}`,
        mapLink(place.location),
        place.sample ? sampleLine : undefined,
      ]),
      sample && kind === 'travel' ? sampleLine : undefined,
    );
  },

  stay({ nights, cost }: StayNights, { option, sample }: Itinerary): string {
    return lines(
      `${nights} night${nights === 1 ? '' : 's'}`,
      cost === undefined ? undefined : `${inCurrency(cost, option.currency)} for everyone`,
      sample ? sampleLine : undefined,
    );
  },
};

const lines = (...parts: (string | undefined)[]) =>
  parts.filter((part) => part !== undefined && part !== '').join('\n');
