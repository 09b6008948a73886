/** Something that is due at a time; what leaves the queue early or moves is marked by `stamp`. */
export interface Due {
  /** Raised whenever the item's due time changes; entries with an older stamp are void. */
  stamp: number;
}

interface Entry<T> {
  at: number;
  order: number;
  stamp: number;
  item: T;
}

/** Items by due time, first in first out among equals: a binary heap whose void entries are dropped when they surface. */
export class DueQueue<T extends Due> {
  private readonly heap: Entry<T>[] = [];
  private order = 0;

  /** Puts the item at `at`, wherever it was before. */
  schedule(item: T, at: number): void {
    item.stamp += 1;
    this.heap.push({ at, order: this.order++, stamp: item.stamp, item });
    this.siftUp(this.heap.length - 1);
  }

  /** Takes the item out, if it is in. */
  cancel(item: T): void {
    item.stamp += 1;
  }

  /** The first item and its time, which stays in. */
  first(): { item: T; at: number } | undefined {
    for (;;) {
      const top = this.heap[0];
      if (top === undefined || top.stamp === top.item.stamp) return top;
      this.dropTop();
    }
  }

  /** Takes out the first item when it is due by `now`. */
  takeDue(now: number): T | undefined {
    const top = this.first();
    if (top === undefined || top.at > now) return undefined;
    this.dropTop();
    return top.item;
  }

  clear(): void {
    this.heap.length = 0;
  }

  private dropTop(): void {
    const last = this.heap.pop();
    if (last === undefined || this.heap.length === 0) return;
    this.heap[0] = last;
    this.siftDown();
  }

  private siftUp(from: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.swapIfBefore(at, parent)) return;
      at = parent;
    }
  }

  private siftDown(): void {
    let at = 0;
    for (;;) {
      const left = at * 2 + 1;
      if (left >= this.heap.length) return;
      const right = left + 1;
      const smaller = right < this.heap.length && this.isBefore(right, left) ? right : left;
      if (!this.swapIfBefore(smaller, at)) return;
      at = smaller;
    }
  }

  private swapIfBefore(child: number, parent: number): boolean {
    if (!this.isBefore(child, parent)) return false;
    const moved = this.entry(child);
    this.heap[child] = this.entry(parent);
    this.heap[parent] = moved;
    return true;
  }

  private isBefore(a: number, b: number): boolean {
    const first = this.entry(a);
    const second = this.entry(b);
    return first.at < second.at || (first.at === second.at && first.order < second.order);
  }

  private entry(at: number): Entry<T> {
    return this.heap[at] as Entry<T>;
  }
}
