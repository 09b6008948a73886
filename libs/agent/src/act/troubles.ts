import { type Trouble } from '../turn-work.js';

const troubles: Record<string, Trouble> = {
  searchFlights: 'flights',
  flights: 'flights',
  searchStays: 'stays',
  stays: 'stays',
  findAttractions: 'places',
  findRestaurants: 'places',
  places: 'places',
  findGroundTransport: 'legs',
  legs: 'legs',
  convertCurrency: 'currency',
  currency: 'currency',
  getWeather: 'weather',
};

/** What failed with a tool or a search of the catalogue. */
export const troubleWith = (tool: string): Trouble => troubles[tool] ?? 'search';

/** These with one more, each once. */
export const withTrouble = (known: readonly Trouble[], tool: string): Trouble[] => [
  ...new Set([...known, troubleWith(tool)]),
];
