import { type ConversationSubscriber, type EventBatch, type Subscription } from '@travellite/bus';
import { type LogPosition } from '@travellite/conversations';
import {
  addCheckpoint,
  type Added,
  addLive,
  beginText,
  createTextAssembly,
  endText,
  resetText,
} from '@travellite/dialects';
import { type CanonicalEvent, type ConversationId, type LiveText, type TurnId } from '@travellite/protocol';
import { type Connection } from '../connections/connection.js';
import { creditFrame } from '../connections/frame-rate.js';
import { type Channel, type GapReason } from './channel.js';
import { type HubPorts } from './hubs.js';

/** Live deltas kept while the hub reads the log; more are dropped, a checkpoint brings them back. */
const maxHeldLive = 256;

/** Times the log is read for an event that was heard of before it is given up. */
const maxLagging = 5;

/** Events read from the log at a time. */
const pageSize = 256;

type CheckpointEvent = CanonicalEvent & { type: 'text' };

/** Hears every event of its turn; for answers that are collected instead of streamed. */
export type TurnListener = (event: CanonicalEvent) => void;

/** `lost`: nobody can say any more how the turn ended. */
export type TurnEnd = 'done' | 'lost';

interface TurnWait {
  onEvent: TurnListener | undefined;
  resolve: (end: TurnEnd) => void;
}

/**
 * Everything this process hears of one conversation, while somebody listens: durable events brought into order (each once,
 * holes filled from the log), live text put together, and both handed to the channel of each dialect.
 */
export class Hub implements ConversationSubscriber {
  private readonly channels: Channel[] = [];
  readonly text = createTextAssembly();
  /** Connections and requests that need this hub. */
  users = 0;
  /** Resolves when the hub hears everything; unset once it does. */
  opening: Promise<void> | undefined;
  private epoch = 0;
  private seq = 0;
  /** Unset: events are handed on as they come. */
  private held: CanonicalEvent[] | undefined = [];
  private heldLive: LiveText[] | undefined;
  private subscription: Subscription | undefined;
  private turns: Map<TurnId, TurnWait> | undefined;
  private closing = false;

  constructor(
    readonly conversation: ConversationId,
    private readonly ports: HubPorts,
  ) {}

  now(): number {
    return this.ports.now();
  }

  /** Subscribes, and learns where the conversation stands. Resolves when the hub hears everything from now on. */
  async open(): Promise<void> {
    this.subscription = await this.ports.bus.subscribe(this.conversation, this);
    const snapshot = await this.ports.conversations.snapshot(this.conversation);
    this.epoch = snapshot.epoch;
    this.seq = snapshot.seq;
    if (snapshot.running) beginText(this.text, snapshot.running.turn, snapshot.running.text);
    this.opening = undefined;
    this.release();
  }

  /** Idempotent. Whoever waits for a turn does not any more. */
  async close(): Promise<void> {
    this.closing = true;
    this.loseTurns();
    await this.subscription?.close();
  }

  /** The channel of a dialect; `create` makes it when nobody speaks that dialect here yet. */
  channel<Kind extends Channel>(kind: new (...args: never[]) => Kind, create: () => Kind): Kind {
    const existing = this.channels.find((channel): channel is Kind => channel instanceof kind);
    if (existing) return existing;
    const created = create();
    this.channels.push(created);
    return created;
  }

  /** Takes a connection out of every channel. */
  leave(connection: Connection): void {
    for (const channel of this.channels) channel.members.delete(connection);
  }

  /** Ask before submitting the turn. `onEvent` hears its events on the way. */
  turnEnd(turn: TurnId, onEvent?: TurnListener): Promise<TurnEnd> {
    return new Promise((resolve) => {
      this.turns ??= new Map();
      this.turns.set(turn, { onEvent, resolve });
    });
  }

  /** Nobody waits for this turn any more. */
  forgetTurn(turn: TurnId): void {
    this.turns?.delete(turn);
  }

  private loseTurns(): void {
    for (const { resolve } of this.turns?.values() ?? []) resolve('lost');
    this.turns = undefined;
  }

  onEvents(batch: EventBatch): void {
    for (const event of batch.events) this.take(event);
  }

