import { type Conversations, type OutboxEntry } from '@travellite/conversations';
import { type Log } from '@travellite/telemetry';
import { type Faults } from '../faults.js';

type Relayed = Pick<OutboxEntry, 'id' | 'conversation'>;

export interface OutboxRemoverOptions {
  conversations: Pick<Conversations, 'removeFromOutbox'>;
  log: Log;
  faults?: Faults;
}

/** Takes relayed batches out of the outbox, many at a time: what is relayed while a removal runs goes with the next. */
export class OutboxRemover {
  private waiting: Relayed[] = [];
  private underWay: Relayed[] = [];
  private running: Promise<void> | undefined;

  constructor(private readonly options: OutboxRemoverOptions) {}

  remove(entry: Relayed): void {
    this.waiting.push(entry);
    this.running ??= this.work();
  }

  /** It was relayed here, and is on its way out. */
  has(id: string): boolean {
    return [...this.underWay, ...this.waiting].some((entry) => entry.id === id);
  }

  /** Resolves when everything handed over so far is removed, or could not be. */
  async flush(): Promise<void> {
    await this.running;
  }

  private async work(): Promise<void> {
    const { conversations, log, faults } = this.options;
    while (this.waiting.length > 0) {
      const entries = (this.underWay = this.waiting);
      this.waiting = [];
      try {
        await conversations.removeFromOutbox(entries);
        if (faults) await faults.at('relay.removed');
      } catch (thrown) {
        // They are relayed again by a sweep; readers go by `seq`.
        log.warn('Relayed events could not be removed from the outbox.', { cause: String(thrown) });
      }
    }
    this.underWay = [];
    this.running = undefined;
  }
}
