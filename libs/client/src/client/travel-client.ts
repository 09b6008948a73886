import { type NativeServerFrame, textFault, TravelError, type TurnId } from '@travellite/protocol';
import { connectionUrl, type LogPosition } from '../connection/address.js';
import { type ConnectionState } from '../connection/state.js';
import { type ParsedFrame, parseServerFrame } from '../frames/parse.js';
import {
  due,
  forgetSent,
  markSent,
  type Outbox,
  type SendOptions,
  settle,
  toCommand,
} from '../outbox/outbox.js';
import { advance, follow, type Followed } from '../session/follow.js';
import { Emitter } from './emitter.js';
import { Link } from './link.js';
import {
  type ClientEvents,
  type ClientOptions,
  type ConnectionView,
  type ResolvedOptions,
  resolveOptions,
  type Settled,
} from './options.js';
import { settlementOf } from './settlement.js';

/**
 * A conversation over `travellite.v1`, for browsers and Node. It stays connected while it is wanted, continues after
 * a loss where it was, and sends every message until the server has it: with the same id, so that it counts once.
 */
export class TravelClient {
  readonly #options: ResolvedOptions;
  readonly #emitter = new Emitter<ClientEvents>();
  readonly #link: Link;
  readonly #waiters = new Map<TurnId, (settled: Settled) => void>();
  #view: ConnectionView = { phase: 'idle' };
  #outbox: Outbox = [];
  #position: LogPosition | undefined;
  #conversation: string | undefined;
  #cancelResend: (() => void) | undefined;

  /** Throws a `TypeError` when the URL is none or the platform has no WebSocket. Does not connect yet. */
  constructor(options: ClientOptions) {
    this.#options = resolveOptions(options);
    connectionUrl(options);
    const { WebSocket, clock, random, times, newId } = this.#options;
    this.#link = new Link({
      WebSocket,
      clock,
      random,
      times,
      url: (fresh) => connectionUrl(this.#options, fresh ? undefined : this.#position),
      ping: () => JSON.stringify({ type: 'ping', id: newId() }),
      onData: (data) => this.#receive(data),
      onState: (state) => this.#show(state),
      onFlush: () => this.#flush(),
    });
  }

  get connection(): ConnectionView {
    return this.#view;
  }

  /** Messages without an acknowledgement, oldest first. */
  get outbox(): Outbox {
    return this.#outbox;
  }

  /** The last event seen; `undefined` before the first snapshot. */
  get position(): LogPosition | undefined {
    return this.#position;
  }

  /** Listens until the returned function is called. */
  on<Name extends keyof ClientEvents>(name: Name, listener: (value: ClientEvents[Name]) => void): () => void {
    return this.#emitter.on(name, listener);
  }

  /** Connects, and again for ever until `close`. */
  connect(): void {
    this.#link.dispatch({ type: 'start' });
  }

  /** The network or the screen came back: tries at once, or checks that the connection is alive. */
  wake(): void {
    this.#link.dispatch({ type: 'wake' });
  }

  /**
   * Sends a message, now or as soon as there is a connection. `settled` tells what the door said; it never rejects.
   * Give the `id` of a message that was turned away to try it again. Throws a `TravelError` (`invalid`, `too_large`,
   * `queue_full`) when the text cannot be a message or too many wait.
   */
  send(text: string, options: SendOptions & { id?: TurnId } = {}): { id: TurnId; settled: Promise<Settled> } {
    const fault = textFault(text);
    if (fault) throw new TravelError(fault.code, fault.message);
    if (this.#outbox.length >= this.#options.maxPending) {
      throw new TravelError('queue_full', 'Too many messages are waiting for a connection.');
    }
    const { id = this.#options.newId(), ...rest } = options;
    if (this.#outbox.some((message) => message.id === id)) {
      throw new TravelError('conflict', 'This message is on its way already.');
    }
    const message = { ...rest, id, text, ts: this.#options.clock.now() };
    const settled = new Promise<Settled>((resolve) => this.#waiters.set(id, resolve));
    this.#outbox = [...this.#outbox, message];
    this.#emitter.emit('sending', message);
    if (!this.#flush()) this.#emitter.emit('outbox', this.#outbox);
    return { id, settled };
  }

  /** Ends the connection. Messages that wait are settled as cancelled. Idempotent; `connect` begins again. */
  close(): void {
    this.#link.dispatch({ type: 'stop' });
    this.#cancelResend?.();
    const error = { code: 'cancelled', message: 'The connection was closed.', retryable: false } as const;
    for (const { id } of this.#outbox) this.#settle({ id, status: 'rejected', error });
  }

  #show(state: ConnectionState): void {
    const lost = state.phase === 'waiting' || state.phase === 'refused';
    if (lost) this.#outbox = forgetSent(this.#outbox);
    this.#view =
      state.phase === 'waiting' ? { ...state, retryAt: this.#options.clock.now() + state.delayMs } : state;
    this.#emitter.emit('connection', this.#view);
  }

  #flush(): boolean {
    const now = this.#options.clock.now();
    const sent = new Set<TurnId>();
    for (const message of due(this.#outbox, now, this.#options.resendMs)) {
      if (this.#link.send(JSON.stringify(toCommand(message)))) sent.add(message.id);
    }
    if (sent.size === 0) return false;
    this.#outbox = markSent(this.#outbox, sent, now);
    this.#emitter.emit('outbox', this.#outbox);
    this.#cancelResend?.();
    this.#cancelResend = this.#options.clock.after(this.#options.resendMs, () => this.#flush());
    return true;
  }

  #receive(data: unknown): void {
    this.#link.dispatch({ type: 'received' });
    const parsed = parseServerFrame(data);
    if (parsed.kind === 'broken') return;
    const { position, verdict } = this.#follow(parsed);
    this.#position = position;
    if (verdict === 'hole') return this.#link.dispatch({ type: 'hole' });
    if (verdict === 'duplicate' || parsed.kind === 'unknown') return;
    this.#accept(parsed.frame);
  }

  #follow(parsed: Exclude<ParsedFrame, { kind: 'broken' }>): Followed {
    if (parsed.kind === 'unknown') {
      return parsed.position
        ? advance(this.#position, parsed.position)
        : { position: this.#position, verdict: 'apply' };
    }
    const { frame } = parsed;
    if (frame.type !== 'welcome') return follow(this.#position, frame);
    const other = this.#conversation !== undefined && this.#conversation !== frame.conversation;
    this.#conversation = frame.conversation;
    // A position of another conversation means nothing in this one.
    return other && this.#position
      ? { position: undefined, verdict: 'hole' }
      : { position: this.#position, verdict: 'apply' };
  }

  #accept(frame: NativeServerFrame): void {
    if (frame.type === 'welcome') {
      this.#link.dispatch({ type: 'welcomed' });
      this.#emitter.emit('welcome', frame);
    }
    const settled = settlementOf(frame, this.#outbox);
    if (settled) this.#settle(settled);
    this.#emitter.emit('frame', frame);
    if (frame.type === 'snapshot' || frame.type === 'replayed') this.#link.dispatch({ type: 'caught_up' });
  }

  #settle(settled: Settled): void {
    const left = settle(this.#outbox, settled.id);
    if (left === this.#outbox) return;
    this.#outbox = left;
    this.#emitter.emit('settled', settled);
    this.#emitter.emit('outbox', left);
    this.#waiters.get(settled.id)?.(settled);
    this.#waiters.delete(settled.id);
  }
}
