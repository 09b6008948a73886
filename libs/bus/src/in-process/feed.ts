import { partitionOf, TravelError } from '@travellite/protocol';
import { type Log } from '@travellite/telemetry';
import { type FeedDelivery, type QueuedTurn, type Subscription } from '../port.js';

type Handler = (queued: QueuedTurn, delivery: FeedDelivery) => Promise<void>;

export interface FeedOptions {
  partitions: number;
  now: () => number;
  redeliverMs: number;
  log: Log;
}

/** As long as JetStream's default. */
const duplicateWindowMs = 120_000;

/** Turns on their way to the mailboxes: one queue a partition, one hand-over at a time. */
export class Feed {
  private readonly lanes: Lane[];
  private readonly seen = new Map<string, number>();
  private sequence = 0;

  constructor(private readonly options: FeedOptions) {
    this.lanes = Array.from({ length: options.partitions }, () => new Lane(options));
  }

  publish(queued: QueuedTurn): 'queued' | 'known' {
    const { turn, again } = queued;
    const now = this.options.now();
    const key = JSON.stringify([turn.conversation, turn.id]);
    this.dropOld(now);
    if (this.seen.has(key) && !again) return 'known';
    if (!again) this.seen.set(key, now);
    this.lane(partitionOf(turn.conversation, this.lanes.length)).push(queued, ++this.sequence);
    return 'queued';
  }

  consume(partition: number, handler: Handler): Subscription {
    return this.lane(partition).consume(handler);
  }

  async close(): Promise<void> {
    await Promise.all(this.lanes.map((lane) => lane.close()));
  }

  private lane(partition: number): Lane {
    const lane = this.lanes[partition];
    if (lane === undefined) throw new TravelError('invalid', `There is no partition ${partition}.`);
    return lane;
  }

  /** The map is in the order of publishing, so what is old stands first. */
  private dropOld(now: number): void {
    for (const [key, at] of this.seen) {
      if (now - at < duplicateWindowMs) return;
      this.seen.delete(key);
    }
  }
}

/** One partition. Its consumers share the turns; the next is handed over when the one before was taken. */
class Lane {
  private readonly queue: { queued: QueuedTurn; delivery: FeedDelivery }[] = [];
  private readonly handlers: Handler[] = [];
  private working: Promise<void> | undefined;
  private retry: NodeJS.Timeout | undefined;

  constructor(private readonly options: FeedOptions) {}

  push(queued: QueuedTurn, sequence: number): void {
    this.queue.push({
      queued,
      delivery: { position: { history: '', stream: '', sequence }, redelivered: false },
    });
    this.start();
  }

  consume(handler: Handler): Subscription {
    this.handlers.push(handler);
    this.start();
    return {
      close: async () => {
        const at = this.handlers.indexOf(handler);
        if (at >= 0) this.handlers.splice(at, 1);
        await this.working;
      },
    };
  }

  async close(): Promise<void> {
    this.handlers.length = 0;
    clearTimeout(this.retry);
    await this.working;
  }

  private start(): void {
    if (this.working !== undefined || this.retry !== undefined) return;
    this.working = this.work();
  }

  private async work(): Promise<void> {
    // Publishing returns before the first hand-over, as it does with a server.
    await Promise.resolve();
    let more = true;
    while (more) more = await this.handOver();
    this.working = undefined;
    // A turn may have been pushed after the last look at the queue.
    if (this.queue.length > 0 && this.handlers.length > 0) this.start();
  }

  /** `false` when there is nothing to do for now. */
  private async handOver(): Promise<boolean> {
    const head = this.queue[0];
    const handler = this.handlers[0];
    if (head === undefined || handler === undefined) return false;
    try {
      await handler(head.queued, head.delivery);
      this.queue.shift();
      return true;
    } catch (thrown) {
      const fields = { cause: String(thrown) };
      this.options.log.warn('A turn was not taken from the feed and is handed over again.', fields);
      head.delivery = { ...head.delivery, redelivered: true };
      this.retryLater();
      return false;
    }
  }

  private retryLater(): void {
    this.retry = setTimeout(() => {
      this.retry = undefined;
      this.start();
    }, this.options.redeliverMs);
    this.retry.unref();
  }
}
