import { type Log } from '@travellite/telemetry';
import { type OutboundAnswer } from '../outbound.js';

export interface LanesOptions<T> {
  handler: (answer: OutboundAnswer) => Promise<void>;
  /** The handler resolved. */
  onDone: (item: T) => void;
  /** Wait before an answer is handed over again, in ms. */
  retryMs: number;
  log: Log;
}

interface Waiting<T> {
  item: T;
  answer: OutboundAnswer;
}

/** One queue a conversation: the next answer is handed over when the one before is done with, whatever other conversations do. */
export class Lanes<T> {
  private readonly lanes = new Map<string, Waiting<T>[]>();
  private readonly working = new Set<Promise<void>>();
  private readonly pauses = new Set<() => void>();
  private closed = false;

  constructor(private readonly options: LanesOptions<T>) {}

  push(item: T, answer: OutboundAnswer): void {
    if (this.closed) return;
    const lane = this.lanes.get(answer.conversation);
    if (lane) {
      lane.push({ item, answer });
      return;
    }
    const fresh = [{ item, answer }];
    this.lanes.set(answer.conversation, fresh);
    const work = this.work(answer.conversation, fresh).finally(() => this.working.delete(work));
    this.working.add(work);
  }

  /** Hands over nothing more; resolves when running handlers have settled. */
  async close(): Promise<void> {
    this.closed = true;
    for (const wake of this.pauses) wake();
    await Promise.all(this.working);
    this.lanes.clear();
  }

  private async work(conversation: string, lane: Waiting<T>[]): Promise<void> {
    // Publishing returns before the first hand-over, as it does with a server.
    await Promise.resolve();
    for (let head = lane[0]; head !== undefined && !this.closed; head = lane[0]) {
      if (!(await this.handOver(head))) await this.pause();
      else lane.shift();
    }
    if (lane.length === 0) this.lanes.delete(conversation);
  }

  private async handOver({ item, answer }: Waiting<T>): Promise<boolean> {
    try {
      await this.options.handler(answer);
    } catch (thrown) {
      const fields = { cause: String(thrown) };
      this.options.log.warn('An answer was not taken and is handed over again.', fields);
      return false;
    }
    this.options.onDone(item);
    return true;
  }

  private pause(): Promise<void> {
    if (this.closed) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.pauses.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, this.options.retryMs);
      this.pauses.add(wake);
    });
  }
}
