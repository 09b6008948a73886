import { type GeoPoint, type Money, type Stay } from '@travellite/protocol';
import { samplePrice } from '../../currency/table/sample-price.js';
import { requireCity } from '../../flights/flight-query.js';
import { type Gazetteer, type KnownCity } from '../../gazetteer/gazetteer.js';
import { between, chanceOf } from '../../random.js';
import { refuseIfAborted } from '../../search-options.js';
import { type StayQuery, type StaySearch } from '../port.js';
import { checkStayQuery } from '../stay-query.js';
import { localKinds, type StayKind, stayKinds } from './kinds.js';

interface Area {
  name: string;
  at: GeoPoint;
  level: number;
}

/** Euros of a middling room where prices are as in Western Europe; only for cities outside the data set. */
const middlingRoomEuros = 120;

/**
 * Stays that do not exist, put into real neighbourhoods, so that a trip can be calculated without a provider. Every name
 * begins with "Sample". Prices follow the city's level, the neighbourhood and the month; they are in the city's currency.
 */
export function createSampleStays(gazetteer: Gazetteer, now: () => number): StaySearch {
  return {
    source: 'sample',
    async search(query, options) {
      refuseIfAborted(options);
      const nights = checkStayQuery(query);
      const city = requireCity(gazetteer, query.city);
      const local = localKinds[city.country];
      const kinds = local ? [...stayKinds, local] : stayKinds;
      return areasOf(city)
        .flatMap((area, at) => kinds.map((kind) => stayOf(kind, area, at, { city, query, fetchedAt: now() })))
        .filter(({ minNights }) => minNights <= nights)
        .sort((a, b) => a.pricePerNight.amountMinor - b.pricePerNight.amountMinor || a.id.localeCompare(b.id))
        .slice(0, query.limit ?? 40);
    },
  };
}

function areasOf(city: KnownCity): Area[] {
  if (city.curated) {
    return city.curated.areas.map(({ name, at, level }) => ({ name, at: { lat: at[0], lng: at[1] }, level }));
  }
  const { lat, lng } = city.location;
  return [
    { name: `${city.name} Centre`, at: { lat, lng }, level: 1.15 },
    { name: `${city.name} North`, at: { lat: lat + 0.015, lng }, level: 0.9 },
    { name: `${city.name} South`, at: { lat: lat - 0.015, lng }, level: 0.85 },
    { name: `${city.name} East`, at: { lat, lng: lng + 0.02 }, level: 0.95 },
    { name: `${city.name} West`, at: { lat, lng: lng - 0.02 }, level: 1 },
  ];
}

interface StayFrame {
  city: KnownCity;
  query: StayQuery;
  fetchedAt: number;
}

function stayOf(kind: StayKind, area: Area, at: number, { city, query, fetchedAt }: StayFrame): Stay {
  const chance = chanceOf(city.name, area.name, kind.label);
  const spread = between(chance, 0.9, 1.12);
  const factor = kind.factor * area.level * spread * seasonFactor(query.checkIn);
  return {
    id: `sample-stay-${slug(city.name)}-${slug(area.name)}-${slug(kind.label)}`,
    name: `Sample ${kind.label} ${area.name}`,
    city: query.city.name,
    // A few hundred metres around the middle of the neighbourhood.
    location: {
      lat: round4(area.at.lat + between(chance, -3, 3) / 1_000),
      lng: round4(area.at.lng + between(chance, -3, 3) / 1_000),
    },
    kind: kind.kind,
    roomType: kind.roomType,
    forbids: [...turn(kind.forbids, at)],
    minNights: turn(kind.minNights, at),
    capacity: kind.capacity,
    pricePerNight: roomPrice(city, factor),
    rating: Math.round(Math.min(5, kind.rating + between(chance, -0.3, 0.3)) * 10) / 10,
    source: 'sample',
    sample: true,
    fetchedAt,
  };
}

function roomPrice(city: KnownCity, factor: number): Money {
  if (!city.curated) return samplePrice(middlingRoomEuros * city.priceLevel * factor, city.currency);
  const { room } = city.curated.prices;
  // Rounded to two digits less than the room's own size, as prices are.
  const step = 10 ** Math.max(0, Math.floor(Math.log10(room)) - 2);
  return { amountMinor: Math.max(step, Math.round((room * factor) / step) * step), currency: city.currency };
}

/** Summer and the end of the year are dearer. */
function seasonFactor(date: string): number {
  const day = date.slice(5);
  if (day >= '12-20' || day <= '01-02') return 1.2;
  if (day >= '06-15' && day <= '09-10') return 1.12;
  return day >= '11-05' || day <= '03-10' ? 0.9 : 1;
}

const turn = <T>(items: readonly T[], at: number): T => items[at % items.length]!;
const round4 = (degrees: number): number => Math.round(degrees * 1e4) / 1e4;
const slug = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
