import { type GeoPoint } from '@travellite/protocol';
import { dayOpens, earliestStart, mealTimes, spansOn } from '../constraints/clockwork.js';
import { moveMinutes } from '../constraints/geo.js';
import { type Entry, type Segment } from './segments.js';

/** How the hours of a day are laid: when it starts, whether meals keep usual hours, and to how many minutes times are rounded. */
export interface Rhythm {
  dayStart: number;
  usualMeals: boolean;
  grid: number;
}

/** The loosest rhythm: whatever fits at all fits in it. */
export const anyHour: Rhythm = { dayStart: dayOpens, usualMeals: false, grid: 1 };

/** Usual hours from nine on. */
export const comfortable: Rhythm = { dayStart: 540, usualMeals: true, grid: 15 };

/** From comfortable to anything that is allowed. */
export const rhythms = (dayStart: number): Rhythm[] => [
  { dayStart, usualMeals: true, grid: 15 },
  { dayStart: Math.min(dayStart, 420), usualMeals: false, grid: 5 },
  anyHour,
];

const placeOf = (entry: Entry): GeoPoint | undefined => entry.visit?.at ?? entry.meal?.at;

export const minutesOf = (entry: Entry): number =>
  entry.visit?.minutes ?? (entry.slot === undefined ? 0 : mealTimes[entry.slot.meal].minutes);

const always = [{ open: 0, close: 2880 }];

function startOf(entry: Entry, from: number, segment: Segment, rhythm: Rhythm): number | undefined {
  if (entry.visit !== undefined) {
    return earliestStart(
      spansOn(entry.visit.raw, segment.date),
      from,
      segment.to,
      entry.visit.minutes,
      rhythm.grid,
    );
  }
  const { meal } = entry.slot!;
  const time = mealTimes[meal];
  const wished = !rhythm.usualMeals ? time.from : meal === 'breakfast' ? rhythm.dayStart : time.usual;
  const spans = entry.meal === undefined ? always : spansOn(entry.meal.raw, segment.date);
  return earliestStart(
    spans,
    Math.max(from, wished),
    Math.min(time.to, segment.to),
    time.minutes,
    rhythm.grid,
  );
}

/**
 * Start minutes of entries in this order, each as early as it can be (which is best for all that follow), with the way
 * from one place to the next; undefined when they do not fit. Places without coordinates cost no way.
 */
export function layOut(segment: Segment, entries: readonly Entry[], rhythm: Rhythm): number[] | undefined {
  let free = Math.max(segment.from, rhythm.dayStart);
  let place = segment.morning ? segment.home : undefined;
  const starts: number[] = [];
  for (const entry of entries) {
    const next = placeOf(entry);
    const start = startOf(entry, free + moveMinutes(place, next), segment, rhythm);
    if (start === undefined) return undefined;
    starts.push(start);
    free = start + minutesOf(entry);
    place = next;
  }
  return starts;
}

/** Minutes on the way between the entries. */
export function wayMinutes(segment: Segment, entries: readonly Entry[]): number {
  let place = segment.morning ? segment.home : undefined;
  return entries.reduce((sum, entry) => {
    const next = placeOf(entry);
    const way = moveMinutes(place, next);
    place = next;
    return sum + way;
  }, 0);
}

/** The best place in the order for one more entry: least way; undefined when it fits nowhere. */
export function bestInsertion(
  segment: Segment,
  entry: Entry,
  rhythm: Rhythm,
): { entries: Entry[]; way: number } | undefined {
  let best: { entries: Entry[]; way: number } | undefined;
  for (let at = 0; at <= segment.entries.length; at += 1) {
    const entries = segment.entries.toSpliced(at, 0, entry);
    const way = wayMinutes(segment, entries);
    if (best !== undefined && way >= best.way) continue;
    if (layOut(segment, entries, rhythm) !== undefined) best = { entries, way };
  }
  return best;
}

/** An order of these entries that fits, found by trying orders with the earliest start each. */
export function orderThatFits(segment: Segment, entries: readonly Entry[]): Entry[] | undefined {
  const meals = entries.filter((entry) => entry.slot !== undefined);
  const visits = entries.filter((entry) => entry.slot === undefined);
  const insertAll = (order: Entry[], at: number): Entry[] | undefined => {
    const visit = visits[at];
    if (visit === undefined) return order;
    for (let place = 0; place <= order.length; place += 1) {
      const next = order.toSpliced(place, 0, visit);
      if (layOut(segment, next, anyHour) === undefined) continue;
      const found = insertAll(next, at + 1);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  // Meals keep the order of their windows, which do not overlap.
  return layOut(segment, meals, anyHour) === undefined ? undefined : insertAll(meals, 0);
}

/** Sets start times by the most comfortable rhythm that fits; false when none does. */
export function settle(segment: Segment, dayStart: number): boolean {
  for (const rhythm of rhythms(dayStart)) {
    const starts = layOut(segment, segment.entries, rhythm);
    if (starts === undefined) continue;
    segment.entries.forEach((entry, at) => (entry.start = starts[at]!));
    return true;
  }
  return false;
}
