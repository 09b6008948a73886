import { type HouseRule, type LodgingWish, type RoomType } from '@travellite/protocol';
import { countAt } from '../text/numbers.js';
import { type Source } from '../text/source.js';
import { wordSet } from '../text/word-set.js';
import { type Polarity } from '../wishes/polarity.js';
import { type WishSpan } from '../wishes/tags.js';
import { including, isNegative, place, without } from './wish-lists.js';

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

/** "hotel not hostel", "ein Hotel mit": a kind that was decided for, not one that is asked about. */
const isChosen = (source: Source, { from, to }: WishSpan): boolean =>
  source.tokens[to]?.low === 'not' || foreignArticles.has(source.tokens[from - 1]?.low ?? '');
/** "search a hotel in Leeds", "book me a hotel": one of the kind is to be found; "find hotels" asks what there is. */
const isSought = (source: Source, { from }: WishSpan): boolean =>
  ['a', 'an'].includes(source.tokens[from - 1]?.low ?? '') &&
  source.tokens.slice(Math.max(0, from - 4), from - 1).some((token) => seeking.has(token.low));
const seeking = wordSet('search find book reserve get');
const foreignArticles = wordSet('ein eine einem un una um uma een');

/** The lodging wishes after a kind of lodging was named. */
export function lodging(
  source: Source,
  span: WishSpan,
  polarity: Polarity,
  before: LodgingWish | undefined,
): LodgingWish | undefined {
  const near = source.tokens.slice(Math.max(0, span.from - 4), span.from).map((token) => token.low);
  const meant =
    specificLodging.has(span.value) ||
    near.some((word) => stayWords.has(word)) ||
    isChosen(source, span) ||
    isSought(source, span);
  if (!isNegative(polarity) && !meant) return before;
  const { wanted, refused } = place(before?.wanted, before?.avoid, span.value, polarity);
  return { ...before, wanted, avoid: refused };
}

const celebrations = wordSet('of scene island town city animal');
const animals = wordSet('cat cats dog dogs hund chien perro cane gato chat hond');
const hosts = wordSet(
  'host throw have allow allows allowing permit permits permitting hosting accept accepts party',
);
const owners = wordSet(
  'my our with bring bringing have and a the travel traveling travelling for two mit meinem unserem einem avec mon notre un mi con nuestro met mijn onze com meu col nosso',
);

/** "party" and "dog" are words of many uses: a house rule is meant where one hosts the one and owns the other. */
function isHouseRule(source: Source, span: WishSpan): boolean {
  const word = source.tokens[span.from]?.low ?? '';
  const near = source.tokens.slice(Math.max(0, span.from - 4), span.from).map((token) => token.low);
  const next = source.tokens[span.to]?.low ?? '';
  if (
    span.value === 'smoking' &&
    (next === 'free' ||
      source.tokens[span.to + 1]?.low === 'free' ||
      near.at(-1) === 'non' ||
      near.at(-2) === 'non')
  )
    return false;
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

/** After something was named that the lodging must allow. */
export function rule(
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

/** After a kind of room was named. */
export function room(
  span: WishSpan,
  polarity: Polarity,
  before: LodgingWish | undefined,
): LodgingWish | undefined {
  const value = span.value as RoomType;
  if (!isNegative(polarity) || value === 'not_shared_room') return { ...before, roomType: value };
  const opposite = roomOpposite[value];
  if (opposite) return { ...before, roomType: opposite };
  return before?.roomType === value ? { ...before, roomType: undefined } : before;
}

/** "4-star hotel", "at least five stars". */
export function minStars(source: Source): number | undefined {
  for (const [i] of source.tokens.entries()) {
    const count = countAt(source, i);
    if (!count || count.value < 1 || count.value > 5) continue;
    const at = source.tokens[count.to]?.low === '-' ? count.to + 1 : count.to;
    if (['star', 'stars', 'sterne', 'étoiles', 'estrellas', 'stelle'].includes(source.tokens[at]?.low ?? ''))
      return count.value;
  }
  return undefined;
}
