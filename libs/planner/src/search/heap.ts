/** Takes out what has the smallest key first; equal keys in the order they came, so that runs are alike. */
export class Heap<Item> {
  private readonly entries: { key: number; order: number; item: Item }[] = [];
  private count = 0;

  get size(): number {
    return this.entries.length;
  }

  push(key: number, item: Item): void {
    const { entries } = this;
    const entry = { key, order: (this.count += 1), item };
    let at = entries.push(entry) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.before(entry, entries[above]!)) break;
      entries[at] = entries[above]!;
      at = above;
    }
    entries[at] = entry;
  }

  pop(): { key: number; item: Item } | undefined {
    const { entries } = this;
    const top = entries[0];
    const moved = entries.pop();
    if (top === undefined || moved === undefined || entries.length === 0) return top;
    let at = 0;
    for (;;) {
      let below = at * 2 + 1;
      if (below >= entries.length) break;
      if (below + 1 < entries.length && this.before(entries[below + 1]!, entries[below]!)) below += 1;
      if (!this.before(entries[below]!, moved)) break;
      entries[at] = entries[below]!;
      at = below;
    }
    entries[at] = moved;
    return top;
  }

  private before(a: { key: number; order: number }, b: { key: number; order: number }): boolean {
    return a.key < b.key || (a.key === b.key && a.order < b.order);
  }
}
