import { type TripRequest } from '@travellite/protocol';
import { type OptionName } from '../plan.js';
import { type Setup } from './setup.js';
import { type MealItem, type StayItem, type VisitItem } from '../constraints/items.js';

/** How an option weighs things. Points are what a well-rated place is worth more or less: 1. */
export interface Style {
  name: OptionName;
  /** Points a minor unit of money costs. */
  perMoney: number;
  /** Points a minute of local way costs. */
  perWayMinute: number;
  visitsADay: number;
  visitMinutesADay: number;
  dayStart: number;
  /** Tags that count, with their points. */
  tags: ReadonlyMap<string, number>;
  /** Up to a twentieth of a point, by the seed and the thing's id: decides between equals. */
  whim: (id: string) => number;
  /** Weight of ratings. */
  rating: number;
  /** The most that a meal which is not due may cost the party. */
  treatMax: number;
  /** Route: money that an hour between cities is worth. */
  perTravelHour: number;
}

const cultureTags = [
  'museums',
  'art',
  'history',
  'architecture',
  'religion',
  'theatre',
  'literature',
  'tradition',
  'music',
];

const paces = {
  relaxed: { visitsADay: 2, visitMinutesADay: 270, dayStart: 570 },
  balanced: { visitsADay: 3, visitMinutesADay: 420, dayStart: 510 },
  packed: { visitsADay: 5, visitMinutesADay: 600, dayStart: 465 },
};

const wishedTags = (request: TripRequest, points: number): [string, number][] =>
  request.interests.map((tag) => [tag, points]);

/** FNV-1a over the id, started by the seed. */
const whimOf =
  (seed: number) =>
  (id: string): number => {
    let hash = (2166136261 ^ seed) >>> 0;
    for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 16777619) >>> 0;
    return hash / 4294967296 / 20;
  };

/** The weights of an option; `dailySpend` is what a usual day of this trip costs the party, the measure for prices. */
export function styleOf(name: OptionName, { request, seed }: Setup, dailySpend: number): Style {
  const pace = paces[request.pace ?? 'balanced'];
  const perMoney = 6 / Math.max(1, dailySpend);
  const base: Style = {
    name,
    perMoney,
    perWayMinute: 0.035,
    ...pace,
    tags: new Map(wishedTags(request, 1.2)),
    whim: whimOf(seed),
    rating: 1,
    treatMax: dailySpend * 0.2,
    perTravelHour: dailySpend * 0.15,
  };
  if (name === 'cheapest') return { ...base, perMoney: 1, treatMax: dailySpend * 0.08, perTravelHour: 0 };
  if (name === 'relaxed') {
    return {
      ...base,
      ...paces.relaxed,
      visitsADay: Math.min(pace.visitsADay, 2),
      perWayMinute: 0.06,
      perTravelHour: dailySpend * 0.3,
    };
  }
  if (name === 'packed') return { ...base, ...paces.packed };
  if (name === 'comfort') return { ...base, perMoney: perMoney / 6, rating: 2.5, treatMax: dailySpend * 0.5 };
  if (name === 'culture') {
    return {
      ...base,
      tags: new Map([...cultureTags.map((tag): [string, number] => [tag, 2]), ...wishedTags(request, 2)]),
    };
  }
  return base;
}

export const isCulture = (tags: readonly string[]): boolean => tags.some((tag) => cultureTags.includes(tag));

const usualRating = 3.5;
const points = (rating: number | undefined, style: Style) =>
  (((rating ?? usualRating) - usualRating) / 1.5) * style.rating;

/** What a visit is worth, before its price. */
export const visitValue = (item: VisitItem, style: Style): number => {
  const matched = item.raw.tags.reduce((sum, tag) => sum + (style.tags.get(tag) ?? 0), 0);
  return 1 + points(item.raw.rating, style) + Math.min(matched, 3) + style.whim(item.raw.id);
};

/** Smaller is better, for all three. */
export const visitWeight = (item: VisitItem, style: Style): number =>
  item.price * style.perMoney - visitValue(item, style);

export const mealWeight = (item: MealItem, style: Style): number =>
  item.price * style.perMoney - points(item.raw.rating, style) - style.whim(item.raw.id);

/** Of one night. Kinds that were asked for count more than anything but a tight budget. */
export function stayWeight(item: StayItem, style: Style, wanted: readonly string[]): number {
  const kind = item.raw.kind.toLowerCase();
  const asked = wanted.some((word) => kind.includes(word.toLowerCase()) || word.toLowerCase().includes(kind));
  return item.price * style.perMoney * 0.6 - points(item.raw.rating, style) * 2.5 - (asked ? 6 : 0);
}

/** Smallest weight first; each weight is worked out once. */
export function ranked<Item>(items: readonly Item[], weight: (item: Item) => number): Item[] {
  return items
    .map((item) => ({ item, weight: weight(item) }))
    .sort((a, b) => a.weight - b.weight)
    .map(({ item }) => item);
}
