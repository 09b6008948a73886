import { type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type Counters, type Log } from '@travellite/telemetry';
import { type GatewayLimits } from '../options.js';
import { type Admission } from './admission.js';
import { type ClientSocket, listen } from './client-socket.js';
import { type CloseCode, closeCodes } from './close-codes.js';
import { Connection } from './connection.js';
import { type Door } from './door.js';
import { type FrameVerdict } from './frame-rate.js';
import { sliceSize } from './slices.js';

interface Setting {
  limits: GatewayLimits;
  log: Log;
  counters: Counters;
  now: () => number;
}

/** Every open connection of this process, and what they share: one heartbeat, one write per tick, one way to close. */
export class Connections {
  private readonly members = new Set<Connection>();
  private heartbeat: NodeJS.Timeout | undefined;
  private toFlush: Connection[] = [];
  private emptied: (() => void) | undefined;

  constructor(private readonly setting: Setting) {}

  get limits(): GatewayLimits {
    return this.setting.limits;
  }

  get size(): number {
    return this.members.size;
  }

  now(): number {
    return this.setting.now();
  }

  /** Takes an upgraded socket in. */
  add(socket: ClientSocket, request: IncomingMessage, admission: Admission, door: Door): Connection {
    const connection = new Connection(socket, request.socket, door, this);
    connection.userId = admission.userId;
    connection.conversation = admission.conversation;
    connection.after = admission.after;
    socket.connection = connection;
    listen(socket);
    this.members.add(connection);
    this.count();
    this.heartbeat ??= setInterval(() => this.beat(), this.limits.heartbeatMs).unref();
    door.opened(connection);
    return connection;
  }

  remove(connection: Connection, code: number): void {
    this.members.delete(connection);
    this.count();
    // 1006: gone without a close frame.
    if (code === 1006) this.setting.counters.add('ws_connections_lost');
    if (this.members.size > 0) return;
    clearInterval(this.heartbeat);
    this.heartbeat = undefined;
    this.emptied?.();
  }

  private count(): void {
    this.setting.counters.set('ws_connections_open', this.members.size);
  }

  /** One sweep for all: whoever sent nothing since the last one, not even a pong, is gone. */
  private beat(): void {
    for (const connection of this.members) {
      if (connection.alive || connection.excused()) {
        connection.alive = false;
        connection.socket.ping();
      } else {
        this.setting.counters.add('ws_heartbeats_missed');
        connection.socket.terminate();
      }
    }
  }

  /** Writes what was sent to a connection at the end of this tick. */
  flushSoon(connection: Connection): void {
    if (this.toFlush.push(connection) === 1) setImmediate(() => this.flushAll());
  }

  private flushAll(): void {
    const waiting = this.toFlush;
    this.toFlush = [];
    for (const connection of waiting) connection.flush();
  }

  overLimit(connection: Connection, verdict: FrameVerdict): void {
    this.setting.counters.add('ws_frames_over_limit');
    if (verdict === 'limited') {
      const message = `Too many messages: at most ${this.limits.framesPerSecond} in a second.`;
      connection.refuse({ code: 'rate_limited', message });
    } else {
      this.setting.log.warn('a connection was closed: too many frames', { door: connection.door.name });
      connection.close(closeCodes.flood);
    }
  }

  gaveUp(connection: Connection): void {
    this.setting.counters.add('ws_slow_clients_closed');
    this.setting.log.warn('a connection was closed: its client does not read', {
      door: connection.door.name,
      bufferedBytes: connection.bufferedBytes,
    });
  }

  failed(connection: Connection, error: unknown): void {
    this.setting.log.error('a frame could not be handled', { door: connection.door.name }, error);
    connection.close(closeCodes.internal);
  }

  broke(): void {
    this.setting.counters.add('ws_connections_broken');
  }

  cutOffLater(socket: ClientSocket): void {
    setTimeout(() => socket.terminate(), this.limits.closeTimeoutMs).unref();
  }

  /** Tells every client that the server is about to restart. */
  announceRestart(): void {
    for (const connection of this.members) {
      connection.door.goingAway(connection);
      connection.flush();
    }
  }

  /** Closes every connection, slice by slice, and resolves when the last one is gone. */
  async closeAll(why: CloseCode): Promise<void> {
    if (this.members.size === 0) return;
    const empty = new Promise<void>((resolve) => (this.emptied = resolve));
    const waiting = [...this.members];
    const size = sliceSize(waiting.length, this.limits);
    for (;;) {
      for (const connection of waiting.splice(0, size)) connection.close(why);
      if (waiting.length === 0) break;
      await pause(this.limits.closePauseMs);
    }
    await empty;
  }

  /** How many connections there are at each door, of those that match. */
  byDoor(matches: (connection: Connection) => boolean = () => true): Partial<Record<Door['name'], number>> {
    const doors: Partial<Record<Door['name'], number>> = {};
    for (const connection of this.members) {
      const { name } = connection.door;
      if (matches(connection)) doors[name] = (doors[name] ?? 0) + 1;
    }
    return doors;
  }
}
