import { type TransportWish, type TripRequest } from '@travellite/protocol';
import { type Source } from '../text/source.js';
import { wordSet } from '../text/word-set.js';
import { type Polarity } from '../wishes/polarity.js';
import { type WishKind, type WishSpan } from '../wishes/tags.js';
import { lodging, minStars, room, rule } from './lodging-wish.js';
import { polarityOf, type Spans } from './spans.js';
import { transport } from './transport-wish.js';
import { limitedRefusal } from './limited-refusal.js';
import { including, isNegative, place, without } from './wish-lists.js';

/** The fields of a request that wishes change. */
const names = [
  'interests',
  'avoidInterests',
  'pace',
  'cuisines',
  'diets',
  'lodging',
  'transport',
  'mustSee',
  'avoid',
  'notes',
] as const;
export type WishFields = Pick<TripRequest, (typeof names)[number]>;

interface Heard {
  source: Source;
  span: WishSpan;
  polarity: Polarity;
}

/** "food" after "Mexican" or "vegan" belongs to that wish. */
function belongsToFood(spans: Spans, span: WishSpan): boolean {
  if (span.kind !== 'interest' || span.value !== 'food') return false;
  return spans.wishes.some(
    (other) => (other.kind === 'cuisine' || other.kind === 'diet') && Math.abs(span.from - other.to) <= 4,
  );
}

const dishes = new Set(['seafood', 'bbq', 'steak', 'fast food', 'cafe']);
const refusedCuisine = (cuisine: string): string =>
  dishes.has(cuisine) ? `no ${cuisine}` : `no ${cuisine} food`;

function noted(notes: string[] | undefined, value: string, polarity: Polarity): string[] {
  if (polarity === 'remove') return without(notes, value);
  // "not cheap" asks for nothing in particular.
  if (polarity === 'avoid' && value === 'good value') return without(notes, value);
  return including(notes, polarity === 'avoid' ? `no ${value}` : value);
}

function cuisine(fields: WishFields, value: string, polarity: Polarity): void {
  const known = fields.cuisines?.includes(value) === true;
  if (isNegative(polarity) && !known) fields.notes = including(fields.notes, refusedCuisine(value));
  fields.cuisines = isNegative(polarity)
    ? without(fields.cuisines, value)
    : including(fields.cuisines, value);
}

const comparing = wordSet('más più mais plus meer noch');

/** How each kind of wish changes the fields. */
const handlers: Record<WishKind, (fields: WishFields, heard: Heard) => void> = {
  interest: (fields, { source, span, polarity }) => {
    const limited = isNegative(polarity) ? limitedRefusal(source, span) : undefined;
    if (limited !== undefined) {
      fields.notes = including(fields.notes, limited);
      return;
    }
    const { wanted, refused } = place(fields.interests, fields.avoidInterests, span.value, polarity);
    Object.assign(fields, { interests: wanted, avoidInterests: refused });
  },
  sight: (fields, { span, polarity }) => {
    const { wanted, refused } = place(fields.mustSee, fields.avoid, span.value, polarity);
    Object.assign(fields, { mustSee: wanted, avoid: refused });
  },
  shown: (fields, heard) => {
    const { span, polarity } = heard;
    if (isNegative(polarity)) handlers.sight(fields, heard);
    else if (span.interest) handlers.interest(fields, { ...heard, span: { ...span, value: span.interest } });
  },
  walking: (fields, { polarity }) => {
    if (isNegative(polarity)) fields.pace = 'relaxed';
  },
  cuisine: (fields, { span, polarity }) => cuisine(fields, span.value, polarity),
  diet: (fields, { span, polarity }) => {
    fields.diets =
      polarity === 'remove' ? without(fields.diets, span.value) : including(fields.diets, span.value);
  },
  pace: (fields, { span, polarity }) => {
    if (!isNegative(polarity)) fields.pace = span.value as TripRequest['pace'];
    else fields.pace = span.value === 'packed' ? 'relaxed' : undefined;
  },
  room: (fields, { span, polarity }) => {
    fields.lodging = room(span, polarity, fields.lodging);
  },
  rule: (fields, { source, span, polarity }) => {
    fields.lodging = rule(source, span, polarity, fields.lodging);
  },
  lodging: (fields, { source, span, polarity }) => {
    fields.lodging = lodging(source, span, polarity, fields.lodging);
  },
  transport: (fields, { source, span, polarity }) => {
    fields.transport = transport(source, span, polarity, fields.transport);
  },
  direct: (fields, { polarity }) => {
    fields.transport = { ...fields.transport, directOnly: polarity === 'remove' ? undefined : true };
  },
  cabin: (fields, { span, polarity }) => {
    const cabin = span.value as TransportWish['cabin'];
    if (!isNegative(polarity)) fields.transport = { ...fields.transport, cabin };
  },
  note: (fields, { source, span, polarity }) => {
    // "más barato" is about the options shown.
    if (comparing.has(source.tokens[span.from - 1]?.low ?? '')) return;
    fields.notes = noted(fields.notes, span.value, polarity);
  },
};

/** The wish fields after the message. Fields the message does not touch are the same objects as before. */
export function readWishFields(
  source: Source,
  spans: Spans,
  request: TripRequest,
  skip: (span: { from: number }) => boolean,
): WishFields {
  const fields = Object.fromEntries(names.map((name) => [name, request[name]])) as unknown as WishFields;
  for (const span of spans.wishes) {
    if (skip(span) || belongsToFood(spans, span)) continue;
    handlers[span.kind](fields, { source, span, polarity: polarityOf(spans, span) });
  }
  const stars = minStars(source);
  if (stars !== undefined) fields.lodging = { ...fields.lodging, minStars: stars };
  return fields;
}
