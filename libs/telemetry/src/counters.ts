/** Named counts of one process, for health pages and metrics. Names are `snake_case`. */
export interface Counters {
  add(name: string, by?: number): void;
  /** Sets a value that goes up and down (open connections, bytes waiting). */
  set(name: string, value: number): void;
  read(): Readonly<Record<string, number>>;
}

/** Counters kept in memory. */
export function createCounters(): Counters {
  const values = new Map<string, number>();
  return {
    add: (name, by = 1) => void values.set(name, (values.get(name) ?? 0) + by),
    set: (name, value) => void values.set(name, value),
    read: () => Object.fromEntries(values),
  };
}
