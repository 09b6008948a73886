import { type Bus, type Subscription } from '@travellite/bus';
import { type Conversations, type LogPosition, type ReadEventsResult } from '@travellite/conversations';
import {
  type CanonicalEvent,
  type ConversationId,
  type LiveText,
  toTravelError,
  type TravelError,
} from '@travellite/protocol';
import { type Clock, systemClock } from '../clock.js';
import { LiveFilter } from './live-filter.js';

/** Why a reader cannot go on from where it was, and where the log stands now. */
export type Gap = Omit<Extract<ReadEventsResult, { status: 'gap' }>, 'status'>;

/** Who reads. Calls never overlap, except that `onLive` may come while `onGap` is pending for deltas of before. */
export interface ReaderSink {
  /** Events in order, without hole or repetition. */
  onEvents(events: readonly CanonicalEvent[]): void;
  /** A text delta as it is written: lossy, in the order of its offset within one fence; none of an ended turn or an older claim. */
  onLive(delta: LiveText): void;
  /** The caller shows a snapshot and says at which position it was taken; reading goes on behind it. */
  onGap(gap: Gap): Promise<LogPosition>;
  /** Reading has ended for good. */
  onFault(fault: TravelError): void;
}

export interface ResumableReaderOptions {
  bus: Pick<Bus, 'subscribe'>;
  conversations: Pick<Conversations, 'readEvents'>;
  conversation: ConversationId;
  /** The last event that the reader knows; seq 0 for none. */
  from: LogPosition;
  sink: ReaderSink;
  clock?: Clock;
  /** Events read from the log at a time; 500 when not given. */
  pageSize?: number;
  /** Wait before the log is tried again when it does not answer; 500 when not given. */
  retryMs?: number;
}

export interface ResumableReader {
  /** Resolves when the reader has caught up and goes on live. */
  start(): Promise<void>;
  /** The last event given to the sink. */
  position(): LogPosition;
  /** Idempotent. Nothing is given to the sink afterwards. */
  close(): Promise<void>;
}

/**
 * Reads a conversation from a position on: first what the log has, then live. The bus may repeat, drop and reorder; the log has
 * everything, so each hole is filled from it. What the log no longer has is announced by `onGap`, never skipped in silence.
 */
export function createResumableReader(options: ResumableReaderOptions): ResumableReader {
  return new LogReader(options);
}

/** Deltas kept while the log is being read; the next checkpoint heals what is dropped. */
const maxHeldLive = 1000;

class LogReader implements ResumableReader {
  private at: LogPosition;
  private readonly live = new LiveFilter();
  private heldLive: LiveText[] = [];
  private aheadLive: LiveText[] = [];
  private reading: Promise<void> | undefined;
  private again = false;
  private closed = false;
  private subscription: Subscription | undefined;

  constructor(private readonly options: ResumableReaderOptions) {
    this.at = options.from;
  }

  async start(): Promise<void> {
    this.reading = this.subscribeAndRead();
    await this.reading;
  }

  position(): LogPosition {
    return this.at;
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.subscription?.close();
  }

  private async subscribeAndRead(): Promise<void> {
    const { bus, conversation } = this.options;
    this.subscription = await bus.subscribe(conversation, {
      onEvents: (batch) => this.onBatch(batch.events),
      onLive: (delta) => this.onLive(delta),
      onInterrupted: () => this.catchUp(),
    });
    if (this.closed) return this.subscription.close();
    await this.readLog();
  }

  private onBatch(events: readonly CanonicalEvent[]): void {
    if (this.closed) return;
    // While the log is being read it has this batch too.
    if (this.reading !== undefined) this.again = true;
    else if (!this.follows(events)) this.catchUp();
    else this.give(events.filter((event) => event.seq > this.at.seq));
  }

  /** Whether the batch goes on from here without a hole (it may begin with what is known). */
  private follows(events: readonly CanonicalEvent[]): boolean {
    const first = events[0];
    if (first === undefined) return true;
    // One of another epoch may be older than what is known: the log decides.
    return first.epoch === this.at.epoch && first.seq <= this.at.seq + 1;
  }

  private onLive(delta: LiveText): void {
    if (this.closed) return;
    if (this.reading !== undefined) {
      if (this.heldLive.length < maxHeldLive) this.heldLive.push(delta);
      return;
    }
    const verdict = this.live.judge(delta, false);
    if (verdict === 'pass') this.options.sink.onLive(delta);
    if (verdict !== 'ahead') return;
    this.aheadLive.push(delta);
    this.catchUp();
  }

  private catchUp(): void {
    if (this.reading !== undefined) this.again = true;
    else if (!this.closed) this.reading = this.readLog();
  }

  private async readLog(): Promise<void> {
    try {
      do {
        this.again = false;
        while (!this.closed && (await this.readPage()));
      } while (this.again && !this.closed);
      this.endReading();
    } catch (thrown) {
      this.closed = true;
      this.options.sink.onFault(toTravelError(thrown));
    }
  }

  /** What is ahead of a log that was read after it came is of a worker that lost its claim. What came meanwhile may ask for another look. */
  private endReading(): void {
    this.reading = undefined;
    const ahead = this.aheadLive;
    const held = this.heldLive;
    this.aheadLive = [];
    this.heldLive = [];
    for (const delta of ahead) {
      if (this.live.judge(delta, true) === 'pass') this.options.sink.onLive(delta);
    }
    for (const delta of held) this.onLive(delta);
  }

  /** `true` when there may be more. */
  private async readPage(): Promise<boolean> {
    const { sink, pageSize = 500 } = this.options;
    const result = await this.ask(pageSize);
    if (result === undefined || this.closed) return !this.closed;
    const { head } = result;
    if (result.status === 'gap') {
      this.at = await sink.onGap({ reason: result.reason, head });
      return true;
    }
    this.at = { epoch: head.epoch, seq: this.at.seq };
    this.give(result.events);
    return this.at.seq < head.seq;
  }

  /** The answer of the log, or `undefined` when it did not answer and the wait is over. */
  private async ask(limit: number): Promise<ReadEventsResult | undefined> {
    const { conversations, conversation, clock = systemClock, retryMs = 500 } = this.options;
    try {
      return await conversations.readEvents(conversation, this.at, limit);
    } catch (thrown) {
      if (!toTravelError(thrown).retryable) throw thrown;
      await new Promise<void>((resolve) => void clock.after(retryMs, resolve));
      return undefined;
    }
  }

  private give(events: readonly CanonicalEvent[]): void {
    const last = events.at(-1);
    if (last === undefined) return;
    this.at = { epoch: last.epoch, seq: last.seq };
    for (const event of events) this.live.note(event);
    this.options.sink.onEvents(events);
  }
}
