import { type JetStreamManager } from 'nats';
import { type NatsOptions } from './nats-options.js';
import { ensureStreams } from './streams.js';

/** How long a server may take to delete a stream, in ms. */
const settleMs = 500;

/** Makes streams again that somebody deleted by hand. */
export class StreamKeeper {
  private repairing: Promise<void> | undefined;
  private soon: NodeJS.Timeout | undefined;

  constructor(
    private readonly manager: JetStreamManager,
    private readonly options: NatsOptions,
    private readonly usable: () => boolean,
  ) {}

  /** Many ask at once; one repair serves them all. */
  repair(): Promise<void> {
    this.repairing ??= ensureStreams(this.manager, this.options).finally(() => (this.repairing = undefined));
    return this.repairing;
  }

  /**
   * Where no stream listens nobody answers; the publisher tries again. Not at once: a server that is still deleting a stream mixes it up
   * with one that is made meanwhile (seen with 2.9.10).
   */
  repairSoon(): void {
    this.soon ??= setTimeout(() => {
      this.soon = undefined;
      if (!this.usable()) return;
      this.repair().catch((error: unknown) =>
        this.options.log.warn('streams could not be looked after', { cause: (error as Error).message }),
      );
    }, settleMs).unref();
  }
}
