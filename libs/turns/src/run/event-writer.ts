import { type ClaimRef, type Conversations, type EmitResult } from '@travellite/conversations';
import { type CanonicalEvent, type EventBody, TravelError } from '@travellite/protocol';
import { type Faults } from '../faults.js';

export interface EventWriterOptions {
  claim: ClaimRef;
  conversations: Pick<Conversations, 'emit'>;
  /** Repeats a write of unknown outcome. */
  persist: (write: () => Promise<EmitResult>) => Promise<EmitResult>;
  onWritten: (written: { events: CanonicalEvent[]; outboxId: string }) => void;
  /** The claim is no longer ours. */
  onLost: () => void;
  faults?: Faults;
}

interface Waiting {
  body: EventBody;
  resolve: () => void;
  reject: (fault: TravelError) => void;
}

/** Makes a turn's events durable, in order. What comes while a write is under way goes with the next one, in one step. */
export class EventWriter {
  private waiting: Waiting[] = [];
  private writing: Promise<void> | undefined;
  private part = 0;
  private closed = false;

  constructor(private readonly options: EventWriterOptions) {}

  write(body: EventBody): Promise<void> {
    const written = new Promise<void>((resolve, reject) => {
      if (this.closed) return reject(notOurs());
      this.waiting.push({ body, resolve, reject });
      this.writing ??= this.work();
    });
    // An agent need not wait for every event; that a claim was lost meanwhile must not end the process.
    written.catch(() => undefined);
    return written;
  }

  /** Ends writing; gives the events that were handed over and not yet written, for the turn's last step to take along. */
  async finish(): Promise<EventBody[]> {
    this.closed = true;
    const rest = this.waiting;
    this.waiting = [];
    await this.writing;
    for (const { resolve } of rest) resolve();
    return rest.map(({ body }) => body);
  }

  /** Ends writing and refuses what was not written. */
  abandon(): void {
    this.closed = true;
    for (const { reject } of this.waiting.splice(0)) reject(notOurs());
  }

  private async work(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting;
      this.waiting = [];
      try {
        await this.writeBatch(batch.map(({ body }) => body));
        for (const { resolve } of batch) resolve();
      } catch (thrown) {
        const fault = thrown instanceof TravelError ? thrown : notOurs();
        for (const { reject } of batch) reject(fault);
      }
    }
    this.writing = undefined;
  }

  private async writeBatch(bodies: EventBody[]): Promise<void> {
    const { claim, conversations, persist, faults, onLost, onWritten } = this.options;
    const part = ++this.part;
    if (faults) await faults.at('emit.before');
    const result = await persist(() => conversations.emit(claim, part, bodies));
    if (faults) await faults.at('emit.after');
    if (result.status === 'fenced') {
      onLost();
      throw notOurs();
    }
    onWritten(result);
  }
}

const notOurs = () => new TravelError('cancelled', 'The turn no longer belongs to this worker.');
