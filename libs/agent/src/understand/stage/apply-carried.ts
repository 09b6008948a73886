import { type CarriedLists, type Destination, type IsoDate, type TripRequest } from '@travellite/protocol';
import { type Gazetteer } from '@travellite/travel-tools';
import { requestOfEntry } from '../../require/entry-reader.js';
import { wishLines } from '../../require/wish-lines.js';
import { type TripState } from '../../trip-state/trip-state.js';
import { cityOfPoint, liesIn, toDestination } from '../../discover/city-of-poi.js';
import { type Understand } from '../understanding.js';
import { mergeRequests, withoutWishes } from './merge-requests.js';

/**
 * The lists a client carries are the truth about this turn: they replace the stored ones, and the request is brought in line
 * with them, so that a client that carries everything itself needs no memory of ours.
 */
export function applyCarried(
  state: TripState,
  carried: CarriedLists | undefined,
  reading: { understand: Understand; today: IsoDate; gazetteer: Gazetteer },
): TripState {
  if (!carried) return state;
  const next: TripState = {
    ...state,
    pois: carried.pois ?? state.pois,
    requirements: carried.requirements ?? state.requirements,
    plan: carried.plan ?? state.plan,
  };
  let request = state.request;
  if (carried.requirements) request = fromRequirements(request, next, reading);
  if (carried.pois) request = fromPois(request, carried, reading.gazetteer);
  const days = carried.plan?.[0]?.days.length ?? 0;
  if (days > 0 && request.dates?.days === undefined && request.dates?.nights === undefined) {
    request = { ...request, dates: { ...request.dates, days } };
  }
  return { ...next, request };
}

/** Wishes that the list no longer holds leave the request; entries the request does not know of enter it. */
function fromRequirements(
  request: TripRequest,
  { requirements }: TripState,
  { understand, today }: { understand: Understand; today: IsoDate },
): TripRequest {
  const listed = new Set(requirements.map(({ description }) => description));
  const kept = withoutWishes(
    request,
    wishLines(request).filter((line) => !listed.has(line.description)),
  );
  const known = new Set(wishLines(kept).map(({ description }) => description));
  return requirements
    .filter(({ description }) => !known.has(description))
    .map(({ description }) => requestOfEntry(understand, today, description))
    .reduce((merged, entry) => mergeRequests(merged, entry), kept);
}

/** The places of the list say where the trip goes. A client that sends neither places nor a plan begins anew. */
function fromPois(
  request: TripRequest,
  { pois = [], plan }: CarriedLists,
  gazetteer: Gazetteer,
): TripRequest {
  if (pois.length === 0) return plan?.length === 0 ? { ...request, destinations: [] } : request;
  const elsewhere = pois.filter((poi) => !request.destinations.some((known) => liesIn(poi, known)));
  const cities = new Map<string, Destination>();
  for (const poi of elsewhere) {
    if ([...cities.values()].some((city) => liesIn(poi, city))) continue;
    const city = cityOfPoint(poi.geo_coordinate, gazetteer);
    if (city) cities.set(city.name, toDestination(city));
  }
  const known = new Set(request.destinations.map(({ name }) => name));
  const more = [...cities.values()].filter(({ name }) => !known.has(name));
  return more.length === 0 ? request : { ...request, destinations: [...request.destinations, ...more] };
}