  onLive(live: LiveText): void {
    if (!this.held) {
      this.handOnText(addLive(this.text, live), live, false);
      return;
    }
    this.heldLive ??= [];
    if (this.heldLive.length < maxHeldLive) this.heldLive.push(live);
  }

  onInterrupted(): void {
    if (!this.held) this.fillFromLog([]);
  }

  private take(event: CanonicalEvent): void {
    if (this.held) {
      this.held.push(event);
    } else if (event.epoch === this.epoch && event.seq === this.seq + 1) {
      this.seq = event.seq;
      this.handOn(event);
    } else if (event.epoch > this.epoch || (event.epoch === this.epoch && event.seq > this.seq)) {
      this.fillFromLog([event]);
    }
  }

  /** Something is missing: events wait until the log has said what. */
  private fillFromLog(held: CanonicalEvent[]): void {
    this.held = held;
    this.ports.counters.add('hub_holes');
    void this.readMissing(0);
  }

  private async readMissing(failures: number): Promise<void> {
    try {
      while (!this.closing && !(await this.readPage()));
    } catch (error) {
      this.ports.log.warn('events are missing and the log cannot be read; trying again', {
        conversation: this.conversation,
        detail: String(error),
      });
      return this.readMissingLater(failures);
    }
    const ahead = this.held?.find((event) => event.epoch === this.epoch && event.seq > this.seq);
    if (ahead && ahead.seq > this.seq + 1) {
      // Heard of, but not readable yet: a store that lags behind, for a while.
      if (failures < maxLagging) return this.readMissingLater(failures);
      this.jump({ epoch: ahead.epoch, seq: ahead.seq - 1 }, 'unknown_position');
    }
    this.release();
  }

  private readMissingLater(failures: number): void {
    if (this.closing) return;
    setTimeout(() => void this.readMissing(failures + 1), Math.min(50 * 2 ** failures, 5_000)).unref();
  }

  /** Whether the end of the log is reached. */
  private async readPage(): Promise<boolean> {
    const after = { epoch: this.epoch, seq: this.seq };
    const read = await this.ports.conversations.readEvents(this.conversation, after, pageSize);
    if (read.status === 'gap') {
      this.jump(read.head, read.reason);
      return true;
    }
    for (const event of read.events) {
      this.seq = event.seq;
      this.handOn(event);
    }
    return read.events.length === 0 || this.seq >= read.head.seq;
  }

  private jump(head: LogPosition, reason: GapReason): void {
    this.epoch = head.epoch;
    this.seq = head.seq;
    for (const channel of this.channels) channel.gap(reason);
    this.loseTurns();
  }

  /** Hands on what waited. */
  private release(): void {
    const { held = [], heldLive = [] } = this;
    this.held = undefined;
    this.heldLive = undefined;
    for (const event of held) this.take(event);
    for (const live of heldLive) this.onLive(live);
  }

  private handOn(event: CanonicalEvent): void {
    switch (event.type) {
      case 'turn_started':
        beginText(this.text, event.turn);
        break;
      case 'text':
        this.handOnText(addCheckpoint(this.text, event.turn, event), event, true);
        break;
      case 'text_reset':
        if (resetText(this.text, event.turn)) this.resetAll(event.turn, event.ts);
        break;
      case 'done':
        endText(this.text, event.turn);
        break;
    }
    for (const channel of this.channels) channel.event(event);
    this.tellListener(event);
  }

  private handOnText(added: Added, from: LiveText | CheckpointEvent, durable: boolean): void {
    if (added.reset) this.resetAll(from.turn, from.ts);
    if (added.delta === '') return;
    const { conversation } = this;
    const { fence, text } = this.text;
    const { turn, ts } = from;
    const live: LiveText =
      !('seq' in from) && from.delta === added.delta
        ? from
        : { type: 'text', conversation, turn, fence, delta: added.delta, offset: added.offset, ts };
    for (const channel of this.channels) channel.text(live, text, durable);
  }

  private resetAll(turn: TurnId, ts: number): void {
    for (const channel of this.channels) channel.reset(turn, ts);
  }

  private tellListener(event: CanonicalEvent): void {
    const listener = this.turns?.get(event.turn);
    listener?.onEvent?.(event);
    if (event.type !== 'done') return;
    listener?.resolve('done');
    this.turns?.delete(event.turn);
    for (const channel of this.channels) channel.members.forEach(creditFrame);
  }
}
