import { countries } from 'countries-list';
import { cityNames } from '../data/city-names.js';
import { countryNames, otherStates, regionLines, usStates } from '../data/regions.js';
import { fold } from '../text/fold.js';
import { Phrases } from '../text/phrases.js';
import { englishName, loadCities } from './cities.js';
import { type Place } from './place.js';

/** What a name can narrow a city down to: "Ohio", "UK". */
export interface Qualifier {
  country?: string;
  region?: string;
}

export interface Gazetteer {
  names: Phrases<Place[]>;
  /** Three-letter airport and city codes. */
  iata: Map<string, Place>;
  qualifiers: Phrases<Qualifier[]>;
  /** Upper-case short forms: `TX`, `NSW`, `UK`. */
  codes: Map<string, Qualifier>;
}

const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ja'];

function push<T>(phrases: Phrases<T[]>, name: string, value: T): void {
  const list = phrases.get(name);
  if (!list) phrases.add(name, [value]);
  else if (!list.includes(value)) list.push(value);
}

/** "Myanmar (Birma)" is two names. */
const bracketed = (name: string): string[] => [name, ...name.split(/[()]/).map((part) => part.trim())];

function addCountries(gazetteer: Gazetteer, sizes: Map<string, Place[]>): void {
  const names = languages.map((language) => new Intl.DisplayNames([language], { type: 'region' }));
  for (const [code, { name, native }] of Object.entries(countries)) {
    const cities = sizes.get(code) ?? [];
    const place: Place = {
      name,
      kind: 'country',
      country: code,
      location: middle(cities),
      weight: 2_000_000 + cities.reduce((sum, city) => sum + city.weight, 0),
    };
    const spelled = [
      name,
      native,
      ...names.flatMap((display) => bracketed(display.of(code) ?? '')),
      ...(countryNames[code] ?? '').split('|'),
    ];
    for (const said of new Set(spelled)) {
      if (said === '' || said === code) continue;
      push(gazetteer.names, said, place);
      push(gazetteer.qualifiers, said, { country: code });
    }
  }
  for (const [code, country] of [
    ['UK', 'GB'],
    ['US', 'US'],
    ['USA', 'US'],
    ['UAE', 'AE'],
  ] as const) {
    gazetteer.codes.set(code, { country });
  }
}

/** Centre of the cities, weighted by their people. */
function middle(cities: Place[]): Place['location'] {
  let lat = 0;
  let lng = 0;
  let sum = 0;
  for (const { location, weight } of cities) {
    if (!location) continue;
    lat += location.lat * weight;
    lng += location.lng * weight;
    sum += weight;
  }
  return sum > 0
    ? { lat: Math.round((lat / sum) * 1e3) / 1e3, lng: Math.round((lng / sum) * 1e3) / 1e3 }
    : undefined;
}

function addStates(gazetteer: Gazetteer, cities: Place[]): void {
  const byState = new Map<string, Place[]>();
  for (const city of cities) {
    const at = `${city.country}|${city.region}`;
    byState.set(at, [...(byState.get(at) ?? []), city]);
  }
  const states: [string, string, string][] = [
    ...Object.entries(usStates).map(([code, name]): [string, string, string] => [code, 'US', name]),
    ...Object.entries(otherStates).map(([code, [country, name]]): [string, string, string] => [
      code,
      country,
      name,
    ]),
  ];
  for (const [code, country, name] of states) {
    const inside = byState.get(`${country}|${name}`) ?? [];
    const weight = inside.reduce((sum, city) => sum + city.weight, 0);
    if (code !== 'DC')
      push(gazetteer.names, name, {
        name,
        kind: 'state',
        country,
        region: name,
        location: middle(inside),
        weight,
      });
    push(gazetteer.qualifiers, name, { country, region: name });
    if (!gazetteer.codes.has(code)) gazetteer.codes.set(code, { country, region: name });
  }
  for (const [at, inside] of byState) {
    const [country, region] = at.split('|');
    if (!country || !region || region === 'undefined') continue;
    push(gazetteer.qualifiers, region, { country, region });
    if (gazetteer.names.get(region) || country === 'US' || compass.test(region)) continue;
    const weight = inside.reduce((sum, city) => sum + city.weight, 0) / 20;
    push(gazetteer.names, region, {
      name: region,
      kind: 'region',
      country,
      location: middle(inside),
      weight,
    });
  }
}

/** Provinces whose name is only a direction: "Northern", "Central". */
const compass =
  /^(?:north|south|east|west|northern|southern|eastern|western|central|centre|center|upper|lower)(?:[ -](?:north|south|east|west))?$/i;

function addRegions(gazetteer: Gazetteer): void {
  for (const line of regionLines) {
    const [name = '', kind = 'region', country = '', lat = '', lng = '', ...others] = line.split('|');
    const known = gazetteer.names
      .get(name)
      ?.find((place) => place.kind === kind && place.country === country);
    const place: Place = known ?? {
      name,
      kind: kind as Place['kind'],
      ...(country ? { country } : {}),
      location: { lat: Number(lat), lng: Number(lng) },
      weight: 1_500_000,
    };
    place.weight = Math.max(place.weight, 1_500_000);
    for (const said of [name, ...others]) if (said !== '') push(gazetteer.names, said, place);
    if (kind !== 'city' && country) push(gazetteer.qualifiers, name, { country, region: name });
  }
}

function addCityNames(gazetteer: Gazetteer, find: (at: string) => Place | undefined): void {
  for (const [at, names] of Object.entries(cityNames)) {
    const city = find(at);
    if (!city) continue;
    city.name = englishName(city);
    for (const said of [city.name, ...names.split('|')]) if (said !== '') push(gazetteer.names, said, city);
  }
}

/** "Saint Louis" and "St. Louis", "Fort Wayne" and "Ft Wayne". */
function* spellings(name: string): Generator<string> {
  yield name;
  if (/^St\.? /.test(name)) yield name.replace(/^St\.? /, 'Saint ');
  if (name.startsWith('Saint ')) yield name.replace('Saint ', 'St ');
  if (name.startsWith('Fort ')) yield name.replace('Fort ', 'Ft ');
  if (name.startsWith('Mount ')) yield name.replace('Mount ', 'Mt ');
  if (/ City$/.test(name) && name.length > 9) yield name.replace(/ City$/, '');
}

function build(): Gazetteer {
  const index = loadCities();
  const gazetteer: Gazetteer = {
    names: new Phrases(),
    iata: index.byIata,
    qualifiers: new Phrases(),
    codes: new Map(),
  };
  const byCountry = new Map<string, Place[]>();
  for (const city of index.cities) {
    for (const said of spellings(city.name)) push(gazetteer.names, said, city);
    const list = byCountry.get(city.country ?? '');
    if (list) list.push(city);
    else byCountry.set(city.country ?? '', [city]);
  }
  addCountries(gazetteer, byCountry);
  addStates(gazetteer, index.cities);
  addRegions(gazetteer);
  addCityNames(gazetteer, (at) => {
    const comma = at.lastIndexOf(',');
    const list = index.byKey.get(`${fold(at.slice(0, comma))},${at.slice(comma + 1)}`);
    return list?.reduce((best, place) => (place.weight > best.weight ? place : best));
  });
  return gazetteer;
}

/** Built once, when the module is loaded, so that no message pays for it. */
export const gazetteer: Gazetteer = build();
