import type { Centrifuge, Subscription } from 'centrifuge';
import { DeliveryError } from '../delivery-error.js';
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
import { saidByService } from '../said-by-service.js';
import { RoomsOfConnection } from '../rooms-of-connection.js';
import { checkPublication } from '../publication-ids.js';
import { type CentrifugoApi } from './centrifugo-api.js';
import { PublishQueue } from './publish-queue.js';

interface Listening {
  asked: Promise<Subscribed>;
  subscription: Subscription;
}

/** From here on the client is told not to come back (docs: server/codes). */
const firstTerminalCode = 3500;

/**
 * An open connection of the official client: it listens and recovers. Publishing goes by the server API, in order and many at a time:
 * the client's own protocol knows no idempotency key.
 */
export class CentrifugoConnection implements RealtimeConnection {
  readonly confirms = true;
  readonly closed: Promise<ConnectionEnd>;
  private readonly end = Promise.withResolvers<ConnectionEnd>();
  private readonly queue: PublishQueue;
  private readonly rooms: RoomsOfConnection<Listening>;
  /** Subscriptions that are asked for, to be told when the connection ends first. */
  private readonly waiting = new Set<() => void>();
  private ended = false;

  constructor(
    private readonly client: Centrifuge,
    private readonly api: CentrifugoApi,
    private readonly capabilities: RealtimeCapabilities,
    private readonly handlers: ConnectionHandlers,
    maxRooms?: number,
  ) {
    this.closed = this.end.promise;
    this.rooms = new RoomsOfConnection(
      (_, { subscription }) => client.removeSubscription(subscription),
      maxRooms,
    );
    this.queue = new PublishQueue(api);
    // The client would connect again by itself; here only the app decides about that.
    client.on('connecting', ({ code, reason }) =>
      this.finish({ reason: 'lost', code, sentence: saidByService(reason) }),
    );
    client.on('disconnected', ({ code, reason }) =>
      this.finish({
        reason: code >= firstTerminalCode ? 'refused' : 'lost',
        code,
        sentence: saidByService(reason),
      }),
    );
    client.on('error', ({ error }) => {
      if (!this.ended) handlers.onComplaint?.(String(error.code), saidByService(error.message));
    });
  }

  async publish(room: string, messages: readonly RoomMessage[], id: string): Promise<Delivery> {
    checkPublication(messages, id, this.capabilities);
    await this.queue.publish(this.api.commandsOf(room, messages, id));
    return { confirmed: true };
  }

  subscribe(room: string, since?: StreamPosition): Promise<Subscribed> {
    if (this.ended) return Promise.reject(notOpen());
    const known = this.rooms.get(room);
    if (known) return known.asked;
    const subscription = this.client.newSubscription(this.api.channel(room), {
      positioned: true,
      recoverable: true,
      ...(since ? { since } : {}),
    });
    const asked = this.listen(room, subscription);
    const listening = { asked, subscription };
    this.rooms.set(room, listening);
    // Refused once is not subscribed: the next call asks again.
    asked.catch(() => {
      this.rooms.delete(room, listening);
      this.client.removeSubscription(subscription);
    });
    subscription.subscribe();
    return asked;
  }

  private listen(room: string, subscription: Subscription): Promise<Subscribed> {
    let epoch = '';
    subscription.on('publication', ({ data, offset, info, tags }) => {
      if (this.ended) return;
      this.handlers.onMessage?.({
        room,
        message: data as unknown,
        ...(tags?.['id'] === undefined ? {} : { id: tags['id'] }),
        ...(info?.user ? { userId: info.user } : {}),
        ...(offset === undefined ? {} : { position: { epoch, offset } }),
      });
    });
    const ended = Promise.withResolvers<never>();
    const end = () => ended.reject(notOpen());
    this.waiting.add(end);
    const asked = new Promise<Subscribed>((resolve, reject) => {
      subscription.on('subscribed', ({ recovered, streamPosition }) => {
        epoch = streamPosition?.epoch ?? '';
        resolve({ recovered, ...(streamPosition ? { position: streamPosition } : {}) });
      });
      subscription.on('unsubscribed', ({ code, reason }) =>
        reject(
          code === 0
            ? notOpen()
            : new DeliveryError('forbidden', `Centrifugo answered ${code}: ${saidByService(reason)}`),
        ),
      );
    });
    return Promise.race([asked, ended.promise]).finally(() => this.waiting.delete(end));
  }

  async close(): Promise<void> {
    this.finish({ reason: 'closed_here', sentence: 'The connection was closed here.' });
    await this.closed;
  }

  private finish(end: ConnectionEnd): void {
    if (this.ended) return;
    this.ended = true;
    this.queue.close(notOpen());
    for (const end of this.waiting) end();
    this.end.resolve(end);
    this.client.disconnect();
  }
}

const notOpen = () => new DeliveryError('provider_unavailable', 'The connection to Centrifugo is not open.');
