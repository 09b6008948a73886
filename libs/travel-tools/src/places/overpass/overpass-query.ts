import { type GeoPoint } from '@travellite/protocol';

/** Seconds the server may work on a question; below our own limit. */
const serverSeconds = 6;

const head = `[out:json][timeout:${serverSeconds}];`;
const around = ({ lat, lng }: GeoPoint, metres: number): string =>
  `(around:${metres},${lat.toFixed(4)},${lng.toFixed(4)})`;

/** Overpass QL for sights: what tourists go to, and old or green places that are known enough to be in Wikidata. */
export function sightsQuery(centre: GeoPoint, limit: number): string {
  const near = around(centre, 6_000);
  return `${head}(
nwr["tourism"~"^(museum|gallery|attraction|viewpoint|zoo|aquarium|theme_park)$"]["name"]["wikidata"]${near};
nwr["historic"~"^(castle|monument|memorial|ruins|archaeological_site|fort)$"]["name"]["wikidata"]${near};
nwr["leisure"~"^(park|garden)$"]["name"]["wikidata"]${near};
);out center tags ${limit};`;
}

/** Overpass QL for restaurants that say what they cook. */
export const restaurantsQuery = (centre: GeoPoint, limit: number): string =>
  `${head}nwr["amenity"="restaurant"]["name"]["cuisine"]${around(centre, 2_500)};out center tags ${limit};`;
