import { type MealItem } from '../constraints/items.js';

/** What one stop can do for the cuisines: its cheapest due meals, and room for further ones. */
export interface StopKitchen {
  /** Cheapest first. */
  meals: readonly MealItem[];
  /** The meals that are eaten anyway when no cuisine is asked for. */
  base: readonly MealItem[];
  /** Meals that may come on top. */
  spare: number;
}

export interface Cover {
  /** Added cost over the bases. */
  cost: number;
  /** By stop. */
  forced: MealItem[][];
}

interface Part {
  cost: number;
  items: MealItem[];
}

/** The cost of having exactly these meals among the due ones: each new one takes the place of the dearest that is not needed. */
function costOf(kitchen: StopKitchen, items: readonly MealItem[]): number {
  const fresh = items.filter((item) => !kitchen.base.includes(item));
  const spareable = kitchen.base.filter((item) => !items.includes(item)).sort((a, b) => b.price - a.price);
  if (fresh.length > spareable.length + kitchen.spare) return Infinity;
  const saved = spareable.slice(0, fresh.length).reduce((sum, item) => sum + item.price, 0);
  return fresh.reduce((sum, item) => sum + item.price, 0) - saved;
}

/** The cheapest way to have each set of cuisines in one stop. */
function coverOfStop(kitchen: StopKitchen, masks: number): Part[] {
  const cheapest = Array.from({ length: masks }, (_, mask) =>
    kitchen.meals.find((item) => (item.cuisines & mask) === mask),
  );
  return Array.from({ length: masks }, (_, mask) => {
    let best: Part = { cost: mask === 0 ? 0 : Infinity, items: [] };
    for (const blocks of mask === 0 ? [] : partitions(mask)) {
      const items = [...new Set(blocks.map((block) => cheapest[block]))];
      if (!items.every((item) => item !== undefined)) continue;
      const cost = costOf(kitchen, items);
      if (cost < best.cost) best = { cost, items };
    }
    return best;
  });
}

/** All ways to split a set of bits into blocks. */
function* partitions(mask: number): Generator<number[]> {
  if (mask === 0) return yield [];
  const lowest = mask & -mask;
  const others = mask & ~lowest;
  for (let rest = others; ; rest = (rest - 1) & others) {
    for (const blocks of partitions(others & ~rest)) yield [lowest | rest, ...blocks];
    if (rest === 0) return;
  }
}

/** The cheapest restaurants over all stops that cover every cuisine of `full`; undefined when none do. */
export function coverCuisines(kitchens: readonly StopKitchen[], full: number): Cover | undefined {
  const masks = full + 1;
  let best: (Cover | undefined)[] = Array.from({ length: masks }, (_, mask) =>
    mask === 0 ? { cost: 0, forced: [] } : undefined,
  );
  for (const kitchen of kitchens) {
    const parts = coverOfStop(kitchen, masks);
    best = best.map((_, mask) => {
      let found: Cover | undefined;
      for (let here = mask; ; here = (here - 1) & mask) {
        const before = best[mask & ~here];
        const part = parts[here]!;
        if (
          before !== undefined &&
          part.cost < Infinity &&
          before.cost + part.cost < (found?.cost ?? Infinity)
        ) {
          found = { cost: before.cost + part.cost, forced: [...before.forced, part.items] };
        }
        if (here === 0) break;
      }
      return found;
    });
  }
  return best[full];
}
