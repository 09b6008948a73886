import { type GeoPoint } from '@travellite/protocol';
import { cityMapping } from 'city-timezones';

/** A town of the world table. */
export interface Town {
  name: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** State or province in the country's own spelling. */
  region: string;
  location: GeoPoint;
  /** IANA. */
  timeZone: string;
  population: number;
}

/** Towns with their zones: Natural Earth's public-domain places, as packed in `city-timezones`. */
export function readTowns(): Town[] {
  return cityMapping
    .filter(({ iso2, timezone, lat, lng }) => iso2?.length === 2 && timezone && Number.isFinite(lat + lng))
    .map((row) => ({
      name: row.city,
      country: row.iso2,
      region: row.province ?? '',
      location: { lat: row.lat, lng: row.lng },
      timeZone: row.timezone,
      population: Math.round(row.pop),
    }));
}
