import { type PlaceRef } from '@travellite/protocol';

/** An entry of the gazetteer. `weight` is the population, raised for places that travellers mean more often than their size says. */
export interface Place extends PlaceRef {
  weight: number;
  /** Known to travellers everywhere: of its namesakes it is the one meant. */
  famous?: boolean;
}

/** Countries whose people name the state with the city. */
const statesMatter = new Set(['US', 'CA', 'AU']);

/** Parts of the place that belong in a trip request. */
export function toRef(place: Place): PlaceRef {
  const { name, kind, country, region, iata, location } = place;
  return {
    name,
    kind,
    ...(country ? { country } : {}),
    ...(region && (kind !== 'city' || statesMatter.has(country ?? '')) ? { region } : {}),
    ...(iata ? { iata } : {}),
    ...(location ? { location } : {}),
  };
}

export const samePlace = (a: PlaceRef, b: PlaceRef): boolean =>
  a.name === b.name && a.country === b.country && (a.region === b.region || !a.region || !b.region);
