import { type MealItem, type VisitItem } from '../constraints/items.js';
import { type Meal } from '../plan.js';
import { type Entry, type Segment, type Slot } from './segments.js';
import { type Steps } from './setup.js';
import { anyHour, layOut, orderThatFits } from './timeline.js';

/** The few places of a city among which everything is tried; bits below are indexes in these lists. */
export interface Shortlist {
  meals: MealItem[];
  visits: VisitItem[];
  /** Visits that a wish needs, as bits: they may come besides another visit. */
  wished: number;
  /** By restaurant and by visit: which wishes it meets, as bits. */
  mealWants: number[];
  visitWants: number[];
}

/** One way to spend a part of a day. */
export interface DayChoice {
  meals: number;
  visits: number;
  wants: number;
  price: number;
  eaten: number;
  seen: number;
  entries: Entry[];
}

/** Sets of visits worth trying: none, one, and each with the wished ones. */
function visitSets(list: Shortlist): number[] {
  const singles = [0, ...list.visits.map((_, at) => 1 << at)];
  const sets = new Set<number>();
  for (let wished = list.wished; ; wished = (wished - 1) & list.wished) {
    for (const single of singles) sets.add(wished | single);
    if (wished === 0) break;
  }
  return [...sets];
}

const entriesOf = (list: Shortlist, bits: number): Entry[] =>
  list.visits.flatMap((visit, at) => ((bits & (1 << at)) === 0 ? [] : [{ visit, start: 0, extra: false }]));

const countBits = (bits: number): number => (bits === 0 ? 0 : 1 + countBits(bits & (bits - 1)));

interface Eating {
  bits: number;
  price: number;
  wants: number;
  entries: Entry[];
}

/** Every way to fill some of the meals of a part of a day that the hours allow. */
function eatings(segment: Segment, slots: readonly Slot[], list: Shortlist, steps: Steps): Eating[] {
  let found: Eating[] = [{ bits: 0, price: 0, wants: 0, entries: [] }];
  for (const slot of slots) {
    const more = found.flatMap((before) =>
      list.meals.flatMap((meal, at): Eating[] => {
        if ((before.bits & (1 << at)) !== 0 || !steps.take()) return [];
        const entries = [...before.entries, { slot, meal, start: 0, extra: false }];
        if (layOut(segment, entries, anyHour) === undefined) return [];
        const wants = before.wants | list.mealWants[at]!;
        return [{ bits: before.bits | (1 << at), price: before.price + meal.price, wants, entries }];
      }),
    );
    found = [...found, ...more];
  }
  return found;
}

const sortMeals: Record<Meal, number> = { breakfast: 0, lunch: 1, dinner: 2 };

/** All ways to spend a part of a day with places of the shortlist, one for each set of places. */
export function dayMenu(
  segment: Segment,
  slots: readonly Slot[],
  list: Shortlist,
  steps: Steps,
): DayChoice[] {
  const ordered = [...slots].sort((a, b) => sortMeals[a.meal] - sortMeals[b.meal]);
  const sets = visitSets(list);
  const menu = new Map<number, DayChoice>();
  for (const eating of eatings(segment, ordered, list, steps)) {
    for (const visits of sets) {
      const key = visits * 4096 + eating.bits;
      if (menu.has(key) || !steps.take()) continue;
      const seen = entriesOf(list, visits);
      const entries = orderThatFits(segment, [...eating.entries, ...seen]);
      if (entries === undefined) continue;
      menu.set(key, {
        meals: eating.bits,
        visits,
        wants:
          eating.wants | list.visitWants.reduce((all, bits, at) => all | (visits & (1 << at) ? bits : 0), 0),
        price: eating.price + seen.reduce((sum, entry) => sum + entry.visit!.price, 0),
        eaten: segment.whole ? countBits(eating.bits) : 0,
        seen: segment.whole && visits !== 0 ? 1 : 0,
        entries,
      });
    }
  }
  return [...menu.values()].sort((a, b) => a.price - b.price);
}
