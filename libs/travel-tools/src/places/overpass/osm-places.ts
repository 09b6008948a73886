import { type Attraction, type Money, type OpeningHours, type Restaurant } from '@travellite/protocol';
import { z } from 'zod';
import { toMoney } from '../../currency/money.js';
import { samplePrice } from '../../currency/table/sample-price.js';
import { type KnownCity } from '../../gazetteer/gazetteer.js';
import { type Diet, diets } from '../city-data.js';
import { parseOpeningHours } from '../opening-hours.js';
import { tagsOfWords } from '../words-to-tags.js';

export const elementSchema = z.object({
  type: z.enum(['node', 'way', 'relation']),
  id: z.number(),
  lat: z.number().optional(),
  lon: z.number().optional(),
  center: z.object({ lat: z.number(), lon: z.number() }).optional(),
  tags: z.record(z.string(), z.string()).default({}),
});
type Element = z.infer<typeof elementSchema>;
type Tags = Element['tags'];

/** What a visit of a kind usually takes, and what an entrance costs where the map does not say, euros. */
const kinds: Readonly<Record<string, { minutes: number; euros: number }>> = {
  museum: { minutes: 105, euros: 11 },
  gallery: { minutes: 75, euros: 7 },
  attraction: { minutes: 60, euros: 0 },
  viewpoint: { minutes: 30, euros: 0 },
  zoo: { minutes: 180, euros: 20 },
  aquarium: { minutes: 105, euros: 20 },
  theme_park: { minutes: 360, euros: 45 },
  castle: { minutes: 90, euros: 10 },
  fort: { minutes: 75, euros: 6 },
  archaeological_site: { minutes: 75, euros: 6 },
  park: { minutes: 60, euros: 0 },
  garden: { minutes: 60, euros: 0 },
};
const otherKind = { minutes: 45, euros: 0 };

/** A sight of the map; undefined without a name or a place. */
export function toSight(
  element: Element,
  city: KnownCity,
  fetchedAt: number,
): Omit<Attraction, 'city'> | undefined {
  const shared = common(element, fetchedAt);
  if (!shared) return undefined;
  const { tags } = element;
  const kind = tags['tourism'] ?? tags['historic'] ?? tags['leisure'] ?? 'sight';
  const { minutes, euros } = kinds[kind] ?? otherKind;
  const said = saidPrice(tags, city);
  return {
    ...shared,
    kind: kind.replaceAll('_', ' '),
    tags: tagsOfWords([kind, tags['name:en'], tags['name'], tags['religion'], tags['building']].join(' ')),
    visitMinutes: minutes,
    price:
      said ?? (euros === 0 ? toMoney(0, city.currency) : samplePrice(euros * city.priceLevel, city.currency)),
    ...(tags['description:en'] ? { description: tags['description:en'].slice(0, 300) } : {}),
    ...(said === undefined && euros > 0
      ? { description: 'The price is an estimate: the map does not say it.' }
      : {}),
    ...address(tags),
  };
}

/** A restaurant of the map; undefined without a name, a place or a cuisine. */
export function toEatery(
  element: Element,
  city: KnownCity,
  fetchedAt: number,
): Omit<Restaurant, 'city'> | undefined {
  const shared = common(element, fetchedAt);
  const cuisines = (element.tags['cuisine'] ?? '')
    .split(/[;,]/)
    .map((one) =>
      one
        .trim()
        .toLowerCase()
        .replace(/[\s-]+/g, '_'),
    )
    .filter((one) => /^[a-z_]+$/.test(one));
  if (!shared || cuisines.length === 0) return undefined;
  const served = diets.filter((diet) => ['yes', 'only'].includes(element.tags[`diet:${diet}`] ?? ''));
  return {
    ...shared,
    cuisines: cuisines.map((cuisine) => (cuisine === 'pizza' ? 'italian' : cuisine)),
    price: samplePrice(22 * city.priceLevel, city.currency),
    description: 'The price is an estimate: the map does not say it.',
    ...(served.length > 0 ? { diets: served as Diet[] } : {}),
  };
}

function common({ type, id, lat, lon, center, tags }: Element, fetchedAt: number) {
  const name = (tags['name:en'] ?? tags['name'])?.trim();
  const at = center ?? (lat === undefined || lon === undefined ? undefined : { lat, lon });
  if (!name || !at) return undefined;
  const hours: OpeningHours | 'always' | undefined = tags['opening_hours']
    ? parseOpeningHours(tags['opening_hours'])
    : undefined;
  return {
    id: `osm-${type}-${id}`,
    name,
    location: { lat: at.lat, lng: at.lon },
    ...(typeof hours === 'object' ? { hours } : {}),
    source: 'openstreetmap',
    sample: false,
    fetchedAt,
  };
}

/** `fee=no`, or a `charge` such as `12 EUR` in the money of the city. */
function saidPrice(tags: Tags, city: KnownCity): Money | undefined {
  if (tags['fee'] === 'no') return toMoney(0, city.currency);
  const charge = /^(\d{1,6}(?:[.,]\d{1,2})?)\s*([A-Z]{3}|€|£|\$)$/.exec(tags['charge'] ?? '');
  if (!charge) return undefined;
  const currency = { '€': 'EUR', '£': 'GBP', $: 'USD' }[charge[2]!] ?? charge[2]!;
  const amount = Number(charge[1]!.replace(',', '.'));
  return currency === city.currency ? toMoney(amount, currency) : undefined;
}

function address(tags: Tags): { address?: string } {
  const street = [tags['addr:street'], tags['addr:housenumber']].filter(Boolean).join(' ');
  return street ? { address: street } : {};
}
