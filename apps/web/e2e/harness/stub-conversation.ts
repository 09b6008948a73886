import {
  type CanonicalEvent,
  type ConversationId,
  type EventBody,
  type HistoryLine,
  type LiveText,
  type NativeCommand,
  type NativeServerFrame,
  type TripView,
  userConversation,
} from '@travellite/protocol';

/** What a test does with a message: it speaks through the conversation. */
export type Answering = (turn: string, text: string, conversation: StubConversation) => void;

/** One conversation as the native door shows it: a dense log, a history, and everyone who listens. */
export class StubConversation {
  readonly id: ConversationId;
  epoch = 1;
  readonly accepted: string[] = [];
  readonly #log: CanonicalEvent[] = [];
  readonly #history: HistoryLine[] = [];
  #trip: TripView | undefined;
  readonly listeners = new Set<(frame: NativeServerFrame) => void>();

  constructor(
    private readonly userId: string,
    private readonly answering: () => Answering,
  ) {
    this.id = userConversation(userId);
  }

  /** What a connection is shown first, as its URL asks. */
  greet(query: URLSearchParams): NativeServerFrame[] {
    const seq = this.#log.length;
    const limits = { maxTextLength: 16_000, maxFrameBytes: 262_144, maxQueued: 64 };
    const welcome: NativeServerFrame = {
      type: 'welcome',
      conversation: this.id,
      connection: 'stub',
      epoch: this.epoch,
      seq,
      limits,
    };
    const view = { history: this.#history, ...(this.#trip && { trip: this.#trip }) };
    const snapshot: NativeServerFrame = { type: 'snapshot', epoch: this.epoch, seq, view, queued: [] };
    if (!query.has('seq')) return [welcome, snapshot];
    if (Number(query.get('epoch')) !== this.epoch) {
      return [welcome, { type: 'gap', reason: 'epoch_changed' }, snapshot];
    }
    return [welcome, ...this.#log.slice(Number(query.get('seq'))), { type: 'replayed', to: seq }];
  }

  command(command: NativeCommand, reply: (frame: NativeServerFrame) => void): void {
    if (command.type === 'ping') return reply({ type: 'pong', id: command.id });
    if (command.type !== 'user_message') return;
    const { id, text } = command;
    const known = this.accepted.includes(id);
    reply({ type: 'ack', id, turn: id, status: known ? 'duplicate' : 'accepted', position: 0 });
    if (known) return;
    this.accepted.push(id);
    this.#history.push({ turn: id, role: 'user', text, ts: Date.now() });
    const message = { text, author: { userId: this.userId }, ts: Date.now(), door: 'native' as const };
    this.emit(id, { type: 'message', message });
    this.emit(id, { type: 'turn_started' });
    this.answering()(id, text, this);
  }

  emit(turn: string, body: EventBody): void {
    const address = {
      conversation: this.id,
      epoch: this.epoch,
      seq: this.#log.length + 1,
      turn,
      ts: Date.now(),
    };
    const event: CanonicalEvent = { ...body, ...address };
    this.#log.push(event);
    if (body.type === 'state') this.#trip = body.trip;
    if (body.type === 'response') {
      this.#history.push({ turn, role: 'assistant', text: body.text, ts: Date.now() });
    }
    this.#tell(event);
  }

  stream(turn: string, offset: number, delta: string): void {
    const live: LiveText = {
      type: 'text',
      conversation: this.id,
      turn,
      fence: 1,
      delta,
      offset,
      ts: Date.now(),
    };
    this.#tell(live);
  }

  /** Ends a turn with an answer. */
  finish(turn: string, text: string): void {
    this.emit(turn, { type: 'response', text });
    this.emit(turn, { type: 'done', status: 'complete' });
  }

  #tell(frame: NativeServerFrame): void {
    for (const listener of this.listeners) listener(frame);
  }
}
