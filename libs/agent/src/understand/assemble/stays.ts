import { type DurationSpan } from '../dates/durations.js';
import { type PlaceSpan } from '../places/recognise.js';
import { type Source } from '../text/source.js';
import { wordSet } from '../text/word-set.js';
import { samePlace } from '../places/place.js';
import { type Spans } from './spans.js';

/** The length of one stay as a destination keeps it. */
export interface Stay {
  nights: number;
  inDays?: true;
}

/** How long to stay in each place, when the message says so for several, and what that makes together. */
export interface Stays {
  nights: Map<PlaceSpan, Stay>;
  /** Lengths that speak of the whole trip. */
  durations: DurationSpan[];
}

const before = wordSet('in at for to visiting exploring en em nach a à');
const after = wordSet('for ( , - : with');

const between = (source: Source, from: number, to: number, words: ReadonlySet<string>): boolean =>
  to - from >= 0 && to - from <= 2 && source.tokens.slice(from, to).every((token) => words.has(token.low));

/** The place a length belongs to: "3 days in Rome", "Rome for 3 nights", "Rome (3 nights)". */
function placeOf(source: Source, span: DurationSpan, places: PlaceSpan[]): PlaceSpan | undefined {
  return (
    places.find((place) => place.from >= span.to && between(source, span.to, place.from, before)) ??
    places.find((place) => place.to <= span.from && between(source, place.to, span.from, after))
  );
}

function sum(spans: DurationSpan[]): DurationSpan {
  const first = spans[0] as DurationSpan;
  const said = spans.map((span) => span.said).join(', ');
  const total = spans.reduce((all, span) => all + (span.days ?? span.nights ?? 0), 0);
  const onlyNights = spans.every((span) => span.nights !== undefined);
  return { ...first, said, ...(onlyNights ? { nights: total } : { days: total, nights: undefined }) };
}

/** Splits lengths into stays and the trip's length. One length alone is the trip's, whatever place it stands by. */
export function readStays(source: Source, spans: Spans, durations: DurationSpan[]): Stays {
  const all = durations.flatMap((span): Owned[] => {
    const place = placeOf(source, span, spans.places);
    return place ? [{ span, place }] : [];
  });
  // "Turkey for a week, then Georgia for five days": countries have stays of their own only among themselves.
  const countries = all.length > 1 && all.every(({ place }) => place.place.kind === 'country');
  const wider = ({ place }: Owned): boolean => place.place.kind !== 'city' && spans.places.length > 1;
  const owned = countries ? all : all.filter((pair) => !wider(pair));
  const places = new Set(owned.map(({ place }) => place));
  if (owned.length < 2 || places.size < 2) {
    const apart =
      durations.length > 1 || owned.some(({ span, place }) => isSequel(source, span, place, spans.places));
    const alone = owned.length === 1 && spans.places.length > 1 && apart ? owned : [];
    return {
      nights: new Map(alone.map(({ span, place }) => [place, stayOf(span)])),
      durations: durations.filter((span) => !alone.some((pair) => pair.span === span)),
    };
  }
  const rest = durations.filter((span) => !owned.some((pair) => pair.span === span));
  const shared = sharesDays(owned, rest) ? 1 : 0;
  return {
    nights: new Map(owned.map(({ span, place }) => [place, stayOf(span, shared)])),
    durations: rest.length > 0 ? rest : [sum(owned.map(({ span }) => span))],
  };
}

const stayOf = ({ nights, days = 0 }: DurationSpan, shared = 0): Stay =>
  nights === undefined ? { nights: days - shared, inDays: true } : { nights };

interface Owned {
  span: DurationSpan;
  place: PlaceSpan;
}

/**
 * "5 days in Rome, 4 in Florence and 4 in Venice, 11 days in all": the days on the way count for both cities, which shows in the sum.
 * Each stay then has one night fewer than days.
 */
function sharesDays(owned: Owned[], rest: DurationSpan[]): boolean {
  const total = Math.max(0, ...rest.map(({ days }) => days ?? 0));
  const cities = new Set(owned.map(({ place }) => place)).size;
  const inDays = owned.every(({ span }) => span.nights === undefined && (span.days ?? 0) > 1);
  const sum = owned.reduce((all, { span }) => all + (span.days ?? 0), 0);
  return inDays && total > 0 && sum === total + cities - 1;
}

/** "Easter in Seville and then 3 nights in Granada": the length is of the second place alone. */
function isSequel(source: Source, span: DurationSpan, place: PlaceSpan, places: PlaceSpan[]): boolean {
  const before = places
    .filter((other) => other.to <= span.from && !samePlace(other.place, place.place))
    .at(-1);
  if (!before || place.from < span.to) return false;
  return source.tokens.slice(before.to, span.from).some((token) => sequels.has(token.low));
}

const sequels = wordSet('then afterwards dann danach puis ensuite luego después poi dopo depois daarna');
