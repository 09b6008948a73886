import { type Faults } from '../faults/faults.js';

/** Delivers one request; resolves with whether it was taken. Must not throw. */
export type Deliver<T> = (item: T) => Promise<boolean>;

export interface RetryOptions {
  /** First pause (ms); doubled each time up to `longestMs`, with jitter. */
  baseMs: number;
  longestMs: number;
  attempts: number;
}

/**
 * Deliveries of one room, in order: the next is sent when the one before was taken or given up. Faults of `webhooks` act on each
 * attempt: one that is lost was either not sent or its answer did not arrive, so it is sent again; a doubled one is sent twice.
 */
export class WebhookLane<T> {
  private readonly queue: T[] = [];
  private running: Promise<void> = Promise.resolve();
  private busy = false;
  private readonly stop = new AbortController();

  constructor(
    private readonly deliver: Deliver<T>,
    private readonly faults: Faults,
    private readonly retry: RetryOptions,
    private readonly onGivenUp: (item: T) => void,
  ) {}

  push(item: T): void {
    // A neighbour that is swapped is swapped before its first attempt.
    const swapped = this.queue.length > 0 && this.faults.happens(this.faults.plan.webhooks.reorder);
    if (swapped) this.queue.splice(-1, 0, item);
    else this.queue.push(item);
    if (!this.busy) this.running = this.run();
  }

  get waiting(): number {
    return this.queue.length + (this.busy ? 1 : 0);
  }

  async close(): Promise<void> {
    this.queue.length = 0;
    this.stop.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    this.busy = true;
    for (let item = this.queue.shift(); item !== undefined; item = this.queue.shift()) {
      if (!(await this.deliverOne(item))) this.onGivenUp(item);
    }
    this.busy = false;
  }

  private async deliverOne(item: T): Promise<boolean> {
    const { baseMs, longestMs, attempts } = this.retry;
    for (let attempt = 0; attempt < attempts && !this.stop.signal.aborted; attempt += 1) {
      const { duplicate, lose, delayMs } = this.faults.plan.webhooks;
      await this.pause(this.faults.random() * delayMs);
      if (this.faults.happens(duplicate)) await this.deliver(item);
      const taken = await this.deliver(item);
      if (taken && !this.faults.happens(lose)) return true;
      const pause = Math.min(longestMs, baseMs * 2 ** attempt);
      await this.pause(pause / 2 + (this.faults.random() * pause) / 2);
    }
    return false;
  }

  private async pause(ms: number): Promise<void> {
    const { signal } = this.stop;
    if (ms <= 0 || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener('abort', done, { once: true });
    });
  }
}
