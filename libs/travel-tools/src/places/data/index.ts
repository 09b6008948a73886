import { type CityData } from '../city-data.js';
import { amsterdam } from './amsterdam.js';
import { bangkok } from './bangkok.js';
import { barcelona } from './barcelona.js';
import { berlin } from './berlin.js';
import { florence } from './florence.js';
import { istanbul } from './istanbul.js';
import { kyoto } from './kyoto.js';
import { lisbon } from './lisbon.js';
import { london } from './london.js';
import { madrid } from './madrid.js';
import { moreCities } from './more.js';
import { newYork } from './new-york.js';
import { paris } from './paris.js';
import { prague } from './prague.js';
import { rome } from './rome.js';
import { singapore } from './singapore.js';
import { tokyo } from './tokyo.js';
import { venice } from './venice.js';
import { vienna } from './vienna.js';

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
  amsterdam,
  vienna,
  prague,
  madrid,
  florence,
  venice,
  ...moreCities,
];
