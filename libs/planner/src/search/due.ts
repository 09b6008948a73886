import { cheapestFilling } from '../constraints/matching.js';
import { type MealItem, type VisitItem } from '../constraints/items.js';
import { type Entry, type Segment, type Slot } from './segments.js';
import { opensFor } from './stop-costs.js';
import { type Meal } from '../plan.js';
import { dueMeals, earliestStart, mealTimes, spansOn } from '../constraints/clockwork.js';
import { anyHour, bestInsertion, comfortable } from './timeline.js';

/** Whether a restaurant serves in a slot, looking only at hours. */
export function servesSlot(item: MealItem, slot: Slot): boolean {
  const time = mealTimes[slot.meal];
  const { segment } = slot;
  const from = Math.max(time.from, segment.from);
  const to = Math.min(time.to, segment.to);
  return earliestStart(spansOn(item.raw, segment.date), from, to, time.minutes) !== undefined;
}

const firstOf: Record<Meal, number> = { dinner: 0, lunch: 1, breakfast: 2 };

/** Dinners first, then lunches: the order in which few restaurants are spread over many days. */
export const bySociability = (a: Slot, b: Slot): number =>
  firstOf[a.meal] - firstOf[b.meal] || a.segment.day - b.segment.day;

/**
 * Restaurants for slots: as many as are due, the forced restaurants among them or, where there is no due slot left for
 * them, in others. Undefined when a forced one finds no slot. The result goes with `slots`.
 */
export function fillDueMeals(
  slots: readonly Slot[],
  order: readonly MealItem[],
  forced: readonly MealItem[],
): (MealItem | undefined)[] | undefined {
  const due = slots.filter((slot) => slot.due).sort(bySociability);
  const sorted = [...forced, ...order.filter((item) => !forced.includes(item))];
  const fill = (places: readonly Slot[], most: number) => {
    const fits = (item: number, at: number) =>
      (places[at]!.due || item < forced.length) && servesSlot(sorted[item]!, places[at]!);
    return cheapestFilling(places.length, sorted.keys(), fits, most);
  };
  const all = fill(due, due.length);
  const wanted = dueMeals(due.length / 3, all.filter((item) => item >= 0).length);
  const missing = (chosen: number[]) => forced.some((_, item) => !chosen.includes(item));
  let places: readonly Slot[] = due;
  let chosen = wanted === due.length ? all : fill(due, Math.max(wanted, forced.length));
  if (missing(chosen)) {
    places = [...due, ...slots.filter((slot) => !slot.due)];
    chosen = fill(places, wanted + forced.length);
  }
  if (missing(chosen)) return undefined;
  const bySlot = new Map(places.map((slot, at) => [slot, sorted[chosen[at]!]]));
  return slots.map((slot) => bySlot.get(slot));
}

const entryOf = (visit: VisitItem, extra: boolean): Entry => ({ visit, start: 0, extra });

export function insert(segment: Segment, visit: VisitItem, extra: boolean): boolean {
  const entry = entryOf(visit, extra);
  const found = bestInsertion(segment, entry, comfortable) ?? bestInsertion(segment, entry, anyHour);
  if (found === undefined) return false;
  segment.entries = found.entries;
  return true;
}

/** Wished visits, each on a day where it fits; the hardest to place first. False when one finds no place. */
export function placeWished(segments: readonly Segment[], wished: readonly VisitItem[]): boolean {
  const daysOf = (visit: VisitItem) => segments.filter((segment) => opensFor(visit, segment.date)).length;
  const sorted = [...wished].sort((a, b) => daysOf(a) - daysOf(b) || b.minutes - a.minutes);
  const visitsIn = (segment: Segment) => segment.entries.filter((entry) => entry.visit !== undefined).length;
  let tries = 200;
  const place = (at: number): boolean => {
    const visit = sorted[at];
    if (visit === undefined) return true;
    const roomy = [...segments].sort(
      (a, b) => Number(b.whole) - Number(a.whole) || visitsIn(a) - visitsIn(b),
    );
    for (const segment of roomy) {
      const before = segment.entries;
      if ((tries -= 1) < 0) return false;
      if (insert(segment, visit, false) && place(at + 1)) return true;
      segment.entries = before;
    }
    return false;
  };
  return place(0);
}

/** One visit for each whole day that has none, as far as anything is open; best ones first. */
export function placeDueVisits(
  segments: readonly Segment[],
  order: readonly VisitItem[],
  used: Set<string>,
): void {
  const days = segments.filter(
    (segment) => segment.whole && segment.entries.every((entry) => entry.visit === undefined),
  );
  const free = order.filter((visit) => !used.has(visit.identity));
  const fits = (item: number, at: number) =>
    opensFor(free[item]!, days[at]!.date) &&
    bestInsertion(days[at]!, entryOf(free[item]!, false), anyHour) !== undefined;
  cheapestFilling(days.length, free.keys(), fits).forEach((item, at) => {
    const visit = free[item];
    if (visit === undefined) return;
    insert(days[at]!, visit, false);
    used.add(visit.identity);
  });
}
