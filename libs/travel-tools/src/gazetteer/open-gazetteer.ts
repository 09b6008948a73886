import { curatedCities } from '../places/data/index.js';
import { readAirports } from './airport-table.js';
import { createGazetteer, type Gazetteer } from './gazetteer.js';
import { readTowns } from './town-table.js';

let shared: Gazetteer | undefined;

/** The gazetteer over the curated cities and the world tables; read on first use (about 100 ms), then shared. */
export function worldGazetteer(): Gazetteer {
  shared ??= createGazetteer({ curated: curatedCities, towns: readTowns(), airports: readAirports() });
  return shared;
}
