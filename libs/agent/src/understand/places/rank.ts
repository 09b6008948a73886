import { countries as countriesOfWorld } from 'countries-list';
import { type Place } from './place.js';
import { type Mention } from './mention.js';

/** What is known around a name: countries already talked about, and where the person is. */
export interface PlaceContext {
  countries: ReadonlyMap<string, number>;
  /** ISO 3166-1 of the locale. */
  home?: string;
  /** Other places named are countries, so a country is meant rather than a state of its name. */
  amongCountries?: boolean;
  /** The words ask for a region ("2 cities in Georgia"). */
  wantsRegion?: boolean;
}

/** Log of the weight, raised for a country that is talked about: a factor of fifteen in people at most. */
export function score(place: Place, context: PlaceContext): number {
  const near = context.countries.get(place.country ?? '') ?? 0;
  const home = context.home !== undefined && place.country === context.home ? 0.3 : 0;
  const region = place.kind === 'state' || place.kind === 'region' || place.kind === 'country';
  const wish = context.wantsRegion === undefined ? 0 : context.wantsRegion === region ? 3 : 0;
  const nation = context.amongCountries && place.kind === 'country' ? 0.8 : 0;
  const state = place.kind === 'state' && !context.wantsRegion ? -0.6 : 0;
  return Math.log10(Math.max(place.weight, 1_000)) + Math.min(near, 1.2) * 1.2 + home + wish + nation + state;
}

/** Another meaning is worth asking about when it is a big place and not far behind. */
const bigEnough = 90_000;
const closeEnough = Math.log10(13);

/** Of two in one country the bigger is meant, unless they are of about one size. */
const closeAtHome = Math.log10(4);

export interface Ranked {
  best: Place;
  /** Best first; only when two or more big places remain. */
  ambiguous?: Place[];
}

export function rank(mention: Mention, context: PlaceContext): Ranked | undefined {
  const sorted = mention.candidates
    .map((place) => ({ place, points: score(place, context) }))
    .sort((a, b) => b.points - a.points);
  const first = sorted[0];
  if (!first) return undefined;
  const rivals = sorted.filter(
    ({ place, points }) =>
      place === first.place ||
      (place.weight >= bigEnough &&
        (place.famous === true || first.place.famous !== true) &&
        !settled(first.place, place, context) &&
        first.points - points <= (place.country === first.place.country ? closeAtHome : closeEnough) &&
        !(context.amongCountries && first.place.kind === 'country' && place.kind !== 'country') &&
        !sameSpot(place, first.place)),
  );
  return rivals.length > 1 && !contains(rivals.map(({ place }) => place))
    ? { best: first.place, ambiguous: rivals.map(({ place }) => place).slice(0, 4) }
    : { best: first.place };
}

/** The country that is talked about anyway has one of the two: that one is meant. */
const settled = (best: Place, other: Place, { countries }: PlaceContext): boolean => {
  if (best.country === other.country) return false;
  const talkedOf = (country: string | undefined): boolean => (countries.get(country ?? '') ?? 0) >= 0.8;
  if (talkedOf(best.country) || talkedOf(other.country))
    return talkedOf(best.country) && !talkedOf(other.country);
  // "to Tenerife, departing Birmingham": the one on the same continent as all else.
  const around = [...countries]
    .filter(([, weight]) => weight >= 0.8)
    .map(([country]) => continentOf(country));
  return (
    around.length > 0 &&
    around.every((continent) => continent === continentOf(best.country)) &&
    !around.includes(continentOf(other.country))
  );
};

const continentOf = (country: string | undefined): string | undefined =>
  countriesOfWorld[country as keyof typeof countriesOfWorld]?.continent;

const sameSpot = (a: Place, b: Place): boolean =>
  a.location !== undefined &&
  b.location !== undefined &&
  Math.abs(a.location.lat - b.location.lat) < 1 &&
  Math.abs(a.location.lng - b.location.lng) < 1;

/** A city and the state or country around it under one name: no question worth asking. */
const contains = (places: Place[]): boolean => {
  const [first, ...rest] = places;
  return rest.every(
    (place) =>
      place.country === first?.country &&
      (place.region === first?.name || first?.region === place.name || place.kind !== first?.kind),
  );
};
