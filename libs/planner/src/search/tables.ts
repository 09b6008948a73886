import { moveMinutes } from '../constraints/geo.js';
import { cheapestAssignment } from '../constraints/matching.js';
import { servesSlot } from './due.js';
import { type MealItem } from '../constraints/items.js';
import { type Entry, type Segment, type Slot } from './segments.js';
import { mealWeight, type Style } from './style.js';
import { anyHour, layOut, orderThatFits } from './timeline.js';

/** A meal entry that waits for its restaurant, with the places before and after it. */
interface Seat {
  entry: Entry;
  slot: Slot;
  before: Entry | undefined;
  after: Entry | undefined;
}

function seatsOf(segment: Segment): Seat[] {
  return segment.entries.flatMap((entry, at): Seat[] =>
    entry.slot === undefined
      ? []
      : [{ entry, slot: entry.slot, before: segment.entries[at - 1], after: segment.entries[at + 1] }],
  );
}

const breakfastKitchens = /caf[eé]|coffee|bak|breakfast|brunch|tea|boulanger|patisserie|juice/i;

/** Cafés and bakeries are for breakfast, and restaurants for the other meals. */
const taste = (seat: Seat, item: MealItem): number => {
  const morning = item.raw.cuisines.some((kitchen) => breakfastKitchens.test(kitchen));
  return morning === (seat.slot.meal === 'breakfast') ? 0 : 0.8;
};

const wayTo = (seat: Seat, item: MealItem): number => {
  const start = seat.before === undefined ? seat.slot.segment.home : seat.before.visit?.at;
  return moveMinutes(start, item.at) + moveMinutes(item.at, seat.after?.visit?.at);
};

/**
 * Restaurants near where the day passes: the assignment with the best sum of price, rating and way.
 * Forced ones stay in it; a slot that was to be filled stays filled.
 */
export function seatByPlace(
  segments: readonly Segment[],
  items: readonly MealItem[],
  forced: ReadonlySet<MealItem>,
  style: Style,
): void {
  const seats = segments.flatMap(seatsOf).filter((seat) => !forced.has(seat.entry.meal!));
  const free = items.filter((item) => !forced.has(item));
  const weights = free.map((item) => mealWeight(item, style));
  const kept = seats.length + 6;
  const costs = seats.map((seat) => {
    const row = free.map((item, at) => ({
      at,
      cost: weights[at]! + wayTo(seat, item) * style.perWayMinute + taste(seat, item),
    }));
    return row.sort((a, b) => a.cost - b.cost);
  });
  const chosen = costs.map((row, index) => {
    const near: { at: number; cost: number }[] = [];
    for (const choice of row) {
      if (near.length >= kept) break;
      if (servesSlot(free[choice.at]!, seats[index]!.slot)) near.push(choice);
    }
    return near;
  });
  const union = [...new Set(chosen.flatMap((row) => row.map(({ at }) => at)))];
  const column = new Map(union.map((at, index) => [at, index]));
  const matrix = chosen.map((row) => {
    const line = new Array<number>(union.length).fill(Infinity);
    for (const { at, cost } of row) line[column.get(at)!] = cost;
    return line;
  });
  const result = cheapestAssignment(matrix);
  if (result.some((item) => item < 0)) return;
  seats.forEach((seat, at) => (seat.entry.meal = free[union[result[at]!]!]));
}

/** Puts the day into an order that fits, if there is one. */
function reorder(segment: Segment): boolean {
  if (layOut(segment, segment.entries, anyHour) !== undefined) return true;
  const order = orderThatFits(segment, segment.entries);
  if (order !== undefined) segment.entries = order;
  return order !== undefined;
}

/** Makes a day fit again: another order, without free visits, then with other restaurants. False when nothing helps. */
export function repairDay(
  segment: Segment,
  items: readonly MealItem[],
  used: Set<MealItem>,
  fixed: ReadonlySet<MealItem>,
): boolean {
  while (!reorder(segment)) {
    const at = segment.entries.findLastIndex((entry) => entry.extra);
    if (at < 0) return otherTable(segment, items, used, fixed);
    segment.entries = segment.entries.toSpliced(at, 1);
  }
  return true;
}

function otherTable(
  segment: Segment,
  items: readonly MealItem[],
  used: Set<MealItem>,
  fixed: ReadonlySet<MealItem>,
): boolean {
  for (const seat of seatsOf(segment)) {
    const before = seat.entry.meal;
    if (before !== undefined && fixed.has(before)) continue;
    for (const item of items) {
      if (used.has(item) || !servesSlot(item, seat.slot)) continue;
      seat.entry.meal = item;
      if (!reorder(segment)) continue;
      if (before !== undefined) used.delete(before);
      used.add(item);
      return true;
    }
    seat.entry.meal = before;
  }
  return false;
}
