import { wordSet } from '../text/word-set.js';
import {
  type HouseRule,
  type LodgingWish,
  type RoomType,
  type TransportMode,
  type TransportWish,
  type TripRequest,
} from '@travellite/protocol';
import { countAt } from '../text/numbers.js';
import { type Source } from '../text/source.js';
import { type WishSpan } from '../wishes/tags.js';
import { type Polarity } from '../wishes/polarity.js';
import { polarityOf, type Spans } from './spans.js';

/** The fields of a request that wishes change. */
export type WishFields = Pick<
  TripRequest,
  | 'interests'
  | 'avoidInterests'
  | 'pace'
  | 'cuisines'
  | 'diets'
  | 'lodging'
  | 'transport'
  | 'mustSee'
  | 'avoid'
>;

const isNegative = (polarity: Polarity): boolean => polarity === 'avoid' || polarity === 'remove';

const without = <T>(list: readonly T[] | undefined, value: T): T[] =>
  (list ?? []).filter((item) => item !== value);
const including = <T>(list: readonly T[] | undefined, value: T): T[] =>
  list?.includes(value) ? [...list] : [...(list ?? []), value];

/** Adds `value` to `wanted`, or moves it to `refused`; taking back something wanted only removes it. */
function place<T>(
  wanted: T[] | undefined,
  refused: T[] | undefined,
  value: T,
  polarity: Polarity,
): { wanted: T[]; refused: T[] } {
  if (!isNegative(polarity)) return { wanted: including(wanted, value), refused: without(refused, value) };
  const taken = polarity === 'remove' && wanted?.includes(value);
  return {
    wanted: without(wanted, value),
    refused: taken ? [...(refused ?? [])] : including(refused, value),
  };
}

const preferring = wordSet(
  'prefer only rather use using take taking love mainly mostly just want wants preferably like taken',
);
const prepositions = wordSet('by via on with mit en in per de con com met avec le la the a en');
const alwaysWanted =
  /^(?:rent|road|rental|hire|interrail|eurail|shinkansen|bullet|amtrak|eurostar|own|car|roadtrip)/;
const drives = /^(?:drive|driving)$/;

/** "flights from Boston" says nothing about how one likes to travel; "by train" and "we prefer to fly" do. */
function prefers(source: Source, span: WishSpan, polarity: Polarity): boolean {
  const word = source.tokens[span.from]?.low ?? '';
  const next = source.tokens[span.to]?.low ?? '';
  if (polarity === 'must' && span.value !== 'flight') return true;
  const before = source.tokens[span.from - 1]?.low ?? '';
  const near = source.tokens.slice(Math.max(0, span.from - 3), span.from).map((token) => token.low);
  if (span.value === 'flight')
    return before === 'by' || near.some((one) => ['prefer', 'only', 'rather'].includes(one));
  if (drives.test(word)) return !['distance', 'time', 'tour'].includes(next) && before !== 'the';
  if (alwaysWanted.test(word) || next === 'only' || next === 'from' || next === 'to') return true;
  return (
    near.some((one) => preferring.has(one)) ||
    (prepositions.has(before) && before !== 'the') ||
    near.includes('by')
  );
}

/** "avoid long flights" is about the flights, not against flying. */
const limited = wordSet('long early late overnight connecting expensive red eye short many');

function transport(
  source: Source,
  span: WishSpan,
  polarity: Polarity,
  before: TransportWish | undefined,
): TransportWish | undefined {
  const mode = span.value as TransportMode;
  if (isNegative(polarity) && limited.has(source.tokens[span.from - 1]?.low ?? '')) return before;
  if (!isNegative(polarity) && !prefers(source, span, polarity)) return before;
  const { wanted, refused } = place(before?.wanted, before?.refused, mode, polarity);
  return { ...before, wanted, refused };
}

const specificLodging = new Set([
  'ryokan',
  'airbnb',
  'hostel',
  'villa',
  'resort',
  'campsite',
  'riad',
  'capsule',
  'boutique hotel',
  'bed and breakfast',
  'cabin',
  'motel',
  'apartment',
]);
const stayWords = wordSet(
  'stay staying prefer want like love rather sleep only need in nice decent good comfortable cozy cosy small charming',
);

function lodging(
  source: Source,
  span: WishSpan,
  polarity: Polarity,
  before: LodgingWish | undefined,
): LodgingWish | undefined {
  const near = source.tokens.slice(Math.max(0, span.from - 4), span.from).map((token) => token.low);
  if (!isNegative(polarity) && !specificLodging.has(span.value) && !near.some((word) => stayWords.has(word)))
    return before;
  const { wanted, refused } = place(before?.wanted, before?.avoid, span.value, polarity);
  return { ...before, wanted, avoid: refused };
}

const celebrations = wordSet('of scene island town city animal');
const animals = wordSet('cat cats dog dogs hund chien perro cane gato chat hond');
const hosts = wordSet(
  'host throw have allow allows allowing permit permits permitting hosting accept accepts party',
);
const owners = wordSet(
  'my our with bring bringing have and a the travel traveling travelling for two meinem unserem mon notre mi nuestro',
);

