import { createHash, randomUUID } from 'node:crypto';
import { type Bus, type EventBatch, type OutboundAnswer, type Subscription } from '@travellite/bus';
import {
  beginRoomTurn,
  createRoomState,
  encodeRoomEvent,
  encodeRoomHeard,
  encodeRoomReset,
  encodeRoomText,
  type RoomFrame,
  type RoomState,
} from '@travellite/dialects';
import {
  type CanonicalEvent,
  type LiveText,
  splitConversation,
  toTravelError,
  type TurnId,
} from '@travellite/protocol';
import { type Log } from '@travellite/telemetry';
import { TextJoiner, type TextStep } from '@travellite/turns';
import { type Delivery } from '../fallback/delivery.js';

export interface WriterOptions {
  bus: Pick<Bus, 'subscribe'>;
  delivery: Pick<Delivery, 'publish' | 'show'>;
  messages: 'stream' | 'single';
  /** Rooms are also told what the agent is doing. */
  agentStatus: boolean;
  rollUpMs: number;
  log: Log;
}

/**
 * Writes the answers of one conversation into its room: what is shown while it is written comes live and may be missed, the end comes
 * from the queue and is not.
 */
export class RoomWriter {
  readonly room: string;
  private readonly state: RoomState;
  private readonly joiner = new TextJoiner();
  private live: Promise<Subscription> | undefined;
  private waiting: { turn: TurnId; text: string; ts: number } | undefined;
  private timer: NodeJS.Timeout | undefined;
  /** The last step heard of a turn of which it is not known yet that it has begun. */
  private early: CanonicalEvent | undefined;
  private readonly writer = randomUUID();
  private shown = 0;
  private closed = false;
  /** Where in the log the turn at work was met last. */
  private at = { epoch: 0, seq: 0 };

  constructor(
    private readonly conversation: OutboundAnswer['conversation'],
    private readonly options: WriterOptions,
  ) {
    this.room = splitConversation(conversation).name;
    const { messages, agentStatus } = options;
    this.state = createRoomState({ plain: messages === 'single', status: agentStatus });
  }

  /** Takes an answer from the queue. Resolves when its end is where it belongs; rejects as `Delivery.publish`. */
  async write({ id, userId, events }: OutboundAnswer): Promise<void> {
    const [first] = events;
    if (!first) return;
    const late = this.isLate(first);
    if (!late) this.enter(first, userId);
    if (events.some(({ type }) => type === 'turn_started')) return this.begin(id, events);
    if (!late) this.drop();
    const state = this.state.turn === first.turn ? this.state : this.stateAnew(first.turn, userId);
    const frames = events.flatMap((event) => encodeRoomEvent(state, event));
    const end = frames.findIndex(isEnd);
    const last = frames[end];
    if (!last) return;
    this.options.delivery.show(this.room, frames.slice(0, end), this.nameShown());
    await this.options.delivery.publish({ room: this.room, id: publicationId(id), messages: [last] });
    this.options.delivery.show(this.room, frames.slice(end + 1), this.nameShown());
  }

  /** What was said at another door is shown before anything of its answer. */
  private async begin(id: string, events: OutboundAnswer['events']): Promise<void> {
    const messages = events.flatMap((event) => encodeRoomHeard(this.state, event));
    const { delivery } = this.options;
    try {
      if (messages.length > 0) await delivery.publish({ room: this.room, id: publicationId(id), messages });
    } finally {
      // What the service refuses for good is a dead letter; the answer is shown all the same.
      this.listen();
    }
  }

  /** Of an earlier turn than the one at work: replayed, or its acknowledgement got lost. The one at work goes on. */
  private isLate({ turn, epoch, seq }: CanonicalEvent): boolean {
    if (this.state.turn === undefined || this.state.turn === turn) return false;
    return epoch < this.at.epoch || (epoch === this.at.epoch && seq < this.at.seq);
  }

  private enter({ turn, epoch, seq }: CanonicalEvent, userId: string): void {
    beginRoomTurn(this.state, turn, userId);
    this.at = { epoch, seq };
  }

