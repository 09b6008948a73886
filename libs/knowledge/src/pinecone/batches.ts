/** A list in parts of at most `size`, in order. */
export function* inBatches<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size);
}

/** The results in the list's order, with at most `atOnce` pieces of work running; the first fault ends it. */
export async function mapLimited<T, R>(
  list: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  for (const batch of inBatches(list, atOnce)) results.push(...(await Promise.all(batch.map(work))));
  return results;
}
