import { type CityData } from '../city-data.js';
import { athens } from './athens.js';
import { bali } from './bali.js';
import { brussels } from './brussels.js';
import { budapest } from './budapest.js';
import { cairo } from './cairo.js';
import { chicago } from './chicago.js';
import { copenhagen } from './copenhagen.js';
import { dubai } from './dubai.js';
import { dublin } from './dublin.js';
import { edinburgh } from './edinburgh.js';
import { hongKong } from './hong-kong.js';
import { losAngeles } from './los-angeles.js';
import { lyon } from './lyon.js';
import { marrakesh } from './marrakesh.js';
import { mexicoCity } from './mexico-city.js';
import { milan } from './milan.js';
import { munich } from './munich.js';
import { nice } from './nice.js';
import { osaka } from './osaka.js';
import { sanFrancisco } from './san-francisco.js';
import { seoul } from './seoul.js';
import { stockholm } from './stockholm.js';
import { sydney } from './sydney.js';
import { toronto } from './toronto.js';
import { washington } from './washington.js';

/** The second list of cities: add one import and one entry a file. */
export const moreCities: readonly CityData[] = [
  milan,
  munich,
  brussels,
  copenhagen,
  stockholm,
  dublin,
  edinburgh,
  athens,
  budapest,
  dubai,
  sydney,
  sanFrancisco,
  losAngeles,
  chicago,
  washington,
  mexicoCity,
  osaka,
  hongKong,
  seoul,
  bali,
  marrakesh,
  cairo,
  toronto,
  lyon,
  nice,
];
