import { type CityData } from '../city-data.js';
import { bangkok } from './bangkok.js';
import { barcelona } from './barcelona.js';
import { berlin } from './berlin.js';
import { istanbul } from './istanbul.js';
import { kyoto } from './kyoto.js';
import { lisbon } from './lisbon.js';
import { london } from './london.js';
import { moreCities } from './more.js';
import { newYork } from './new-york.js';
import { paris } from './paris.js';
import { rome } from './rome.js';
import { singapore } from './singapore.js';
import { tokyo } from './tokyo.js';

/** Every curated city. */
export const curatedCities: readonly CityData[] = [
  paris,
  tokyo,
  kyoto,
  newYork,
  london,
  rome,
  barcelona,
  lisbon,
  berlin,
  bangkok,
  singapore,
  istanbul,
  ...moreCities,
];
