import { nativeSubprotocol } from '@travellite/protocol';
import {
  type ConnectionEffect,
  type ConnectionEvent,
  type ConnectionState,
  type TimerName,
} from '../connection/state.js';
import { type ConnectionTimes } from '../connection/times.js';
import { transition } from '../connection/transition.js';
import { type Clock } from './clock.js';
import { type SocketConstructor, type SocketLike } from './socket.js';

export interface LinkOptions {
  WebSocket: SocketConstructor;
  clock: Clock;
  /** In [0, 1). */
  random: () => number;
  times: ConnectionTimes;
  /** The URL of the next socket; `fresh` asks for a snapshot. */
  url: (fresh: boolean) => string;
  /** The frame of a probe. */
  ping: () => string;
  onData: (data: unknown) => void;
  onState: (state: ConnectionState) => void;
  onFlush: () => void;
}

/** Owns the socket and the timers, and does what the state machine says. It knows no frame but the probe. */
export class Link {
  #state: ConnectionState = { phase: 'idle' };
  #socket: SocketLike | undefined;
  readonly #timers = new Map<TimerName, () => void>();
  readonly #events: ConnectionEvent[] = [];
  #running = false;

  constructor(private readonly options: LinkOptions) {}

  get state(): ConnectionState {
    return this.#state;
  }

  /** Runs to completion: what effects and listeners dispatch waits until the event at hand is done. */
  dispatch(event: ConnectionEvent): void {
    this.#events.push(event);
    if (this.#running) return;
    this.#running = true;
    try {
      for (let next = this.#events.shift(); next; next = this.#events.shift()) this.#step(next);
    } finally {
      this.#running = false;
    }
  }

  /** Sends on a live connection; `false` when there is none. */
  send(data: string): boolean {
    if (this.#state.phase !== 'live' || !this.#socket) return false;
    this.#socket.send(data);
    return true;
  }

  #step(event: ConnectionEvent): void {
    const { random, times } = this.options;
    const before = this.#state;
    const { state, effects } = transition(before, event, { roll: random(), times });
    this.#state = state;
    for (const effect of effects) this.#run(effect);
    if (state !== before) this.options.onState(state);
  }

  #run(effect: ConnectionEffect): void {
    switch (effect.type) {
      case 'open_socket':
        return this.#open(effect.fresh);
      case 'close_socket':
        return this.#close(effect.code);
      case 'schedule':
        return this.#schedule(effect.timer, effect.ms);
      case 'cancel':
        return this.#cancel(effect.timer);
      case 'ping':
        this.#socket?.send(this.options.ping());
        return;
      case 'flush':
        return this.options.onFlush();
    }
  }

  #open(fresh: boolean): void {
    let socket: SocketLike;
    try {
      socket = new this.options.WebSocket(this.options.url(fresh), [nativeSubprotocol]);
    } catch (fault) {
      // Such as a page on https that may not open ws: it counts as a lost connection, and the reason is shown.
      this.dispatch({ type: 'closed', code: 1006, reason: fault instanceof Error ? fault.message : '' });
      return;
    }
    this.#socket = socket;
    // A socket that was given up may still speak; only the current one is heard.
    const current = (run: () => void) => {
      if (this.#socket === socket) run();
    };
    socket.addEventListener('open', () => current(() => this.dispatch({ type: 'opened' })));
    socket.addEventListener('message', (event) => current(() => this.options.onData(event.data)));
    // What went wrong is told by the close that follows; without a listener the `ws` package would throw.
    socket.addEventListener('error', () => undefined);
    socket.addEventListener('close', ({ code = 1006, reason = '' }) =>
      current(() => {
        this.#socket = undefined;
        this.dispatch({ type: 'closed', code, reason });
      }),
    );
  }

  #close(code: number): void {
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close(code);
  }

  #schedule(timer: TimerName, ms: number): void {
    this.#cancel(timer);
    const cancel = this.options.clock.after(ms, () => {
      this.#timers.delete(timer);
      this.dispatch({ type: 'timer', timer });
    });
    this.#timers.set(timer, cancel);
  }

  #cancel(timer: TimerName): void {
    this.#timers.get(timer)?.();
    this.#timers.delete(timer);
  }
}
