import { type CityData } from '../city-data.js';
import { paris } from './paris.js';
import { moreCities } from './more.js';

/** Every curated city. */
export const curatedCities: readonly CityData[] = [paris, ...moreCities];