/** "party" and "dog" are words of many uses: a house rule is meant where one hosts the one and owns the other. */
function isHouseRule(source: Source, span: WishSpan): boolean {
  const word = source.tokens[span.from]?.low ?? '';
  const near = source.tokens.slice(Math.max(0, span.from - 4), span.from).map((token) => token.low);
  const next = source.tokens[span.to]?.low ?? '';
  if (span.to - span.from > 1) return true;
  if (word === 'party' || word === 'partying' || word === 'celebration') {
    return !celebrations.has(next) && near.some((one) => hosts.has(one));
  }
  if (animals.has(word))
    return (
      near.at(-1) !== 'hot' &&
      !['museum', 'cafe', 'cafes'].includes(next) &&
      near.slice(-2).some((one) => owners.has(one))
    );
  return word !== 'parties' || !['of', 'scene'].includes(next);
}

function rule(
  source: Source,
  span: WishSpan,
  polarity: Polarity,
  before: LodgingWish | undefined,
): LodgingWish | undefined {
  if (!isHouseRule(source, span)) return before;
  const value = span.value as HouseRule;
  const allow = isNegative(polarity) ? without(before?.allow, value) : including(before?.allow, value);
  return { ...before, allow };
}

const roomOpposite: Partial<Record<RoomType, RoomType>> = { shared_room: 'not_shared_room' };

function room(span: WishSpan, polarity: Polarity, before: LodgingWish | undefined): LodgingWish | undefined {
  const value = span.value as RoomType;
  if (!isNegative(polarity) || value === 'not_shared_room') return { ...before, roomType: value };
  const opposite = roomOpposite[value];
  if (opposite) return { ...before, roomType: opposite };
  return before?.roomType === value ? { ...before, roomType: undefined } : before;
}

/** "food" after "Mexican" or "vegan" belongs to that wish. */
function belongsToFood(spans: Spans, span: WishSpan): boolean {
  if (span.value !== 'food') return false;
  return spans.wishes.some(
    (other) => (other.kind === 'cuisine' || other.kind === 'diet') && Math.abs(span.from - other.to) <= 4,
  );
}

/** Applies one wish to the fields. */
function apply(source: Source, spans: Spans, span: WishSpan, fields: WishFields): void {
  const polarity = polarityOf(spans, span);
  switch (span.kind) {
    case 'interest': {
      if (belongsToFood(spans, span)) return;
      const both = place(fields.interests, fields.avoidInterests, span.value, polarity);
      fields.interests = both.wanted;
      fields.avoidInterests = both.refused;
      return;
    }
    case 'sight': {
      const both = place(fields.mustSee, fields.avoid, span.value, polarity);
      fields.mustSee = both.wanted;
      fields.avoid = both.refused;
      return;
    }
    case 'cuisine':
      fields.cuisines = isNegative(polarity)
        ? without(fields.cuisines, span.value)
        : including(fields.cuisines, span.value);
      return;
    case 'diet':
      fields.diets =
        polarity === 'remove' ? without(fields.diets, span.value) : including(fields.diets, span.value);
      return;
    case 'pace':
      if (isNegative(polarity)) fields.pace = span.value === 'packed' ? 'relaxed' : undefined;
      else fields.pace = span.value as TripRequest['pace'];
      return;
    case 'room':
      fields.lodging = room(span, polarity, fields.lodging);
      return;
    case 'rule':
      fields.lodging = rule(source, span, polarity, fields.lodging);
      return;
    case 'lodging':
      fields.lodging = lodging(source, span, polarity, fields.lodging);
      return;
    case 'transport':
      fields.transport = transport(source, span, polarity, fields.transport);
      return;
    case 'direct':
      fields.transport = { ...fields.transport, directOnly: polarity === 'remove' ? undefined : true };
      return;
    case 'cabin':
      if (!isNegative(polarity))
        fields.transport = { ...fields.transport, cabin: span.value as TransportWish['cabin'] };
      return;
  }
}

/** "4-star hotel", "at least five stars". */
function minStars(source: Source): number | undefined {
  for (const [i] of source.tokens.entries()) {
    const count = countAt(source, i);
    if (!count || count.value < 1 || count.value > 5) continue;
    const at = source.tokens[count.to]?.low === '-' ? count.to + 1 : count.to;
    if (['star', 'stars', 'sterne', 'étoiles', 'estrellas', 'stelle'].includes(source.tokens[at]?.low ?? ''))
      return count.value;
  }
  return undefined;
}

/** The wish fields after the message. Fields the message does not touch are the same objects as before. */
export function readWishFields(
  source: Source,
  spans: Spans,
  request: TripRequest,
  skip: (span: { from: number }) => boolean,
): WishFields {
  const {
    interests,
    avoidInterests,
    pace,
    cuisines,
    diets,
    lodging: rooms,
    transport: ways,
    mustSee,
    avoid,
  } = request;
  const fields: WishFields = {
    interests,
    avoidInterests,
    pace,
    cuisines,
    diets,
    lodging: rooms,
    transport: ways,
    mustSee,
    avoid,
  };
  for (const span of spans.wishes) if (!skip(span)) apply(source, spans, span, fields);
  const stars = minStars(source);
  if (stars !== undefined) fields.lodging = { ...fields.lodging, minStars: stars };
  return fields;
}
