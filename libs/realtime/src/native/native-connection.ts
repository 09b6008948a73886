import { type WebSocket } from 'ws';
import { type DeliveryCode, DeliveryError } from '../delivery-error.js';
import {
  type ConnectionEnd,
  type ConnectionHandlers,
  type Delivery,
  type RealtimeCapabilities,
  type RealtimeConnection,
  type RoomMessage,
  type StreamPosition,
  type Subscribed,
} from '../port.js';
import { RoomsOfConnection } from '../rooms-of-connection.js';
import { checkPublication, wireId } from '../publication-ids.js';
import { publishFrame, withId } from './message-text.js';
import { saidByService } from '../said-by-service.js';
import { parseServiceFrame, type ServiceFrame, toPosition, toPublication } from './frames.js';
import { Waiting } from './waiting.js';

export interface NativeConnectionOptions {
  confirms: boolean;
  capabilities: RealtimeCapabilities;
  /** How long an answer may take, in ms. */
  timeoutMs: number;
  /** How long the confirmation of a publication may take, in ms. */
  confirmMs: number;
  /** A socket that is silent for two of these is lost. */
  heartbeatMs: number;
  /** Rooms listened to; the publisher's when not given. */
  maxRooms?: number;
  handlers: ConnectionHandlers;
}

/** Bytes that may wait in the socket before publishing is refused. */
const maxBufferedBytes = 4 * 1024 * 1024;
const maxUnconfirmed = 4096;
/** Close codes by which a service says that another attempt is of no use (1008, and the private range's 4401 and 4403 by custom). */
const refusals = new Set([1008, 4401, 4403]);

/** The server's socket of the native contract. */
export class NativeConnection implements RealtimeConnection {
  readonly confirms: boolean;
  readonly closed: Promise<ConnectionEnd>;
  private readonly publications: Waiting<void>;
  private readonly subscriptions: Waiting<Subscribed>;
  /** The contract has no way to leave a room: one that is let go is subscribed again when it is asked for. */
  private readonly rooms: RoomsOfConnection<Promise<Subscribed>>;
  private closing = false;
  private alive = true;

  constructor(
    private readonly socket: WebSocket,
    private readonly options: NativeConnectionOptions,
  ) {
    this.confirms = options.confirms;
    this.rooms = new RoomsOfConnection(() => undefined, options.maxRooms);
    this.publications = new Waiting(options.confirmMs);
    this.subscriptions = new Waiting(options.timeoutMs);
    socket.on('message', (data, isBinary) => {
      this.alive = true;
      if (!isBinary && !this.closing) this.take(parseServiceFrame(String(data)));
    });
    socket.on('pong', () => (this.alive = true));
    const heartbeat = setInterval(() => this.beat(), options.heartbeatMs);
    heartbeat.unref();
    this.closed = new Promise((resolve) => {
      socket.once('close', (code: number, reason: Buffer) => {
        clearInterval(heartbeat);
        this.publications.rejectAll(lost());
        this.subscriptions.rejectAll(lost());
        resolve(this.endOf(code, saidByService(reason.toString())));
      });
    });
  }

  async publish(room: string, messages: readonly RoomMessage[], id: string): Promise<Delivery> {
    const texts = checkPublication(messages, id, this.options.capabilities);
    if (this.socket.bufferedAmount > maxBufferedBytes || this.publications.size >= maxUnconfirmed) {
      throw new DeliveryError('rate_limited', 'The service takes messages more slowly than they come.');
    }
    await Promise.all(texts.map((text, n) => this.publishOne(room, text, wireId(id, n))));
    return { confirmed: this.confirms };
  }

  /** To a service that does not confirm, the frame is the contract's to the letter, and its message has the id for members to know it by. */
  private publishOne(room: string, message: string, id: string): Promise<void> {
    if (!this.confirms) return this.send(publishFrame(room, withId(message, id)));
    return this.publications.ask(id, () => this.send(publishFrame(room, message, id)));
  }

  subscribe(room: string, since?: StreamPosition): Promise<Subscribed> {
    const known = this.rooms.get(room);
    if (known) return known;
    const asked = this.confirms
      ? this.subscriptions.ask(room, () =>
          this.send(JSON.stringify({ type: 'subscribe', room, ...(since ? { since } : {}) })),
        )
      : this.send(JSON.stringify({ type: 'subscribe', room })).then(() => ({ recovered: false }));
    this.rooms.set(room, asked);
    // Refused once is not subscribed: the next call asks again.
    asked.catch(() => this.rooms.delete(room, asked));
    return asked;
  }

  async close(): Promise<void> {
    this.closing = true;
    this.socket.close(1000);
    // A service that does not answer the close frame must not hold up a shutdown.
    const cut = setTimeout(() => this.socket.terminate(), Math.min(1000, this.options.timeoutMs));
    await this.closed;
    clearTimeout(cut);
  }

  private send(frame: string): Promise<void> {
    if (this.closing || this.socket.readyState !== this.socket.OPEN) return Promise.reject(lost());
    return new Promise((resolve, reject) => {
      this.socket.send(frame, (fault) => (fault ? reject(lost(fault)) : resolve()));
    });
  }

  private take(frame: ServiceFrame | undefined): void {
    if (frame === undefined) return;
    if (frame.type === 'ack') this.publications.resolve(frame.id, undefined);
    else if (frame.type === 'message') this.options.handlers.onMessage?.(toPublication(frame));
    else if (frame.type === 'subscribed') {
      const position = toPosition(frame);
      this.subscriptions.resolve(frame.room, {
        recovered: frame.recovered,
        ...(position ? { position } : {}),
      });
    } else this.complain(frame);
  }

  private complain(frame: Extract<ServiceFrame, { type: 'error' }>): void {
    const sentence = saidByService(frame.message ?? frame.error ?? 'The service did not say why.');
    const error = new DeliveryError(codeOf(frame.code), sentence, {
      ...(frame.retryAfterMs === undefined ? {} : { retryAfterMs: frame.retryAfterMs }),
    });
    const found =
      frame.id !== undefined
        ? this.publications.reject(frame.id, error)
        : frame.room !== undefined && this.subscriptions.reject(frame.room, error);
    if (!found) this.options.handlers.onComplaint?.(saidByService(frame.code ?? 'unknown'), sentence);
  }

  private beat(): void {
    if (!this.alive) return this.socket.terminate();
    this.alive = false;
    this.socket.ping();
  }

  private endOf(code: number, reason: string): ConnectionEnd {
    if (this.closing) return { reason: 'closed_here', code, sentence: 'The connection was closed here.' };
    if (refusals.has(code)) {
      return { reason: 'refused', code, sentence: reason || 'The service refused the connection.' };
    }
    return { reason: 'lost', code, sentence: reason || 'The connection to the service was lost.' };
  }
}

const lost = (cause?: unknown) =>
  new DeliveryError('provider_unavailable', 'The connection to the service is not open.', { cause });

const codesOfService: ReadonlySet<string> = new Set<DeliveryCode>([
  'rate_limited',
  'timeout',
  'unauthenticated',
  'forbidden',
  'not_found',
  'invalid',
  'too_large',
  'conflict',
]);

/** A code we do not know is taken for a passing fault: nothing is given up for a word that was not understood. */
const codeOf = (code: string | undefined): DeliveryCode =>
  code !== undefined && codesOfService.has(code) ? (code as DeliveryCode) : 'provider_unavailable';
