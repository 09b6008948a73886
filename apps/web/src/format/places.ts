import { type GeoPoint, type PlanOption, type Poi } from '@travellite/protocol';

/** A place on OpenStreetMap (https://wiki.openstreetmap.org/wiki/Browsing): a marker, and the map around it. */
export function mapLink({ lat, lng }: GeoPoint): string {
  const at = `${lat.toFixed(5)}/${lng.toFixed(5)}`;
  return `https://www.openstreetmap.org/?mlat=${lat.toFixed(5)}&mlon=${lng.toFixed(5)}#map=16/${at}`;
}

const kinds: Record<Poi['poi_type'], string> = {
  restaurant: 'Food',
  lodge: 'Stay',
  tourist_destination: 'Sight',
  unknown: 'Place',
};

export const kindInWords = (poi: Poi): string => kinds[poi.poi_type];

const saysSample = (text: unknown) => typeof text === 'string' && /\bsample\b/i.test(text);

/** Whether a place or a plan says of itself that it rests on made-up data for trying things out. */
export const isSample = (thing: Poi | PlanOption): boolean =>
  thing['sample'] === true ||
  saysSample(thing['general_notes']) ||
  saysSample(thing['special_instructions']) ||
  saysSample(thing['cost']);

/** What else is to be known about a place, one line each. That it is sample data is said by a label. */
export function placeDetails({ address, special_instructions: hint }: Poi): string[] {
  const lines = [address, hint].filter((line) => line !== undefined);
  return lines.filter((line) => line !== '' && !/^sample data\.?$/i.test(line));
}
