import {
  type AckStatus,
  type CanonicalEvent,
  nativeSubprotocol,
  type NativeServerFrame,
} from '@travellite/protocol';
import { WebSocket } from 'ws';
import { type Sight } from '../check/history.js';
import { pick, type Random } from '../random.js';

export interface EarOptions {
  userId: string;
  /** A room to listen to instead of the user's own conversation. */
  room?: string;
  gatewayUrls: readonly string[];
  random: Random;
  see(sight: Sight): void;
  /** An answer to a message. */
  onAck(ack: Ack): void;
  /** A connection stands; it is the nth. */
  onConnected(connection: number): void;
}

export type Ack = Extract<NativeServerFrame, { type: 'ack' }> & { status: AckStatus };

/** A connection that shows no life for this long is given up, in ms. */
const silenceMs = 4_000;
const pingMs = 1_000;
const longestWaitMs = 1_000;

/** A native client's socket: connects to any gateway, resumes where it was, writes down all it sees, for as long as it lives. */
export class Ear {
  /** Where the client's first event is expected. */
  begin: { epoch: number; seq: number } | undefined;
  /** The last event the client has. */
  position: { epoch: number; seq: number } | undefined;
  /** Connections made so far. */
  connection = 0;
  private socket: WebSocket | undefined;
  private live = false;
  private closed = false;
  private failures = 0;
  private heardAt = 0;
  private retry: NodeJS.Timeout | undefined;
  private readonly heartbeat: NodeJS.Timeout;
  private paused = false;
  private gapAnnounced = false;

  constructor(private readonly options: EarOptions) {
    this.heartbeat = setInterval(() => this.probe(), pingMs);
    this.connect();
  }

  /** Sends on the standing connection; `false` when there is none. */
  send(frame: object): boolean {
    if (!this.live || this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  /** Reads nothing more until `resume`, as a client on a bad network. */
  pause(): void {
    this.paused = true;
    this.socket?.pause();
  }

  resume(): void {
    this.paused = false;
    this.heardAt = performance.now();
    this.socket?.resume();
  }

  /** The connection ends and is made again, as when a person comes back. */
  reconnect(): void {
    this.socket?.terminate();
  }

  close(): void {
    this.closed = true;
    clearInterval(this.heartbeat);
    clearTimeout(this.retry);
    this.socket?.terminate();
  }

  private connect(): void {
    const { gatewayUrls, userId, room, random } = this.options;
    const at = this.position ? `&epoch=${this.position.epoch}&seq=${this.position.seq}` : '';
    const where = room === undefined ? '' : `&room=${encodeURIComponent(room)}`;
    const url = `${pick(random, gatewayUrls)}/ws?userId=${encodeURIComponent(userId)}${where}${at}`;
    const socket = new WebSocket(url, [nativeSubprotocol], {
      perMessageDeflate: false,
      handshakeTimeout: 2_000,
    });
    this.socket = socket;
    this.heardAt = performance.now();
    socket.on('message', (data: Buffer) => {
      if (socket !== this.socket) return;
      this.heardAt = performance.now();
      this.take(JSON.parse(data.toString()) as NativeServerFrame);
    });
    // What went wrong is told by the close that follows.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (socket === this.socket) this.lost();
    });
  }

  private lost(): void {
    this.live = false;
    this.socket = undefined;
    if (this.closed) return;
    const waitMs = Math.min(longestWaitMs, 50 * 2 ** this.failures) * (0.5 + this.options.random() / 2);
    this.failures += 1;
    this.retry = setTimeout(() => this.connect(), waitMs);
  }

  private probe(): void {
    if (this.paused || !this.socket) return;
    if (performance.now() - this.heardAt > silenceMs) this.socket.terminate();
    else this.send({ type: 'ping', id: 'still-there' });
  }

  private take(frame: NativeServerFrame): void {
    if ('seq' in frame && 'turn' in frame) return this.takeEvent(frame);
    switch (frame.type) {
      case 'gap':
        this.gapAnnounced = true;
        return;
      case 'snapshot':
        return this.takeSnapshot(frame);
      case 'replayed':
        return this.stands();
      case 'ack':
        return this.options.onAck(frame);
      default:
        return;
    }
  }

  private takeEvent(event: CanonicalEvent): void {
    this.position = { epoch: event.epoch, seq: event.seq };
    this.options.see({ kind: 'event', event });
  }

  /** The first one says where the client begins. A later one that no gap announced is no excuse for a hole. */
  private takeSnapshot({ epoch, seq }: { epoch: number; seq: number }): void {
    this.position = { epoch, seq };
    if (!this.begin) this.begin = { epoch, seq };
    else if (this.gapAnnounced) this.options.see({ kind: 'gap', epoch, seq });
    this.gapAnnounced = false;
    this.stands();
  }

  private stands(): void {
    if (this.live) return;
    this.live = true;
    this.failures = 0;
    this.connection += 1;
    this.options.onConnected(this.connection);
  }
}
