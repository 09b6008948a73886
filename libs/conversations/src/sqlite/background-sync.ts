import { TravelError } from '@travellite/protocol';
import { type SyncPace } from './sync-pace.js';

interface Waiting {
  resolve: () => void;
  reject: (thrown: unknown) => void;
}

/**
 * Syncs the log file on another thread, one sync at a time; what is written meanwhile waits for the next. A failed sync is the end:
 * the system may have dropped what it could not write, and a later sync would not say so (https://lwn.net/Articles/752063/).
 */
export class BackgroundSync {
  private waiting: Waiting[] = [];
  private running: Promise<void> | undefined;
  private broken: TravelError | undefined;

  constructor(
    private readonly sync: () => Promise<void>,
    private readonly pace: SyncPace,
  ) {}

  /** Calls back once everything written so far is on disk, or when the disk says that it is not. */
  whenSynced(resolve: () => void, reject: (thrown: unknown) => void): void {
    this.waiting.push({ resolve, reject });
    this.running ??= this.work();
  }

  /** Why nothing can be promised any more, once a sync has failed. */
  get fault(): TravelError | undefined {
    return this.broken;
  }

  /** Resolves when nothing waits. */
  async idle(): Promise<void> {
    await this.running;
  }

  private async work(): Promise<void> {
    // The other operations of the same transaction still come in this step.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const batch = this.waiting;
      this.waiting = [];
      await this.syncOnce(batch);
    }
    this.running = undefined;
  }

  private async syncOnce(batch: Waiting[]): Promise<void> {
    const begun = performance.now();
    try {
      await this.sync();
      this.pace.note(performance.now() - begun);
      for (const { resolve } of batch) resolve();
    } catch (thrown) {
      const message = 'The disk under the conversation store failed.';
      this.broken = new TravelError('provider_unavailable', message, { cause: thrown });
      for (const { reject } of batch) reject(this.broken);
    }
  }
}
