import { type Destination, type PlaceRef, type TripRequest } from '@travellite/protocol';
import { distanceKm } from '@travellite/travel-tools';
import { gazetteer } from '../places/gazetteer.js';
import { samePlace, toRef } from '../places/place.js';
import { type PlaceSpan } from '../places/recognise.js';
import { countAt } from '../text/numbers.js';
import { type Source } from '../text/source.js';
import { wordSet } from '../text/word-set.js';
import { Phrases } from '../text/phrases.js';
import { polarityOf, type Spans } from './spans.js';
import { type DaysThere, readDaysThere } from './days-there.js';
import { reordered } from './city-order.js';
import { corrected, saysAlso } from './corrected.js';
import { isList, splitPlaces } from './roles.js';
import { type Stay } from './stays.js';

/** "Scotland in autumn: Edinburgh first": the region only says where the city after it lies. Beside one another in a list both are meant. */
function isScope(source: Source, span: PlaceSpan, next: PlaceSpan | undefined): boolean {
  const [here, there] = [span.place, next?.place];
  if (here.kind !== 'region' || span.cityCount !== undefined || there?.kind !== 'city' || !next) return false;
  if (here.country !== there.country || !here.location || !there.location) return false;
  const near =
    Math.abs(here.location.lat - there.location.lat) < 2.5 &&
    Math.abs(here.location.lng - there.location.lng) < 4;
  return near && !isList(source, span.to, next.from);
}

export interface DestinationChange {
  origin?: PlaceRef;
  /** The new list, when it changes. */
  destinations?: Destination[];
  /** Places that must not be in the plan although they were never destinations. */
  avoid: string[];
  /** Places so near to a destination that they are seen from there. */
  see?: string[];
}

const says = (phrases: string): Phrases<true> =>
  new Phrases(phrases.split('|').map((phrase) => [phrase, true] as const));

const adding = says(
  'add|also|too|as well|include|including|plus|in addition|additionally|stop in|stop at|stopover in|extend|along with|on top of that|and then|squeeze in|put in|throw in|afterwards|detour|visit|swing by|fit in|besides',
);
const replacing = says(
  'instead|change the destination|switch to|change to|change it to|i meant|i mean|meant to say|correction|make that|sorry|rather|scratch that|what about|how about|plan a|plan me|plan my|plan us|trip to|trip from|go to|travel to|fly to|head to|going to|itinerary for|vacation to|vacation in|holiday in|holiday to|destination is|changed my mind|changed our minds|new trip|wait',
);
const correcting = says(
  'i meant|i mean|meant to say|correction|sorry|make that|scratch that|wait|ich meine|ich meinte|je veux dire|je voulais dire|quiero decir|quise decir|volevo dire|quis dizer|ik bedoel|ik bedoelde',
);

function says1(source: Source, phrases: Phrases<true>): boolean {
  return source.tokens.some((_, i) => phrases.at(source.tokens, i) !== undefined);
}

const noes = wordSet('no nope nein non não nee');

/** "No, Lyon": the answer corrects what was understood. */
function opensWithNo(source: Source): boolean {
  const first = source.tokens[0]?.low;
  return noes.has(first ?? '') && [',', '.', '!', '-'].includes(source.tokens[1]?.low ?? '');
}

function toDestination(span: PlaceSpan, stay: Stay | undefined, during?: DaysThere): Destination {
  return {
    ...span.place,
    ...stay,
    ...(during !== undefined ? { during } : {}),
    ...(span.cityCount !== undefined ? { cityCount: span.cityCount } : {}),
  };
}

const continents = new Set(['Europe', 'Asia', 'Africa', 'North America', 'South America', 'Oceania']);

const inside = (inner: PlaceRef, outer: PlaceRef): boolean =>
  inner !== outer &&
  inner.kind === 'city' &&
  // A continent says little beside a city.
  (continents.has(outer.name) ||
    (outer.kind === 'country' && inner.country === outer.country) ||
    (outer.kind === 'state' && inner.country === outer.country && inner.region === outer.name));

