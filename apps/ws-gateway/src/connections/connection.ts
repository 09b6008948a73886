import { type Socket } from 'node:net';
import { type Fault, type InboundFrame } from '@travellite/dialects';
import { type CanonicalEvent, type ConversationId } from '@travellite/protocol';
import { type Hub } from '../outbound/hub.js';
import { type ClientSocket } from './client-socket.js';
import { type CloseCode, closeCodes } from './close-codes.js';
import { type Connections } from './connections.js';
import { type Door } from './door.js';
import { countFrame, type FrameWindow } from './frame-rate.js';
import { packTextFrames } from './pack-frames.js';

/** Why a connection is not read at the moment; more than one may hold. */
const waitingTooLong = 1;
const clientTooSlow = 2;

/**
 * One client. Thousands of them are idle at any time, so there is no timer, no promise and no closure in here that an idle
 * one would hold; what is shared lives in `Connections` and in the conversation's hub.
 */
export class Connection implements FrameWindow {
  alive = true;
  windowStart = 0;
  frames = 0;
  conversation: ConversationId | undefined;
  userId: string | undefined;
  hub: Hub | undefined;
  /** Resolves when the connection hears its conversation; unset when it does already. */
  joining: Promise<void> | undefined;
  /** Last event sent, where the door counts them. */
  epoch = 0;
  cursor = 0;
  /** Events that wait until the connection has caught up. */
  held: CanonicalEvent[] | undefined;
  /** The last event the client has, until it is welcomed. */
  after: { epoch: number; seq: number } | undefined;
  /** Offset from which on live text was kept back; -1: none was. */
  missedFrom = -1;
  /** Frames of this tick, written together. */
  private outbox: string[] | undefined;
  /** Frames that wait for the one being handled; unset: none is. */
  private waiting: InboundFrame[] | undefined;
  private paused = 0;
  /** Bytes the client had taken at the last heartbeat it was behind. */
  private taken = 0;
  private gone = false;

  constructor(
    readonly socket: ClientSocket,
    private readonly stream: Socket,
    readonly door: Door,
    private readonly all: Connections,
  ) {}

  /** Whether frames can be sent. */
  get open(): boolean {
    return !this.gone && this.socket.readyState === this.socket.OPEN;
  }

  /** Bytes that wait for the client to read them. */
  get bufferedBytes(): number {
    return this.stream.writableLength;
  }

  /** Whether the client is behind, so that it gets no live deltas. */
  get slow(): boolean {
    return this.stream.writableLength > this.all.limits.slowBytes;
  }

  /** Sends a text frame; frames of one tick go out in one write. */
  send(frame: string): void {
    if (this.outbox) {
      this.outbox.push(frame);
    } else {
      this.outbox = [frame];
      this.all.flushSoon(this);
    }
  }

  refuse(fault: Fault): void {
    this.send(this.door.fault(this, fault));
  }

  /** Writes what was sent in this tick. */
  flush(): void {
    const { outbox } = this;
    if (!outbox) return;
    this.outbox = undefined;
    if (!this.open) return;
    this.stream.write(packTextFrames(outbox));
    if (this.stream.writableLength > this.all.limits.slowBytes) this.fallBehind();
  }

  private fallBehind(): void {
    if (this.stream.writableLength > this.all.limits.maxBufferedBytes) {
      this.all.gaveUp(this);
      this.close(closeCodes.tooSlow);
    } else if ((this.paused & clientTooSlow) === 0) {
      this.pause(clientTooSlow);
      this.stream.once('drain', () => {
        this.alive = true;
        this.resume(clientTooSlow);
      });
    }
  }

  /** Whether silence is no sign of death: what the client sends is not read at the moment, for our reasons or while it catches up. */
  excused(): boolean {
    if ((this.paused & clientTooSlow) === 0) return this.paused !== 0;
    const taken = this.stream.bytesWritten - this.stream.writableLength;
    const progress = taken > this.taken;
    this.taken = taken;
    return progress;
  }

  /** Resolves when the client has read what waits for it, or is gone. */
  async drained(): Promise<void> {
    this.flush();
    if (!this.open || !this.slow) return;
    const { stream } = this;
    await new Promise<void>((resolve) => {
      const over = () => {
        stream.off('drain', over).off('close', over);
        resolve();
      };
      stream.on('drain', over).on('close', over);
    });
  }

  /** A frame of the client. */
  received(frame: InboundFrame): void {
    if (!this.open) return;
    this.alive = true;
    const verdict = countFrame(this, this.all.now(), this.all.limits.framesPerSecond);
    if (verdict === 'ok') this.enqueue(frame);
    else this.all.overLimit(this, verdict);
  }

  private enqueue(frame: InboundFrame): void {
    if (this.waiting) {
      this.waiting.push(frame);
      if (this.waiting.length >= this.all.limits.maxWaitingFrames) this.pause(waitingTooLong);
      return;
    }
    const working = this.handle(frame);
    if (working) {
      this.waiting = [];
      void this.workThrough(working, this.waiting);
    }
  }

  /** A fault of a door ends its connection, not the process. */
  private handle(frame: InboundFrame): void | Promise<void> {
    try {
      return this.door.frame(this, frame)?.catch((error: unknown) => this.all.failed(this, error));
    } catch (error) {
      this.all.failed(this, error);
    }
  }

  private async workThrough(first: Promise<void>, waiting: InboundFrame[]): Promise<void> {
    await first;
    for (let frame = waiting.shift(); frame !== undefined && this.open; frame = waiting.shift()) {
      if (waiting.length === 0) this.resume(waitingTooLong);
      await this.handle(frame);
    }
    this.waiting = undefined;
    this.resume(waitingTooLong);
  }

  private pause(why: number): void {
    if (this.paused === 0) this.socket.pause();
    this.paused |= why;
  }

  private resume(why: number): void {
    if ((this.paused & why) === 0) return;
    this.paused &= ~why;
    if (this.paused === 0) this.socket.resume();
  }

  /** A ping of the client. */
  pinged(data: Buffer): void {
    if (!this.open) return;
    this.alive = true;
    const verdict = countFrame(this, this.all.now(), this.all.limits.framesPerSecond);
    // Pongs to a client that does not read would pile up.
    if (verdict === 'flood') this.all.overLimit(this, verdict);
    else if (verdict === 'ok' && !this.slow) this.socket.pong(data);
  }

  /** The client sent more than it may: the receiver is about to close. */
  tooLarge(): void {
    const { maxFrameBytes } = this.all.limits;
    this.refuse({ code: 'too_large', message: `The message is longer than ${maxFrameBytes} bytes.` });
    this.flush();
  }

  /** Ends the connection with a close frame; a client that does not answer it in time is cut off. */
  close({ code, reason }: CloseCode): void {
    this.flush();
    // The client's close frame must be read.
    this.resume(this.paused);
    this.socket.close(code, reason);
    this.all.cutOffLater(this.socket);
  }

  /** The socket is closed. */
  closed(code: number): void {
    if (this.gone) return;
    this.gone = true;
    this.outbox = undefined;
    this.all.remove(this, code);
    this.door.closed(this);
  }

  /** The client broke the protocol or the network broke. */
  broken(): void {
    this.all.broke();
  }
}
