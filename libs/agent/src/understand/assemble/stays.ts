import { type DurationSpan } from '../dates/durations.js';
import { type PlaceSpan } from '../places/recognise.js';
import { type Source } from '../text/source.js';
import { wordSet } from '../text/word-set.js';
import { type Spans } from './spans.js';

/** How long to stay in each place, when the message says so for several, and what that makes together. */
export interface Stays {
  nights: Map<PlaceSpan, number>;
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
  const wider = (place: PlaceSpan): boolean => place.place.kind !== 'city' && spans.places.length > 1;
  const owned = durations
    .map((span) => ({ span, place: placeOf(source, span, spans.places) }))
    .filter(
      (pair): pair is { span: DurationSpan; place: PlaceSpan } =>
        pair.place !== undefined && !wider(pair.place),
    );
  const places = new Set(owned.map(({ place }) => place));
  if (owned.length < 2 || places.size < 2) {
    const alone = owned.length === 1 && spans.places.length > 1 && durations.length > 1 ? owned : [];
    return {
      nights: new Map(alone.map(({ span, place }) => [place, span.nights ?? span.days ?? 0])),
      durations: durations.filter((span) => !alone.some((pair) => pair.span === span)),
    };
  }
  const rest = durations.filter((span) => !owned.some((pair) => pair.span === span));
  return {
    nights: new Map(owned.map(({ span, place }) => [place, span.nights ?? span.days ?? 0])),
    durations: rest.length > 0 ? rest : [sum(owned.map(({ span }) => span))],
  };
}