/** "Tokyo and Kyoto in Japan": the country only says where the cities are. A place named twice counts once. */
function tidy(list: Destination[]): Destination[] {
  const unique: Destination[] = [];
  for (const place of list) {
    const at = unique.findIndex((other) => samePlace(other, place));
    if (at < 0) unique.push(place);
    else unique[at] = { ...place, ...unique[at] } as Destination;
  }
  return unique.filter(
    (place) => place.cityCount !== undefined || !unique.some((other) => inside(other, place)),
  );
}

/** "the one in Costa Rica", "Alabama": says which of its namesakes the last destination is. */
export function meantIn(place: PlaceRef, region: PlaceRef): PlaceRef | undefined {
  if (region.kind === 'city' || place.kind !== 'city') return undefined;
  const namesakes = gazetteer.names.get(place.name) ?? [];
  const found = namesakes.find(
    (other) =>
      other.kind === 'city' &&
      other.country === region.country &&
      (region.kind === 'country' || other.region === region.name),
  );
  return found && toRef(found);
}

function clarified(source: Source, before: Destination[], named: Destination[]): Destination[] | undefined {
  const [region, ...more] = named;
  const last = before.at(-1);
  if (!region || !last || more.length > 0 || source.tokens.length > 7) return undefined;
  const meant =
    source.asked === 'destination' || source.tokens.some((token) => token.low === 'one')
      ? meantIn(last, region)
      : undefined;
  return (
    meant && [
      ...before.slice(0, -1),
      {
        ...meant,
        ...(last.nights === undefined ? {} : { nights: last.nights }),
        ...(last.inDays === undefined ? {} : { inDays: last.inDays }),
      },
    ]
  );
}

const cityWords = new Set(['cities', 'towns', 'places', 'stops', 'destinations']);

/** "make it 3 cities" for the one state or country of the trip. */
function recounted(source: Source, before: Destination[]): Destination[] | undefined {
  const [only, ...more] = before;
  if (!only || more.length > 0 || only.kind === 'city') return undefined;
  for (const [i] of source.tokens.entries()) {
    const count = countAt(source, i);
    if (count && count.value <= 20 && cityWords.has(source.tokens[count.to]?.low ?? ''))
      return [{ ...only, cityCount: count.value }];
  }
  return undefined;
}

/** How the places named now relate to the destinations known before. */
function merge(
  source: Source,
  mode: Spans['mode'],
  before: Destination[],
  named: Destination[],
  removed: PlaceRef[],
): Destination[] {
  const kept = before.filter((place) => !removed.some((gone) => samePlace(gone, place)));
  if (named.length === 0) return kept;
  if (before.length === 0) return named;
  const fresh = named.filter((place) => !before.some((known) => samePlace(known, place)));
  if (removed.length > 0) {
    const at = before.findIndex((place) => removed.some((gone) => samePlace(gone, place)));
    return at < 0 ? [...kept, ...fresh] : [...kept.slice(0, at), ...fresh, ...kept.slice(at)];
  }
  if (mode === 'replace') return named;
  const corrects = (says1(source, correcting) || opensWithNo(source)) && !saysAlso(source);
  if (corrects && before.length > 1 && named.length === 1) return [...before.slice(0, -1), ...named];
  if (corrects || source.asked === 'destination') return named;
  if (mode === 'add') return [...updated(before, named), ...fresh];
  if (says1(source, adding) && !says1(source, says('instead|switch to|change to')))
    return [...updated(before, named), ...fresh];
  if (says1(source, replacing))
    return named.length > 0 && fresh.length === 0 && named.length < before.length
      ? updated(before, named)
      : named;
  return [...updated(before, named), ...fresh];
}

