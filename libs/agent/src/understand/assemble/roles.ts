import { wordSet } from '../text/word-set.js';
import { type PlaceSpan } from '../places/recognise.js';
import { anyWordAt, markAt, type Source, wordBefore } from '../text/source.js';
import { distanceKm } from '@travellite/travel-tools';
import { type Spans } from './spans.js';

export type Role = 'origin' | 'destination' | 'return' | 'via' | 'none';

const returning = wordSet('back return returning home zurück retour vuelta ritorno');
const listWords = wordSet(
  'and or then the also finally und et y e en plus maybe both even possibly oder ou o city of either',
);

/** What may stand between the arrow and a state: "-> 3 cities in Nevada". */
const counted = /^(?:\d|two|three|four|five|different|distinct|cities|towns|in|of|the|state)$/;

/** "NYC to Paris", "Boston -> Rome", "Lima - Cusco": the first of two places joined like this is where the trip begins. */
function leadsTo(source: Source, span: PlaceSpan, next: PlaceSpan | undefined): boolean {
  if (!next) return false;
  const between = source.tokens.slice(span.to, next.from).map((token) => token.low);
  const gap = between.filter((word) => !counted.test(word)).join('');
  return ['to', '->', '>', '-', '->to', 'nach', 'naar', '=>', '-->'].includes(gap);
}

/** Only list words and commas between two places: they share their role. */
export function isList(source: Source, from: number, to: number): boolean {
  return source.tokens
    .slice(from, to)
    .every((token) => listWords.has(token.low) || (token.kind === 'mark' && ',&/'.includes(token.low)));
}

/** What each place is to the trip, read from the words before it. */
export function placeRoles(source: Source, spans: Spans): Map<PlaceSpan, Role> {
  const roles = new Map<PlaceSpan, Role>();
  const starts = new Map(spans.places.map((span) => [span.from, span]));
  let role: Role = 'none';
  for (let i = 0; i < source.tokens.length;) {
    const span = starts.get(i);
    if (span) {
      roles.set(span, span.role ?? role);
      role = afterPlace(source, span, role, spans);
      i = span.to;
      continue;
    }
    if (spans.taken[i] || markAt(source, i, '.!?;)')) role = 'none';
    const cue = spans.taken[i] ? undefined : anyWordAt(source, i, ['origin', 'destination']);
    if (cue) {
      role = cueRole(source, spans, i, { cls: cue.cls as 'origin' | 'destination', to: cue.to });
      i = cue.to;
    } else i += 1;
  }
  return roles;
}

/** The part that a word such as "from", "to" or "in" gives to the places behind it. */
function cueRole(
  source: Source,
  spans: Spans,
  i: number,
  cue: { cls: 'origin' | 'destination'; to: number },
): Role {
  if (leavesOut(source, i)) return 'none';
  if (isConnection(source, i)) return 'via';
  if (isHomeOf(source, spans, i, cue.to)) return 'origin';
  const stop = isFirstStop(source, spans, i, cue.to) || isOpenJaw(source, i);
  if (!returning.has(source.tokens[i - 1]?.low ?? '')) return stop ? 'destination' : cue.cls;
  const home = (stop || cue.cls === 'destination') && source.tokens[i]?.low === 'to';
  return home ? 'return' : 'destination';
}

function afterPlace(source: Source, span: PlaceSpan, role: Role, spans: Spans): Role {
  const next = spans.places.find((other) => other.from >= span.to);
  const listed = next !== undefined && isList(source, span.to, next.from);
  if (role === 'origin')
    return listed && source.tokens.slice(span.to, next.from).some((token) => token.low === 'or')
      ? 'origin'
      : 'none';
  return listed ? role : 'none';
}

const people = ['person', 'adult', 'friend', 'family', 'group', 'pair', 'of_us'] as const;
const wishing = wordSet('who that wanting looking planning hoping wishing seeking needing and');

/** "We are 5 people in Charlotte who want …": where they live, when another place follows. */
function isHomeOf(source: Source, spans: Spans, cue: number, to: number): boolean {
  if (source.tokens[cue]?.low !== 'in' || !people.some((cls) => wordBefore(source, cue, cls))) return false;
  const place = spans.places.find((span) => span.from === to);
  return (
    place !== undefined &&
    wishing.has(source.tokens[place.to]?.low ?? '') &&
    spans.places.some((other) => other.from > place.to + 1)
  );
}

