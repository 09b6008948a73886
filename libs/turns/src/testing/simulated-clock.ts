import { type Clock } from '../clock.js';

interface Timer {
  at: number;
  order: number;
  action: () => void;
}

/** A clock that stands still until it is moved. */
export class SimulatedClock implements Clock {
  private time = 1_800_000_000_000;
  private order = 0;
  private readonly timers = new Set<Timer>();

  now(): number {
    return this.time;
  }

  after(ms: number, action: () => void): () => void {
    const timer = { at: this.time + ms, order: this.order++, action };
    this.timers.add(timer);
    return () => void this.timers.delete(timer);
  }

  /** Lets `ms` pass; `settle` is awaited before time moves on from each point at which something happened. */
  async advance(ms: number, settle: () => Promise<void>): Promise<void> {
    const end = this.time + ms;
    await settle();
    for (let next = this.first(end); next !== undefined; next = this.first(end)) {
      this.time = Math.max(this.time, next.at);
      this.timers.delete(next);
      next.action();
      await settle();
    }
    this.time = end;
  }

  private first(end: number): Timer | undefined {
    let first: Timer | undefined;
    for (const timer of this.timers) {
      if (timer.at > end) continue;
      if (!first || timer.at < first.at || (timer.at === first.at && timer.order < first.order))
        first = timer;
    }
    return first;
  }
}