/** Destinations named again may bring nights or a number of cities. */
const updated = (before: Destination[], named: Destination[]): Destination[] =>
  before.map((place) => {
    const { inDays, ...known } = place;
    const again = named.find((other) => samePlace(other, place));
    return { ...(again?.nights === undefined && inDays ? { ...known, inDays } : known), ...again };
  });

const dayTripKm = 12;

/** All that is named lies within a destination, like the Vatican within Rome. */
function nearby(before: readonly Destination[], named: readonly Destination[]): Destination[] {
  const isNear = (place: Destination): boolean =>
    place.kind !== 'state' &&
    before.some(
      (known) =>
        known.kind === 'city' &&
        !samePlace(known, place) &&
        known.location !== undefined &&
        place.location !== undefined &&
        distanceKm(known.location, place.location) < dayTripKm,
    );
  return named.length > 0 && named.every(isNear) ? [...named] : [];
}

interface NamedPlaces {
  named: Destination[];
  removed: PlaceRef[];
  avoid: string[];
}

/** The places of a message by what is wished of them. */
function sortPlaces(
  source: Source,
  spans: Spans,
  request: TripRequest,
  places: PlaceSpan[],
  { skip, stays }: { skip: (span: { from: number }) => boolean; stays: ReadonlyMap<PlaceSpan, Stay> },
): NamedPlaces {
  const daysThere = readDaysThere(source, places);
  const sorted: NamedPlaces = { named: [], removed: [], avoid: [] };
  for (const [at, span] of places.entries()) {
    if (skip(span) || isScope(source, span, places[at + 1])) continue;
    const polarity = polarityOf(spans, span);
    if (polarity !== 'remove' && polarity !== 'avoid') {
      sorted.named.push(toDestination(span, stays.get(span), daysThere.get(span)));
      continue;
    }
    sorted.removed.push(span.place);
    const known = request.destinations.some((place) => samePlace(place, span.place));
    if (!known && polarity === 'avoid') sorted.avoid.push(span.place.name);
  }
  return sorted;
}

/** "BER" and nothing else, where the destination is known and the origin is not: the airport one leaves from. */
const isHomeCode = (source: Source, { origin, destinations }: TripRequest): boolean =>
  source.tokens.length <= 2 &&
  /^[A-Z]{3}$/.test(source.tokens[0]?.raw ?? '') &&
  destinations.length > 0 &&
  origin === undefined &&
  source.asked !== 'destination';

/** The change of origin and destinations a message asks for. */
export function readDestinations(
  source: Source,
  spans: Spans,
  request: TripRequest,
  skip: (span: { from: number }) => boolean,
  stays: ReadonlyMap<PlaceSpan, Stay>,
): DestinationChange {
  const split = splitPlaces(source, spans, source.asked, request.origin !== undefined);
  const { origin, rest } = corrected(source, spans, split);
  if (isHomeCode(source, request) && rest[0]) return { avoid: [], origin: rest[0].place };
  const { named, removed, avoid } = sortPlaces(source, spans, request, rest, { skip, stays });
  const change: DestinationChange = { avoid };
  if (origin && !skip(origin) && polarityOf(spans, origin) !== 'avoid') change.origin = origin.place;
  const before = request.destinations;
  const near = nearby(before, named);
  if (near.length > 0 && !says1(source, says('instead|switch to|change to')))
    return { ...change, see: near.map(({ name }) => name) };
  const settled =
    reordered(source, before, rest) ??
    (named.length > 0 ? clarified(source, before, named) : recounted(source, before));
  if (settled) return { ...change, destinations: settled };
  if (named.length > 0 || removed.length > 0) {
    const counted = before.length === 0 ? (recounted(source, named) ?? named) : named;
    const list = tidy(merge(source, spans.mode, before, tidy(counted), removed));
    const from = change.origin ?? request.origin;
    // "from Boston ... back in Boston": where one lives is no destination.
    change.destinations = list.length > 1 && from ? list.filter((place) => !samePlace(place, from)) : list;
  }
  return change;
}
