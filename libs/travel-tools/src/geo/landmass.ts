import { type GeoPoint } from '@travellite/protocol';

/**
 * Which piece of land a town lies on: towns of one landmass can be reached from each other by road.
 * Countries on a continent need no entry; islands are named by country, or by box where a country has several.
 */

const continentOf: Readonly<Record<string, string>> = {
  africa:
    'DZ AO BJ BW BF BI CM CF TD CG CD CI DJ EG GQ ER SZ ET GA GM GH GN GW KE LS LR LY MW ML MR MA MZ NA NE NG RW SN SL SO ZA SS SD TZ TG TN UG ZM ZW',
  america: 'US CA MX GT BZ HN SV NI CR PA',
  'south america': 'AR BO BR CL CO EC GF GY PE PY SR UY VE',
  australia: 'AU',
  // Reached over land only through a closed border.
  korea: 'KR',
  'great britain': 'GB IM',
};

const islandCountries =
  'IE IS CY MT JP TW PH ID LK MG MU SC MV CU JM DO HT PR BS BB TT LC VC GD AG KN DM AW CW BM KY NZ FJ WS TO VU SB PF NC CV ST KM BH TL GL FO RE GP MQ GU MP PW FM MH KI NR TV';

interface Box {
  country: string;
  land: string;
  south: number;
  north: number;
  west: number;
  east: number;
}

const boxes: readonly Box[] = (
  [
    ['GB', 'ireland', 54, 55.4, -8.3, -5.4],
    ['IT', 'sicily', 36.4, 38.32, 12.2, 15.68],
    ['IT', 'sardinia', 38.8, 41.35, 8, 9.9],
    ['FR', 'corsica', 41.3, 43.1, 8.5, 9.7],
    ['ES', 'mallorca', 39.2, 40, 2.2, 3.5],
    ['ES', 'menorca', 39.7, 40.2, 3.6, 4.4],
    ['ES', 'ibiza', 38.5, 39.2, 1.1, 1.7],
    ['ES', 'tenerife', 27.9, 28.7, -17, -16],
    ['ES', 'gran canaria', 27.6, 28.3, -15.9, -15.3],
    ['ES', 'lanzarote', 28.8, 29.5, -14, -13.3],
    ['ES', 'fuerteventura', 28, 28.8, -14.6, -13.8],
    ['PT', 'madeira', 32, 33.5, -17.6, -16],
    ['PT', 'azores', 36, 40, -32, -24],
    ['GR', 'crete', 34.7, 35.8, 23.4, 26.4],
    ['GR', 'rhodes', 35.8, 36.5, 27.6, 28.3],
    ['GR', 'santorini', 36.3, 36.5, 25.3, 25.5],
    ['GR', 'mykonos', 37.3, 37.6, 25.2, 25.5],
    ['GR', 'corfu', 39.3, 39.9, 19.6, 20.1],
    ['GR', 'zakynthos', 37.6, 38, 20.6, 21],
    ['GR', 'lesbos', 38.9, 39.5, 25.8, 26.7],
    ['US', 'oahu', 21.2, 21.8, -158.4, -157.6],
    ['US', 'maui', 20.5, 21.1, -156.8, -155.9],
    ['US', 'big island', 18.8, 20.4, -156.2, -154.7],
    ['US', 'kauai', 21.8, 22.3, -159.9, -159.2],
    ['CA', 'vancouver island', 48.2, 50.9, -128.5, -123.25],
    ['CA', 'newfoundland', 46.5, 51.7, -59.5, -52.5],
    ['AU', 'tasmania', -43.8, -40.5, 144.5, 148.5],
    ['NZ', 'south island', -47.5, -40.4, 166, 174.4],
    ['NZ', 'north island', -41.7, -34, 172.5, 179],
    ['JP', 'okinawa', 24, 29, 122, 131.5],
    ['JP', 'japan', 30.9, 46, 128.5, 146],
    ['TH', 'samui', 9.4, 9.8, 99.9, 100.2],
    ['CN', 'hainan', 18, 20.2, 108.5, 111.2],
    ['MY', 'borneo', 0.8, 7.4, 109.5, 119.4],
    ['ID', 'bali', -8.9, -8.05, 114.43, 115.75],
    ['ID', 'lombok', -9, -8.2, 115.8, 116.8],
    ['ID', 'java', -8.8, -5.8, 105, 114.42],
    ['ID', 'sumatra', -6, 6, 95, 106.2],
    ['ID', 'borneo', -4.5, 4.5, 108.8, 119],
    ['ID', 'sulawesi', -6, 2, 118.7, 125.3],
    ['PH', 'luzon', 12.5, 18.7, 119.7, 124.2],
    ['PH', 'cebu', 9.4, 11.4, 123.2, 124.1],
    ['PH', 'mindanao', 5.5, 9.9, 121.8, 126.7],
    ['PH', 'palawan', 8.3, 12.4, 117.1, 120],
    ['DO', 'hispaniola', 17.5, 20, -75, -68],
    ['HT', 'hispaniola', 17.5, 20.2, -75, -68],
    ['DK', 'bornholm', 54.9, 55.4, 14.6, 15.2],
    ['SE', 'gotland', 56.9, 58, 18, 19.4],
    ['TZ', 'zanzibar', -6.5, -5.7, 39.1, 39.6],
    ['TT', 'tobago', 11.1, 11.4, -60.9, -60.5],
    ['EC', 'galapagos', -1.5, 0.7, -92, -89],
    ['CL', 'easter island', -28, -26, -110, -109],
    ['BH', 'eurasia', 25.5, 26.4, 50.3, 50.8],
    ['GP', 'guadeloupe', 15.8, 16.6, -61.9, -61],
  ] as const
).map(([country, land, south, north, west, east]) => ({ country, land, south, north, west, east }));

const islands = new Set(islandCountries.split(' '));
const continents = new Map(
  Object.entries(continentOf).flatMap(([land, codes]) =>
    codes.split(' ').map((code) => [code, land] as const),
  ),
);

const inBox = (point: GeoPoint, box: Box): boolean =>
  point.lat >= box.south && point.lat <= box.north && point.lng >= box.west && point.lng <= box.east;

/** The name of the landmass; every island country without an entry is one of its own. */
export function landmassOf(country: string, point: GeoPoint): string {
  const box = boxes.find((one) => one.country === country && inBox(point, one));
  if (box) return box.land;
  if (country === 'IE') return 'ireland';
  if (islands.has(country)) return `island ${country}`;
  return continents.get(country) ?? 'eurasia';
}

/** Fixed links between landmasses: the Channel Tunnel carries trains and cars. */
export function landLink(a: string, b: string): 'same' | 'tunnel' | undefined {
  if (a === b) return 'same';
  const pair = [a, b].sort().join('+');
  return pair === 'eurasia+great britain' ? 'tunnel' : undefined;
}