  /** An answer that comes again, because it was replayed or its acknowledgement got lost, has its end again, under the same id. */
  private stateAnew(turn: TurnId, userId: string): RoomState {
    const state = createRoomState(this.state.options);
    beginRoomTurn(state, turn, userId);
    return state;
  }

  async close(): Promise<void> {
    this.closed = true;
    this.drop();
    const live = await this.live?.catch(() => undefined);
    await live?.close();
  }

  /** From the first turn on, so that later ones are heard from their first word. */
  private listen(): void {
    this.catchUp();
    const { messages, agentStatus } = this.options;
    if (this.closed) return;
    if ((messages === 'single' && !agentStatus) || this.live) return;
    this.live = this.options.bus.subscribe(this.conversation, {
      onEvents: (batch) => this.onEvents(batch),
      onLive: (delta) => this.onLive(delta),
    });
    this.live.catch((thrown: unknown) => {
      this.live = undefined;
      const { code, message } = toTravelError(thrown);
      this.options.log.warn('answers of a room cannot be shown while they are written', {
        code,
        cause: message,
      });
    });
  }

  /** Words and steps may be heard before it is known from the queue that the turn has begun. */
  private catchUp(): void {
    if (this.early) this.show(encodeRoomEvent(this.state, this.early));
    this.early = undefined;
    const { running } = this.joiner;
    if (running && running.turn === this.state.turn) this.wait(running.turn, running.text, Date.now());
  }

  private onLive(delta: LiveText): void {
    this.take(delta.turn, this.joiner.live(delta), delta.ts);
  }

  private onEvents({ events }: EventBatch): void {
    for (const event of events) {
      const steps = this.joiner.event(event);
      // The whole text goes with the end of the turn, from the queue.
      if (event.type !== 'response') this.take(event.turn, steps, event.ts);
      if (event.type !== 'workflow_step') continue;
      if (event.turn === this.state.turn) this.show(encodeRoomEvent(this.state, event));
      else this.early = event;
    }
  }

  private take(turn: TurnId, steps: readonly TextStep[], ts: number): void {
    if (turn !== this.state.turn) return;
    for (const step of steps) {
      if (step.kind === 'append') this.wait(turn, step.text, ts);
      else {
        this.drop();
        this.show(encodeRoomReset(this.state, turn, ts));
      }
    }
  }

  private wait(turn: TurnId, text: string, ts: number): void {
    if (this.closed || text === '') return;
    const before = this.waiting?.turn === turn ? this.waiting.text : '';
    this.waiting = { turn, text: before + text, ts };
    this.timer ??= setTimeout(() => this.rollUp(), this.options.rollUpMs);
  }

  private rollUp(): void {
    this.timer = undefined;
    const { waiting, state } = this;
    if (!waiting) return;
    const before = { ...state };
    const frames = encodeRoomText(state, waiting.turn, waiting.text, waiting.ts);
    if (this.show(frames)) this.waiting = undefined;
    else {
      // It goes with the next ones: fewer and longer pieces where a room may have no more.
      Object.assign(state, before);
      this.timer = setTimeout(() => this.rollUp(), this.options.rollUpMs);
    }
  }

  private show(frames: readonly RoomFrame[]): boolean {
    if (frames.length === 0) return true;
    return this.options.delivery.show(this.room, frames, this.nameShown());
  }

  private drop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.waiting = undefined;
  }

  /** What is only shown is never sent again, so any name that is new will do. */
  private nameShown(): string {
    this.shown += 1;
    return `${this.writer}-${this.shown}`;
  }
}

/** The message that ends an answer: what is only shown on the way says so itself. */
const isEnd = (frame: RoomFrame): boolean =>
  frame.type === 'agent_response' && frame.streaming !== true && frame.chunk !== true;

/** Visible ASCII of bounded length, the same for the same answer. */
const publicationId = (id: string): string => createHash('sha256').update(id).digest('base64url');