/** "leave Rome out", "leave out Rome". */
const leavesOut = (source: Source, cue: number): boolean =>
  source.tokens[cue]?.low === 'leave' &&
  source.tokens.slice(cue + 1, cue + 5).some((token) => token.low === 'out');

const travels = wordSet('flight flights fly flying train trains bus buses ticket tickets round ferry route');

/** "flights between Boston and Oakland": the first is where the trip begins. */
function firstOfTwo(source: Source, places: PlaceSpan[]): PlaceSpan | undefined {
  const [first, second, ...more] = places;
  if (!first || !second || more.length > 0 || source.tokens[first.from - 1]?.low !== 'between')
    return undefined;
  return source.tokens.some((token) => travels.has(token.low)) ? first : undefined;
}

const starts = wordSet('starting start starts beginning begin begins');
const finishes = wordSet('ending end ends finishing finish finishes');

/** "starting in Hanoi and ending in Saigon": both are stops of the trip. */
const isFirstStop = (source: Source, spans: Spans, cue: number, to: number): boolean =>
  starts.has(source.tokens[cue]?.low ?? '') &&
  source.tokens.slice(to).some((token) => finishes.has(token.low)) &&
  !isQuickTripFar(spans, cue);

/** Kilometres a day beyond which nobody tours: "a 3-day trip starting in Sacramento and ending in Philadelphia" goes there and back. */
const touringKmADay = 250;

function isQuickTripFar({ places, durations, dates }: Spans, cue: number): boolean {
  const [first, second, ...more] = places.filter((span) => span.from > cue);
  const days =
    durations.find((span) => span.days !== undefined)?.days ??
    dates.flatMap(({ start, end }) => (start !== undefined && end !== undefined ? end - start + 1 : []))[0];
  if (!first?.place.location || !second?.place.location || more.length > 0 || days === undefined)
    return false;
  return distanceKm(first.place.location, second.place.location) / days > touringKmADay;
}

const opens = wordSet('into');

/** "into Munich and out of Zurich": the last city is a stop of the trip, not its home. */
const isOpenJaw = (source: Source, cue: number): boolean =>
  source.tokens[cue]?.low === 'out' &&
  ['and', 'then', 'fly', 'flying'].includes(source.tokens[cue - 1]?.low ?? '') &&
  source.tokens.slice(Math.max(0, cue - 8), cue).some((token) => opens.has(token.low));

const connections = wordSet('stopover layover connection connecting changing transfer');
const byAir = wordSet('fly flying flight flights fares fare ticket tickets');

/** "fly from San Francisco to Boston with a stopover in Dallas": where one changes planes is no destination. */
const isConnection = (source: Source, cue: number): boolean =>
  connections.has(source.tokens[cue - 1]?.low ?? '') &&
  source.tokens.slice(0, cue).some((token) => byAir.has(token.low)) &&
  !source.tokens
    .slice(0, cue)
    .some((token) => ['add', 'include', 'nights', 'night', 'day', 'days'].includes(token.low));

/** The one place the trip begins at, and all others, in the order they were named. */
export function splitPlaces(
  source: Source,
  spans: Spans,
  asked: string | undefined,
  hasOrigin: boolean,
): { origin?: PlaceSpan; rest: PlaceSpan[] } {
  const roles = placeRoles(source, spans);
  const places = spans.places;
  for (const span of places) if (span.role) roles.set(span, span.role);
  let origin = places.find((span) => roles.get(span) === 'origin');
  if (!origin) {
    const lead = places.find(
      (span, at) => roles.get(span) === 'none' && leadsTo(source, span, places[at + 1]),
    );
    if (lead && !(hasOrigin && source.tokens.length > 8)) origin = lead;
  }
  origin ??= firstOfTwo(source, places);
  if (!origin && asked === 'origin') {
    origin =
      places.find((span) => roles.get(span) === 'none') ??
      (places.length === 1 && roles.get(places[0] as PlaceSpan) !== 'return' ? places[0] : undefined);
  }
  const back = places.filter((span) => roles.get(span) === 'return');
  const rest = places.filter(
    (span) =>
      span !== origin && !back.includes(span) && roles.get(span) !== 'origin' && roles.get(span) !== 'via',
  );
  return { origin: origin ?? (hasOrigin ? undefined : back[0]), rest };
}
