/**
 * Repeatable chance for sample data: the same words give the same numbers on every machine.
 * FNV-1a for the seed, mulberry32 for the sequence.
 */
export function chanceOf(...words: readonly (string | number)[]): () => number {
  let seed = 0x811c9dc5;
  for (const char of words.join('|')) seed = Math.imul(seed ^ char.codePointAt(0)!, 0x01000193);
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A number from `min` (included) to `max` (excluded). */
export const between = (chance: () => number, min: number, max: number): number =>
  min + chance() * (max - min);

/** One of the items. */
export function pick<T>(chance: () => number, items: readonly [T, ...T[]]): T {
  return items[Math.floor(chance() * items.length)] ?? items[0];
}
