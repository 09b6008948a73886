import { type Trouble } from '../turn-work.js';

const troubles: Record<string, Trouble> = {
  searchFlights: {
    what: 'flight search',
    still:
      'I can still plan the days, places to stay and sights; ask again later and I will add the flights.',
  },
  flights: {
    what: 'flight search',
    still:
      'I can still plan the days, places to stay and sights; ask again later and I will add the flights.',
  },
  searchStays: {
    what: 'hotel search',
    still: 'I can still plan the days and the way there; ask again later and I will add places to stay.',
  },
  stays: {
    what: 'hotel search',
    still: 'I can still plan the days and the way there; ask again later and I will add places to stay.',
  },
  places: { what: 'place search', still: 'I can still look for flights and places to stay.' },
  legs: { what: 'train and bus search', still: 'I can still plan the days in each city.' },
  currency: {
    what: 'exchange rate service',
    still: 'I can still plan the days, but cannot add up all prices.',
  },
  getWeather: { what: 'weather service', still: 'I can still plan the trip.' },
};

/** What to say of a search that failed. */
export const troubleWith = (tool: string): Trouble =>
  troubles[tool] ?? { what: 'search', still: 'I can still plan with what we have.' };
