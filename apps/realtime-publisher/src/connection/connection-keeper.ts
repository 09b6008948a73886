import { type ConnectionEnd, type RealtimeConnection, type RealtimeProvider } from '@travellite/realtime';
import { type Counters, type Log } from '@travellite/telemetry';
import { toTravelError } from '@travellite/protocol';
import { type PublisherTimes } from '../options.js';
import { pauseUnless, waitBefore } from './back-off.js';
import { Complaints } from './complaints.js';

export interface KeeperOptions {
  provider: RealtimeProvider;
  times: PublisherTimes;
  random: () => number;
  counters: Counters;
  log: Log;
  onEnd: (end: ConnectionEnd) => void;
}

export type ConnectionPhase = 'connecting' | 'open' | 'waiting' | 'closed';

/** Rooms that are subscribed again after a reconnect: those used last. */
const maxRooms = 10_000;

/**
 * Keeps one connection to a namespace open, for as long as it is not closed: an attempt after the other, each later than the last. After
 * a reconnect every room is subscribed again.
 */
export class ConnectionKeeper {
  phase: ConnectionPhase = 'connecting';
  private connection: RealtimeConnection | undefined;
  private readonly complaints: Complaints;
  private readonly rooms = new Set<string>();
  private readonly stopping = new AbortController();
  private readonly running: Promise<void>;
  private changed = Promise.withResolvers<void>();

  constructor(private readonly options: KeeperOptions) {
    this.complaints = new Complaints(options.log, options.counters);
    this.running = this.run();
  }

  /** The open connection, if there is one. */
  get current(): RealtimeConnection | undefined {
    return this.connection;
  }

  /** The open connection, after waiting for one that is just being opened for `ms` at most. */
  async soon(ms: number): Promise<RealtimeConnection | undefined> {
    if (this.connection || this.phase !== 'connecting') return this.connection;
    const { signal } = this.stopping;
    const waited = new AbortController();
    await Promise.race([this.changed.promise, pauseUnless(AbortSignal.any([signal, waited.signal]), ms)]);
    waited.abort();
    return this.connection;
  }

  /** Subscribes a room on this connection and every later one. */
  join(room: string): void {
    if (this.rooms.delete(room)) this.rooms.add(room);
    else {
      this.rooms.add(room);
      if (this.rooms.size > maxRooms) this.rooms.delete(this.rooms.values().next().value ?? room);
    }
    if (this.connection) this.subscribe(this.connection, room);
  }

  async close(): Promise<void> {
    this.stopping.abort();
    await this.connection?.close();
    await this.running;
    this.phase = 'closed';
  }

  private async run(): Promise<void> {
    const { times, random } = this.options;
    const backOff = { firstMs: times.reconnectMs, longestMs: times.longestReconnectMs };
    let attempt = 0;
    while (!this.stopping.signal.aborted) {
      this.enter('connecting');
      const heldMs = await this.holdOne();
      attempt = heldMs >= times.stableMs ? 1 : attempt + 1;
      if (this.stopping.signal.aborted) return;
      this.enter('waiting');
      await pauseUnless(this.stopping.signal, waitBefore(attempt, backOff, random()));
    }
  }

  /** How long the connection held, in ms; 0 when there was none. */
  private async holdOne(): Promise<number> {
    const { provider, counters, log } = this.options;
    try {
      const connection = await provider.connect(
        { onComplaint: (code, sentence) => this.complaints.note(code, sentence) },
        this.stopping.signal,
      );
      if (this.stopping.signal.aborted) await connection.close();
      const began = performance.now();
      counters.add('connections_opened');
      this.opened(connection);
      this.ended(await connection.closed);
      return performance.now() - began;
    } catch (thrown) {
      if (this.stopping.signal.aborted) return 0;
      counters.add('connection_attempts_failed');
      const { code, message } = toTravelError(thrown);
      log.warn('the realtime service cannot be reached; trying again', { code, cause: message });
      return 0;
    }
  }

  private opened(connection: RealtimeConnection): void {
    this.connection = connection;
    for (const room of this.rooms) this.subscribe(connection, room);
    this.options.log.info('connected to the realtime service', { confirms: connection.confirms });
    this.enter('open');
  }

  private ended(end: ConnectionEnd): void {
    const { reason, code, sentence } = end;
    this.connection = undefined;
    this.enter('waiting');
    const { counters, log, onEnd } = this.options;
    counters.add('connections_ended');
    if (reason !== 'closed_here')
      log.warn('the connection to the realtime service ended', { reason, code, sentence });
    onEnd(end);
  }

  /** Publishing does not wait for it: what is asked first is done first. */
  private subscribe(connection: RealtimeConnection, room: string): void {
    connection.subscribe(room).catch((thrown: unknown) => {
      const { code, message } = toTravelError(thrown);
      if (this.connection === connection)
        this.options.log.warn('a room could not be subscribed', { code, cause: message });
    });
  }

  private enter(phase: ConnectionPhase): void {
    this.phase = phase;
    this.changed.resolve();
    this.changed = Promise.withResolvers();
  }
}
