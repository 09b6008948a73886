interface Entry<T> {
  value: T;
  freshUntil: number;
}

/** Remembers values for a while; the least recently used ones go first when it is full. */
export class TtlCache {
  readonly #entries = new Map<string, Entry<unknown>>();

  constructor(
    private readonly maxEntries: number,
    private readonly now: () => number,
  ) {}

  get<T>(key: string): { value: T } | undefined {
    const entry = this.#entries.get(key) as Entry<T> | undefined;
    if (!entry) return undefined;
    this.#entries.delete(key);
    if (this.now() >= entry.freshUntil) return undefined;
    // Put back at the end: the map's order is the order of last use.
    this.#entries.set(key, entry);
    return { value: entry.value };
  }

  set(key: string, value: unknown, ttlMs: number): void {
    this.#entries.delete(key);
    if (ttlMs <= 0) return;
    this.#entries.set(key, { value, freshUntil: this.now() + ttlMs });
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.maxEntries) break;
      this.#entries.delete(oldest);
    }
  }

  get size(): number {
    return this.#entries.size;
  }
}
