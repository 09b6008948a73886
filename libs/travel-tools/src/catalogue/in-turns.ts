/** Maps items with at most `parallel` under way; results in the order of the items. The first rejection ends it. */
export async function inTurns<I, T>(
  items: readonly I[],
  parallel: number,
  run: (item: I) => Promise<T>,
): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length) {
      const at = next;
      next += 1;
      results[at] = await run(items[at]!);
    }
  };
  await Promise.all(Array.from({ length: Math.min(Math.max(1, parallel), items.length) }, lane));
  return results;
}
