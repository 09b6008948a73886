import { type CityData } from '../city-data.js';

/** The second list of cities: add one import and one entry a file. */
export const moreCities: readonly CityData[] = [];
