import { type Attraction, type Money, type OpeningHours, type Restaurant } from '@travellite/protocol';
import { type KnowledgeDocument } from './port.js';

/** Places of a data set, as tools deliver them. `countries`: English name or ISO 3166-1 alpha-2 code of the country, by city name. */
export interface PlacesToTell {
  attractions: readonly Attraction[];
  restaurants: readonly Restaurant[];
  countries?: Readonly<Record<string, string>>;
}

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** One document a place: what it is, where, when open, what it costs, so that it can be found by any of these. */
export function placesToDocuments(places: PlacesToTell): KnowledgeDocument[] {
  const country = (city: string) => countryName(places.countries?.[city]);
  return [
    ...places.attractions.map((place) => toDocument(place, country(place.city), attractionText(place))),
    ...places.restaurants.map((place) => toDocument(place, country(place.city), restaurantText(place))),
  ];
}

const englishNames = new Intl.DisplayNames('en', { type: 'region' });

const countryName = (country: string | undefined) =>
  country !== undefined && /^[A-Z]{2}$/u.test(country) ? englishNames.of(country) : country;

function toDocument(
  place: Attraction | Restaurant,
  country: string | undefined,
  text: string,
): KnowledgeDocument {
  return {
    id: `place:${place.id}`,
    title: `${place.name}, ${place.city}`,
    text,
    source: place.source === 'curated' ? 'TravelLite city data' : place.source,
    city: place.city,
    ...(country === undefined ? {} : { country }),
    topic: 'cuisines' in place ? 'food' : 'sights',
    kind: 'place',
    checkedOn: new Date(place.fetchedAt).toISOString().slice(0, 10),
    ...(place.expiresAt === undefined ? {} : { expiresAt: place.expiresAt }),
    ...(place.sample ? { sample: true } : {}),
  };
}

function attractionText(place: Attraction): string {
  return sentences([
    place.description,
    `${place.name} is a ${place.kind.replaceAll('_', ' ')} in ${place.city}`,
    place.tags.length > 0 ? `Good for ${place.tags.join(', ').replaceAll('_', ' ')}` : undefined,
    place.address === undefined ? undefined : `Address: ${place.address}`,
    hoursText(place.hours),
    place.price.amountMinor === 0 ? 'Entry is free' : `Entry about ${moneyText(place.price)} a person`,
    `A visit takes about ${place.visitMinutes} minutes`,
  ]);
}

function restaurantText(place: Restaurant): string {
  return sentences([
    place.description,
    `${place.name} is a restaurant in ${place.city} for ${place.cuisines.join(', ')}`,
    place.diets !== undefined && place.diets.length > 0 ? `Diets: ${place.diets.join(', ')}` : undefined,
    hoursText(place.hours),
    `A meal costs about ${moneyText(place.price)} a person`,
  ]);
}

const sentences = (parts: readonly (string | undefined)[]) =>
  parts
    .filter((part) => part !== undefined && part.trim() !== '')
    .map((part) => (part as string).trim().replace(/\.?$/u, '.'))
    .join(' ');

function hoursText(hours: OpeningHours | undefined): string | undefined {
  if (hours === undefined) return undefined;
  const byDay = dayNames.map((name, at) => {
    const spans = hours[(at + 1) as keyof OpeningHours] ?? [];
    return { name, spans: spans.map(({ open, close }) => `${clock(open)}–${clock(close)}`).join(' and ') };
  });
  const open = byDay.filter(({ spans }) => spans !== '');
  const closed = byDay.filter(({ spans }) => spans === '').map(({ name }) => name);
  const same = new Set(open.map(({ spans }) => spans)).size === 1;
  const times = same
    ? `${closed.length === 0 ? 'daily' : open.map(({ name }) => name).join(', ')} ${open[0]?.spans}`
    : open.map(({ name, spans }) => `${name} ${spans}`).join(', ');
  return `Open ${times}${closed.length > 0 ? `; closed ${closed.join(', ')}` : ''}`;
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

function moneyText({ amountMinor, currency }: Money): string {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  return `${(amountMinor / 10 ** digits).toFixed(digits)} ${currency}`;
}
