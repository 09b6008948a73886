import { type Itinerary, type ItineraryEntry } from '../itinerary/itinerary.js';
import { counted, fileWords, filled } from '../file-words.js';
import { inCurrency, mapLink } from '../words.js';
import { type StayNights } from './nights.js';

/** What stands in an event beside its title. */
export const detailsOf = {
  entry({ kind, places, transport }: ItineraryEntry, { option, sample, language }: Itinerary): string {
    const words = fileWords(language);
    const cost = transport?.cost === undefined ? '' : inCurrency(transport.cost, option.currency, language);
    const way = [transport?.words, cost].filter(Boolean).join(', ');
    return lines(
      way === '' ? undefined : filled(kind === 'travel' ? words.everyone : words.gettingThere, { x: way }),
      ...places.flatMap((place) => [
        places.length > 1 ? place.name : undefined,
        place.description,
        place.cost,
        place.hours && filled(words.open, { x: place.hours }),
        mapLink(place.location),
        place.sample ? words.sample : undefined,
      ]),
      sample && kind === 'travel' ? words.sample : undefined,
    );
  },

  stay({ nights, cost }: StayNights, { option, sample, language }: Itinerary): string {
    const words = fileWords(language);
    const sum = cost === undefined ? undefined : inCurrency(cost, option.currency, language);
    return lines(
      counted(words.nights, nights),
      sum === undefined ? undefined : filled(words.everyone, { x: sum }),
      sample ? words.sample : undefined,
    );
  },
};

const lines = (...parts: (string | undefined)[]) =>
  parts.filter((part) => part !== undefined && part !== '').join('\n');
