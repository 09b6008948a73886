import { type VisitItem } from '../constraints/items.js';
import { type Segment } from './segments.js';
import { type Style, visitValue } from './style.js';
import { bestInsertion, type Rhythm, wayMinutes } from './timeline.js';

/** Money for what is not due, spent as the plan grows. */
export interface Purse {
  left: number;
}

interface Offer {
  visit: VisitItem;
  entries: Segment['entries'];
  score: number;
}

const consideredADay = 20;
const wakingMinutes = 960;
/** A place must be worth this much more than its price and way. */
const worthwhile = 0.15;

const visitsOf = (segment: Segment): VisitItem[] =>
  segment.entries.flatMap((entry) => (entry.visit === undefined ? [] : [entry.visit]));

/** A part of a day takes its part of the pace. */
function roomFor(segment: Segment, style: Style): { visits: number; minutes: number } {
  const share = Math.max(0, Math.min(1, (segment.to - segment.from) / wakingMinutes));
  const seen = visitsOf(segment);
  return {
    visits: Math.round(style.visitsADay * share) - seen.length,
    minutes: style.visitMinutesADay * share - seen.reduce((sum, visit) => sum + visit.minutes, 0),
  };
}

/** The same kind again on one day, and often on one trip, is worth less. */
const repetition = (
  visit: VisitItem,
  today: readonly VisitItem[],
  kinds: ReadonlyMap<string, number>,
): number =>
  today.filter((other) => other.raw.kind === visit.raw.kind).length * 0.5 +
  (kinds.get(visit.raw.kind) ?? 0) * 0.06;

interface Pool {
  visits: { visit: VisitItem; value: number }[];
  used: Set<string>;
  kinds: Map<string, number>;
  style: Style;
  rhythm: Rhythm;
}

function bestOffer(segment: Segment, pool: Pool, purse: Purse): Offer | undefined {
  const room = roomFor(segment, pool.style);
  if (room.visits <= 0) return undefined;
  const today = visitsOf(segment);
  const way = wayMinutes(segment, segment.entries);
  let best: Offer | undefined;
  let considered = 0;
  for (const { visit, value } of pool.visits) {
    if (considered >= consideredADay || (best !== undefined && value <= best.score)) break;
    if (pool.used.has(visit.identity) || visit.price > purse.left || visit.minutes > room.minutes) continue;
    considered += 1;
    const plain = value - repetition(visit, today, pool.kinds);
    if (plain <= Math.max(worthwhile, best?.score ?? 0)) continue;
    const found = bestInsertion(segment, { visit, start: 0, extra: true }, pool.rhythm);
    if (found === undefined) continue;
    const score = plain - (found.way - way) * pool.style.perWayMinute;
    if (score > Math.max(worthwhile, best?.score ?? 0)) best = { visit, entries: found.entries, score };
  }
  return best;
}

/** Fills days with what is worth seeing until the pace, the hours or the purse is used up: the best offer of any day first. */
export function addExtras(
  segments: readonly Segment[],
  visits: readonly VisitItem[],
  used: Set<string>,
  style: Style,
  purse: Purse,
): void {
  const rated = visits
    .filter((visit) => visit.price <= purse.left && !used.has(visit.identity))
    .map((visit) => ({ visit, value: visitValue(visit, style) - visit.price * style.perMoney }))
    .filter(({ value }) => value > worthwhile)
    .sort((a, b) => b.value - a.value);
  const kinds = new Map<string, number>();
  const pool: Pool = {
    visits: rated,
    used,
    kinds,
    style,
    rhythm: { dayStart: style.dayStart, usualMeals: true, grid: 15 },
  };
  const offers = new Map<Segment, Offer | undefined>();
  const take = (): boolean => {
    let best: { segment: Segment; offer: Offer } | undefined;
    for (const segment of segments) {
      const old = offers.get(segment);
      const stale =
        !offers.has(segment) ||
        (old !== undefined && (used.has(old.visit.identity) || old.visit.price > purse.left));
      if (stale) offers.set(segment, bestOffer(segment, pool, purse));
      const offer = offers.get(segment);
      if (offer !== undefined && (best === undefined || offer.score > best.offer.score))
        best = { segment, offer };
    }
    if (best === undefined) return false;
    const { segment, offer } = best;
    segment.entries = offer.entries;
    used.add(offer.visit.identity);
    kinds.set(offer.visit.raw.kind, (kinds.get(offer.visit.raw.kind) ?? 0) + 1);
    purse.left -= offer.visit.price;
    offers.delete(segment);
    return true;
  };
  while (take());
}
