import { type CityData } from '../city-data.js';
import { brussels } from './brussels.js';
import { copenhagen } from './copenhagen.js';
import { milan } from './milan.js';
import { munich } from './munich.js';

/** The second list of cities: add one import and one entry a file. */
export const moreCities: readonly CityData[] = [milan, munich, brussels, copenhagen];
