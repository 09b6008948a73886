import { type Log } from '@travellite/telemetry';
import { type OutboundAnswer } from '../outbound.js';
import { OpenTurns } from './open-turns.js';

export interface LanesOptions<T> {
  handler: (answer: OutboundAnswer) => Promise<void>;
  /** The handler resolved. */
  onDone: (item: T) => void;
  /** Wait before an answer is handed over again, in ms. */
  retryMs: number;
  /** How long the end of a turn is waited for that a later turn has overtaken, in ms; 4 000 when not given. */
  overtakenMs?: number;
  log: Log;
}

interface Waiting<T> {
  item: T;
  answer: OutboundAnswer;
}

interface Lane<T> {
  waiting: Waiting<T>[];
  /** The first is in hand. */
  busy: boolean;
  /** Something came. */
  wake: () => void;
}

/** What a worker left behind when it died is relayed by another within two rounds of a second. */
const usualOvertakenMs = 4_000;

/**
 * One queue a conversation: the next answer is handed over when the one before is done with, whatever other conversations do. Answers of
 * two turns may come from two workers and so in any order: those that wait are put in the order of the log, and the end of a turn that
 * has begun is waited for.
 */
export class Lanes<T> {
  private readonly lanes = new Map<string, Lane<T>>();
  private readonly openTurns = new OpenTurns();
  private readonly working = new Set<Promise<void>>();
  private readonly pauses = new Set<() => void>();
  private closed = false;

  constructor(private readonly options: LanesOptions<T>) {}

  push(item: T, answer: OutboundAnswer): void {
    if (this.closed) return;
    const { conversation } = answer;
    const lane = this.lanes.get(conversation);
    if (lane) {
      const from = lane.busy ? 1 : 0;
      const at = lane.waiting.findIndex((one, nth) => nth >= from && isBefore(answer, one.answer));
      lane.waiting.splice(at < 0 ? lane.waiting.length : at, 0, { item, answer });
      lane.wake();
      return;
    }
    const fresh: Lane<T> = { waiting: [{ item, answer }], busy: false, wake: () => undefined };
    this.lanes.set(conversation, fresh);
    const work = this.work(conversation, fresh).finally(() => this.working.delete(work));
    this.working.add(work);
  }

  /** Hands over nothing more; resolves when running handlers have settled. */
  async close(): Promise<void> {
    this.closed = true;
    for (const wake of this.pauses) wake();
    await Promise.all(this.working);
    this.lanes.clear();
  }

  private async work(conversation: string, lane: Lane<T>): Promise<void> {
    const { waiting } = lane;
    // Publishing returns before the first hand-over, as it does with a server.
    await Promise.resolve();
    while (!this.closed) {
      await this.endOfOpenTurn(conversation, lane);
      const [head] = waiting;
      if (head === undefined || this.closed) break;
      lane.busy = true;
      const taken = await this.handOver(head);
      lane.busy = false;
      if (taken) waiting.shift();
      else await this.pause(this.options.retryMs);
    }
    if (waiting.length === 0) this.lanes.delete(conversation);
  }

  /** Waits while the first in the lane has overtaken the end of an earlier turn. */
  private async endOfOpenTurn(conversation: string, lane: Lane<T>): Promise<void> {
    const { overtakenMs = usualOvertakenMs, log } = this.options;
    const until = performance.now() + overtakenMs;
    for (let [head] = lane.waiting; head && this.openTurns.isEarly(head.answer); [head] = lane.waiting) {
      const leftMs = until - performance.now();
      if (this.closed) return;
      if (leftMs <= 0) {
        log.warn('The end of a turn never came; the next answer is handed over.', { id: head.answer.id });
        this.openTurns.giveUp(conversation);
        return;
      }
      await this.pause(leftMs, (wake) => (lane.wake = wake));
    }
  }

  private async handOver({ item, answer }: Waiting<T>): Promise<boolean> {
    try {
      await this.options.handler(answer);
    } catch (thrown) {
      const fields = { cause: String(thrown) };
      this.options.log.warn('An answer was not taken and is handed over again.', fields);
      return false;
    }
    this.openTurns.note(answer);
    this.options.onDone(item);
    return true;
  }

  private pause(ms: number, wakeable: (wake: () => void) => void = () => undefined): Promise<void> {
    if (this.closed) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.pauses.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.pauses.add(wake);
      wakeable(wake);
    });
  }
}

/** By the log of their conversation; what has no events stays where it is. */
function isBefore({ events: [one] }: OutboundAnswer, { events: [other] }: OutboundAnswer): boolean {
  if (!one || !other) return false;
  return one.epoch < other.epoch || (one.epoch === other.epoch && one.seq < other.seq);
}
