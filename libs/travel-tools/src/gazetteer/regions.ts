import { type GeoPoint } from '@travellite/protocol';
import { landmassOf } from '../geo/landmass.js';
import { plainName } from './plain-name.js';

/** English and current names of regions, by `<country> <name in the tables>`. */
const otherRegionNames: Readonly<Record<string, readonly string[]>> = {
  'AT Wien': ['Vienna'],
  'AT Tirol': ['Tyrol'],
  'AT Steiermark': ['Styria'],
  'AT Kärnten': ['Carinthia'],
  'AT Niederösterreich': ['Lower Austria'],
  'AT Oberösterreich': ['Upper Austria'],
  'CN Nei Mongol': ['Inner Mongolia'],
  'CN Xizang': ['Tibet'],
  'DE Bayern': ['Bavaria'],
  'DE Sachsen': ['Saxony'],
  'DE Hessen': ['Hesse'],
  'DE Thüringen': ['Thuringia'],
  'DE Niedersachsen': ['Lower Saxony'],
  'DE Nordrhein-Westfalen': ['North Rhine-Westphalia'],
  'DE Rheinland-Pfalz': ['Rhineland-Palatinate'],
  'ES Andalucía': ['Andalusia'],
  'ES Cataluña': ['Catalonia', 'Catalunya'],
  'ES País Vasco': ['Basque Country'],
  'ES Islas Baleares': ['Balearic Islands', 'Balearics'],
  'ES Castilla y León': ['Castile and León'],
  'ES Comunidad Valenciana': ['Valencia', 'Valencian Community'],
  'ES Comunidad de Madrid': ['Madrid'],
  'ES Principado de Asturias': ['Asturias'],
  'ES Comunidad Foral de Navarra': ['Navarre', 'Navarra'],
  'FR Bretagne': ['Brittany'],
  'FR Basse-Normandie': ['Normandy'],
  'FR Haute-Normandie': ['Normandy'],
  'FR Bourgogne': ['Burgundy'],
  'FR Corse': ['Corsica'],
  'FR Rhône-Alpes': ['Auvergne-Rhône-Alpes'],
  'FR Auvergne': ['Auvergne-Rhône-Alpes'],
  "FR Provence-Alpes-Côte-d'Azur": ['Provence', 'French Riviera', "Côte d'Azur"],
  'GR Kriti': ['Crete'],
  'GR Attiki': ['Attica'],
  'GR Peloponnisos': ['Peloponnese'],
  'GR Ionioi Nisoi': ['Ionian Islands'],
  'IN Orissa': ['Odisha'],
  'IT Toscana': ['Tuscany'],
  'IT Lombardia': ['Lombardy'],
  'IT Piemonte': ['Piedmont'],
  'IT Sardegna': ['Sardinia'],
  'IT Apulia': ['Puglia'],
  "IT Valle d'Aosta": ['Aosta Valley'],
  'JP Osaka': ['Osaka Prefecture'],
  'PT Faro': ['Algarve'],
};

/** The home nation of a place in Great Britain or Northern Ireland; borders are rough. */
function homeNation({ lat, lng }: GeoPoint): string {
  if (landmassOf('GB', { lat, lng }) === 'ireland') return 'Northern Ireland';
  if (lat > 55.82 || (lat > 54.95 && lng < -2.6)) return 'Scotland';
  return lng < -2.95 && lat > 51.35 && lat < 53.38 ? 'Wales' : 'England';
}

/** Every name a region of a place goes by, plain, for comparing. */
export function regionNames(place: { country: string; region?: string; location: GeoPoint }): string[] {
  const own = place.region ?? '';
  const nation = place.country === 'GB' ? [homeNation(place.location)] : [];
  return [own, ...(otherRegionNames[`${place.country} ${own}`] ?? []), ...nation]
    .filter(Boolean)
    .map(plainName);
}
