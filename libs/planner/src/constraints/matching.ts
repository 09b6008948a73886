/**
 * Fills as many slots as can be filled, with the cheapest set of items that does so (the sets of items that can be
 * placed together form a transversal matroid, so taking items in order and re-placing earlier ones is exact).
 * With `most`, the cheapest set of that size. `order` lists item indexes, cheapest first; `fits(item, slot)` says what goes where. Returns the item of each slot, or -1.
 */
export function cheapestFilling(
  slotCount: number,
  order: Iterable<number>,
  fits: (item: number, slot: number) => boolean,
  most = slotCount,
): number[] {
  const itemOf = new Array<number>(slotCount).fill(-1);
  let filled = 0;
  const seen = new Uint8Array(slotCount);
  const place = (item: number): boolean => {
    for (let slot = 0; slot < slotCount; slot += 1) {
      if (seen[slot] === 1 || !fits(item, slot)) continue;
      seen[slot] = 1;
      const holder = itemOf[slot] ?? -1;
      if (holder < 0 || place(holder)) {
        itemOf[slot] = item;
        return true;
      }
    }
    return false;
  };
  for (const item of order) {
    if (filled >= most) break;
    seen.fill(0);
    if (place(item)) filled += 1;
  }
  return itemOf;
}

/** How many slots can be filled at all. */
export const mostFilled = (
  slotCount: number,
  itemCount: number,
  fits: (item: number, slot: number) => boolean,
): number => cheapestFilling(slotCount, Array(itemCount).keys(), fits).filter((item) => item >= 0).length;

/**
 * The assignment of items to slots with the smallest sum, filling as many slots as possible (shortest augmenting paths
 * with potentials). `cost[slot][item]` may be Infinity for what does not fit. Returns the item of each slot, or -1.
 */
export function cheapestAssignment(cost: readonly (readonly number[])[]): number[] {
  const slots = cost.length;
  const items = cost[0]?.length ?? 0;
  const finite = cost.flat().filter(Number.isFinite);
  const unfilled = (Math.max(0, ...finite.map(Math.abs)) + 1) * (slots + 1) * 2;
  // One dummy item a slot stands for leaving it empty.
  const width = items + slots;
  const costOf = (slot: number, item: number) => {
    if (item >= items) return unfilled;
    const own = cost[slot]?.[item] ?? Infinity;
    return Number.isFinite(own) ? own : unfilled * 4;
  };
  const slotOf = hungarian(slots, width, costOf);
  const result = new Array<number>(slots).fill(-1);
  for (let item = 0; item < items; item += 1) {
    const slot = slotOf[item + 1] ?? 0;
    if (slot > 0 && Number.isFinite(cost[slot - 1]?.[item] ?? Infinity)) result[slot - 1] = item;
  }
  return result;
}

/** The classical O(rows² · columns) method; returns for each column (from 1) its row (from 1), or 0. */
function hungarian(
  rows: number,
  columns: number,
  costOf: (row: number, column: number) => number,
): Int32Array {
  const u = new Float64Array(rows + 1);
  const v = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  const way = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row += 1) {
    rowOf[0] = row;
    const least = new Float64Array(columns + 1).fill(Infinity);
    const used = new Uint8Array(columns + 1);
    let at = 0;
    do {
      used[at] = 1;
      const here = rowOf[at]!;
      let delta = Infinity;
      let next = 0;
      for (let column = 1; column <= columns; column += 1) {
        if (used[column] === 1) continue;
        const reduced = costOf(here - 1, column - 1) - u[here]! - v[column]!;
        if (reduced < least[column]!) {
          least[column] = reduced;
          way[column] = at;
        }
        if (least[column]! < delta) {
          delta = least[column]!;
          next = column;
        }
      }
      for (let column = 0; column <= columns; column += 1) {
        if (used[column] === 1) {
          u[rowOf[column]!]! += delta;
          v[column]! -= delta;
        } else least[column]! -= delta;
      }
      at = next;
    } while (rowOf[at] !== 0);
    do {
      const from = way[at]!;
      rowOf[at] = rowOf[from]!;
      at = from;
    } while (at !== 0);
  }
  return rowOf;
}
