import { type PlaceRef } from '@travellite/protocol';
import { type DateSpan, recogniseDates } from '../dates/recognise.js';
import { type DurationSpan, recogniseDurations } from '../dates/durations.js';
import { type DayRange, dayFromIso } from '../dates/calendar.js';
import { type MoneySpan, recogniseMoney } from '../money/recognise.js';
import { type PlaceSpan, recognisePlaces } from '../places/recognise.js';
import { type Source } from '../text/source.js';
import { recogniseTravellers, type TravellerSpan } from '../travellers/recognise.js';
import { addJapanese } from '../japanese/into-spans.js';
import { type UnderstandContext } from '../understanding.js';
import { recogniseWishes, type WishSpan } from '../wishes/tags.js';
import { recogniseShown } from '../wishes/shown-places.js';
import { polarities, type Polarity } from '../wishes/polarity.js';

/** Everything recognised in a message; no token belongs to two spans. */
export interface Spans {
  dates: DateSpan[];
  durations: DurationSpan[];
  money: MoneySpan[];
  travellers?: TravellerSpan;
  places: PlaceSpan[];
  wishes: WishSpan[];
  /** Polarity of places and wishes. */
  polarity: Map<{ from: number }, Polarity>;
  /** Known for languages whose words the cue tables cannot see: how named places relate to those before. */
  mode?: 'add' | 'replace';
  /** The limit of the budget is taken away. */
  liftsBudget?: boolean;
  /** The whole message is a question. */
  asks?: boolean;
  /** Tokens that belong to some span. */
  taken: boolean[];
}

interface Extent {
  from: number;
  to: number;
}

/** Marks tokens as used. Spans are offered in order of trust; a later one that overlaps an earlier is dropped. */
class Claims {
  readonly taken: boolean[];

  constructor(size: number) {
    this.taken = new Array<boolean>(size).fill(false);
  }

  readonly has = (i: number): boolean => this.taken[i] ?? false;

  free(span: Extent): boolean {
    for (let i = span.from; i < span.to; i += 1) if (this.taken[i]) return false;
    return true;
  }

  keep<S extends Extent>(spans: S[]): S[] {
    return spans.filter((span) => {
      if (!this.free(span)) return false;
      this.claim(span);
      return true;
    });
  }

  claim(span: Extent): void {
    this.taken.fill(true, span.from, span.to);
  }
}

function knownMonth(context: UnderstandContext): DayRange | undefined {
  const { dates } = context.request;
  const from = dayFromIso(dates?.start ?? dates?.window?.from ?? '');
  return from === undefined ? undefined : { from, to: from + 31 };
}

/** Places that decide what an ambiguous name means. */
function knownPlaces(context: UnderstandContext): PlaceRef[] {
  const { origin, destinations } = context.request;
  return origin ? [origin, ...destinations] : destinations;
}

/** What goes on in one list: "no museums, the castle or Belém Tower". */
const interestKinds: ReadonlySet<string> = new Set(['interest', 'sight', 'shown']);

export function recognise(source: Source, context: UnderstandContext): Spans {
  const claims = new Claims(source.tokens.length);
  const dates = claims.keep(recogniseDates(source, knownMonth(context)));
  const money = claims.keep(recogniseMoney(source));
  const durations = claims.keep(recogniseDurations(source));
  const travellers = recogniseTravellers(source, claims.has);
  for (const part of travellers?.parts ?? []) claims.claim(part);
  const { shown = [], request } = context;
  const isDestination = (name: string) => request.destinations.some((place) => place.name === name);
  const known = claims.keep(recogniseShown(source, shown, isDestination, claims.has));
  const phrases = recogniseWishes(source, claims.has).filter((span) => span.to - span.from > 1);
  const covered = new Map(phrases.map((span) => [span.from, span.to]));
  const places = claims.keep(recognisePlaces(source, knownPlaces(context), claims.has, covered));
  const wishes = [...known, ...claims.keep(recogniseWishes(source, claims.has))].sort(
    (a, b) => a.from - b.from,
  );
  const spots = [
    ...places.map((span) => ({ span, from: span.from, to: span.to, kind: 'place' })),
    ...wishes.map((span) => ({
      span,
      from: span.from,
      to: span.to,
      kind: interestKinds.has(span.kind) ? 'interest' : span.kind,
    })),
    ...money.map((span) => ({ span, from: span.from, to: span.to, kind: 'money' })),
    ...dates.map((span) => ({ span, from: span.from, to: span.to, kind: 'date' })),
    ...durations.map((span) => ({ span, from: span.from, to: span.to, kind: 'duration' })),
  ].sort((a, b) => a.from - b.from);
  const polarity = new Map<{ from: number }, Polarity>();
  for (const [spot, value] of polarities(source, spots)) {
    polarity.set((spot as (typeof spots)[number]).span, value);
  }
  return addJapanese(source, {
    dates,
    durations,
    money,
    travellers,
    places,
    wishes,
    polarity,
    taken: claims.taken,
  });
}

export const polarityOf = (spans: Spans, span: { from: number }): Polarity =>
  spans.polarity.get(span) ?? 'none';
