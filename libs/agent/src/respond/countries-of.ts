import { type PlaceRef, type TripRequest } from '@travellite/protocol';
import { type TurnWork } from '../turn-work.js';

const placesOf = ({ destinations, origin }: TripRequest): PlaceRef[] => [
  ...destinations,
  ...(origin ? [origin] : []),
];

/** Which names an answer may tell are those of countries. What the trip is now says so before what it was, or what a member wishes. */
export function countriesOf({ state, before }: Pick<TurnWork, 'state' | 'before'>): string[] {
  const members = state.room?.members ?? [];
  const kinds = new Map<string, PlaceRef['kind']>();
  const all = [state.request, before.request, ...members.map(({ wishes }) => wishes)].flatMap(placesOf);
  for (const { name, kind } of all) if (!kinds.has(name)) kinds.set(name, kind);
  return [...kinds].flatMap(([name, kind]) => (kind === 'country' ? [name] : []));
}
