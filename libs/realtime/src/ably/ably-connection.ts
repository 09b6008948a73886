import type { ConnectionStateChange, Realtime } from 'ably';
import { DeliveryError } from '../delivery-error.js';
import {
  type ConnectionEnd,
  type ConnectionHandlers,
  type Delivery,
  type RealtimeCapabilities,
  type RealtimeConnection,
  type RoomMessage,
  type Subscribed,
} from '../port.js';
import { saidByService } from '../said-by-service.js';
import { RoomsOfConnection } from '../rooms-of-connection.js';
import { checkPublication } from '../publication-ids.js';
import { toAblyFault } from './ably-fault.js';
import { toChannel } from './channel.js';
import { toAblyMessages, toPublication } from './to-messages.js';

const mostUnconfirmed = 4096;

export interface AblyConnectionOptions {
  namespace: string;
  capabilities: RealtimeCapabilities;
  /** How long a confirmation may take. */
  timeoutMs: number;
  /** Rooms listened to; the publisher's when not given. */
  maxRooms?: number;
  handlers: ConnectionHandlers;
}

/** An open connection of Ably's official client. It would connect again by itself; here only the app decides about that. */
export class AblyConnection implements RealtimeConnection {
  readonly confirms = true;
  readonly closed: Promise<ConnectionEnd>;
  private readonly end = Promise.withResolvers<ConnectionEnd>();
  private readonly rooms: RoomsOfConnection<Promise<Subscribed>>;
  private readonly waiting = new Set<(error: DeliveryError) => void>();
  private unconfirmed = 0;
  private ended = false;

  constructor(
    private readonly client: Realtime,
    private readonly options: AblyConnectionOptions,
  ) {
    this.closed = this.end.promise;
    this.rooms = new RoomsOfConnection((room) => void this.leave(room), options.maxRooms);
    client.connection.on((change) => this.see(change));
  }

  async publish(room: string, messages: readonly RoomMessage[], id: string): Promise<Delivery> {
    checkPublication(messages, id, this.options.capabilities);
    if (this.ended) throw notOpen();
    if (this.unconfirmed >= mostUnconfirmed) {
      throw new DeliveryError('rate_limited', 'Ably takes messages more slowly than they come.');
    }
    this.unconfirmed += 1;
    try {
      await this.inTime(this.channel(room).publish(toAblyMessages(messages, id)));
      return { confirmed: true };
    } finally {
      this.unconfirmed -= 1;
    }
  }

  subscribe(room: string): Promise<Subscribed> {
    if (this.ended) return Promise.reject(notOpen());
    const known = this.rooms.get(room);
    if (known) return known;
    const listening = this.channel(room).subscribe((message) => {
      if (!this.ended) this.options.handlers.onMessage?.(toPublication(room, message));
    });
    const asked = this.inTime(listening).then(() => ({ recovered: false }));
    this.rooms.set(room, asked);
    // Refused once is not subscribed: the next call asks again.
    asked.catch(() => this.rooms.delete(room, asked));
    return asked;
  }

  async close(): Promise<void> {
    this.finish({ reason: 'closed_here', sentence: 'The connection was closed here.' });
    await this.closed;
  }

  /** Ably's client keeps a channel until it is released. */
  private async leave(room: string): Promise<void> {
    const channel = this.channel(room);
    channel.unsubscribe();
    try {
      await channel.detach();
      if (!this.rooms.has(room)) this.client.channels.release(toChannel(this.options.namespace, room));
    } catch {
      // The connection ends, and every channel with it.
    }
  }

  private channel(room: string) {
    return this.client.channels.get(toChannel(this.options.namespace, room));
  }

  /** Ably's client waits for a confirmation for as long as it takes, over reconnects too. */
  private async inTime<T>(work: Promise<T>): Promise<T> {
    const { timeoutMs } = this.options;
    // Not a race with `closed`: that would keep something of every publication for as long as the connection lives.
    const { promise, reject } = Promise.withResolvers<never>();
    const late = () => reject(new DeliveryError('timeout', `Ably did not confirm in ${timeoutMs} ms.`));
    const timer = setTimeout(late, timeoutMs);
    this.waiting.add(reject);
    try {
      return await Promise.race([work, promise]);
    } catch (thrown) {
      throw toAblyFault(thrown);
    } finally {
      clearTimeout(timer);
      this.waiting.delete(reject);
    }
  }

  private see({ current, reason }: ConnectionStateChange): void {
    if (current === 'connected') return;
    const sentence = reason ? saidByService(reason.message) : `Ably’s connection is ${current}.`;
    this.finish({ reason: current === 'failed' ? 'refused' : 'lost', sentence });
  }

  private finish(end: ConnectionEnd): void {
    if (this.ended) return;
    this.ended = true;
    for (const reject of this.waiting) reject(notOpen());
    this.end.resolve(end);
    this.client.close();
  }
}

const notOpen = () => new DeliveryError('provider_unavailable', 'The connection to Ably is not open.');
