import { type CityData } from '../city-data.js';
import { kyoto } from './kyoto.js';
import { london } from './london.js';
import { moreCities } from './more.js';
import { newYork } from './new-york.js';
import { paris } from './paris.js';
import { tokyo } from './tokyo.js';

/** Every curated city. */
export const curatedCities: readonly CityData[] = [paris, tokyo, kyoto, newYork, london, ...moreCities];
