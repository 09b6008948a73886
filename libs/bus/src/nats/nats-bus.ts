import { randomUUID } from 'node:crypto';
import {
  type ConversationId,
  type FeedPosition,
  type LiveText,
  partitionOf,
  subjects,
  TravelError,
  type TurnId,
} from '@travellite/protocol';
import { traceHeader, traceparentOf } from '@travellite/telemetry';
import {
  Events,
  headers,
  type JetStreamClient,
  type JetStreamManager,
  type Msg,
  type NatsConnection,
  type PubAck,
  StringCodec,
} from 'nats';
import {
  type Bus,
  type BusCapabilities,
  type BusHealth,
  type ConversationSubscriber,
  type EventBatch,
  type FeedDelivery,
  type OperatorService,
  type QueuedTurn,
  type Receipt,
  type Subscription,
} from '../port.js';
import { isUnanswered, rethrow } from './bus-error.js';
import { connectNats, credentialsRefused, refusesCredentials } from './connect.js';
import { consumeFeed, replyToHeader } from './feed.js';
import { inTime } from './in-time.js';
import { LiveBatches, type LivePack, unpackLive } from './live-batches.js';
import { NatsDocuments } from './nats-documents.js';
import { type NatsOptions } from './nats-options.js';
import { NatsOutbound, type NatsOutboundParts } from './nats-outbound.js';
import { serveOperators } from './operator-service.js';
import { StreamKeeper } from './stream-keeper.js';
import { ensureStreams } from './streams.js';

const text = StringCodec();
const reconnecting = 'NATS cannot be reached; reconnecting.';
const tracedHeaders = (turn: TurnId) => {
  const header = headers();
  header.set(traceHeader, traceparentOf(turn));
  return header;
};
const unanswered = 'The message queue did not answer. Please try again.';
const encode = (value: unknown) => text.encode(JSON.stringify(value));

/** The bus on NATS: turns and events in JetStream, deltas and signals on core subjects. */
export class NatsBus implements Bus {
  readonly capabilities: BusCapabilities = {
    durableFeed: true,
    durableEvents: true,
    durableOutbound: true,
    feedDedupe: true,
    operators: true,
    keepsDocuments: true,
  };
  /** Names this process to those who answer it. */
  private readonly process = randomUUID();
  private readonly subscribers = new Set<ConversationSubscriber>();
  private readonly feeds = new Set<Subscription>();
  readonly outbound: NatsOutbound;
  readonly documents: NatsDocuments;
  private readonly receiptHandlers = new Map<ConversationId, Set<(receipt: Receipt) => void>>();
  private readonly live = new LiveBatches((conversation, packs) =>
    this.send(subjects.live(conversation), packs),
  );
  private readonly streams: StreamKeeper;
  private closing: Promise<void> | undefined;
  private connected = true;
  private whyNot = reconnecting;
  private closed = false;

  private constructor(
    private readonly connection: NatsConnection,
    private readonly stream: JetStreamClient,
    private readonly manager: JetStreamManager,
    private readonly options: NatsOptions,
  ) {
    void this.watch();
    this.streams = new StreamKeeper(manager, options, () => !this.closed && this.connected);
    const { replicas, log, outboundLeaseMs: leaseMs = 2_000 } = options;
    const store: NatsOutboundParts['store'] = async (subject, value, { turn, ...settings }) => {
      await this.store(subject, value, {
        ...settings,
        ...(turn === undefined ? {} : { headers: tracedHeaders(turn) }),
      });
    };
    const ask: NatsOutboundParts['ask'] = (request) => this.ask(request);
    const repair = () => this.streams.repair();
    const parts = { stream, manager, replicas, leaseMs, log, store, ask, repair };
    this.outbound = new NatsOutbound(parts);
    this.documents = new NatsDocuments(parts);
    this.listen(subjects.receipt(this.process), (message) => this.deliverReceipt(message.json<Receipt>()));
  }

  /** Waits until NATS is there and the streams fit. Rejects with `conflict` when an existing stream cannot be brought in line. */
  static async open(options: NatsOptions): Promise<NatsBus> {
    const timeout = options.operationTimeoutMs;
    return connectNats(options, async (connection) => {
      const manager = await connection.jetstreamManager({ timeout });
      await ensureStreams(manager, options);
      return new NatsBus(connection, connection.jetstream({ timeout }), manager, options);
    });
  }

  async publishTurn(queued: QueuedTurn): Promise<'queued' | 'known'> {
    const { id, conversation } = queued.turn;
    const header = tracedHeaders(id);
    header.set(replyToHeader, this.process);
    const subject = subjects.turn(partitionOf(conversation, this.options.partitions), conversation);
    const once = queued.again ? {} : { msgID: encodeURIComponent(`${conversation}/${id}`) };
    const { duplicate } = await this.store(subject, queued, { ...once, headers: header });
    return duplicate ? 'known' : 'queued';
  }

  async consumeTurns(
    partition: number,
    handler: (queued: QueuedTurn, delivery: FeedDelivery) => Promise<void>,
    position?: () => Promise<FeedPosition>,
  ): Promise<Subscription> {
    this.refuseWhenClosed();
    const parts = {
      stream: this.stream,
      manager: this.manager,
      repair: () => this.streams.repair(),
      log: this.options.log,
    };
    const feed = await consumeFeed(parts, { partition, handler, ...(position ? { position } : {}) }).catch(
      rethrow,
    );
    const subscription = {
      close: async () => {
        this.feeds.delete(subscription);
        await feed.close();
      },
    };
    this.feeds.add(subscription);
    return subscription;
  }

  async publishEvents(batch: EventBatch): Promise<void> {
    // What was said before comes before.
    this.live.flush();
    await this.store(subjects.events(batch.conversation), batch, {
      msgID: encodeURIComponent(batch.id),
      headers: tracedHeaders(batch.events[0]?.turn ?? ''),
    });
  }

  async subscribe(conversation: ConversationId, subscriber: ConversationSubscriber): Promise<Subscription> {
    this.refuseWhenClosed();
    // Deltas of before are not for who comes now.
    this.live.flush();
    const eventSubject = subjects.events(conversation);
    const open = await this.listenSurely(subjects.ofConversation(conversation), (message) => {
      if (message.subject === eventSubject) subscriber.onEvents(message.json<EventBatch>());
      else for (const delta of unpackLive(message.json<LivePack[]>())) subscriber.onLive(delta);
    });
    this.subscribers.add(subscriber);
    return {
      close: async () => {
        this.subscribers.delete(subscriber);
        await open.close();
      },
    };
  }

  publishLive(delta: LiveText): void {
    this.live.add(delta);
  }

  wake(conversation?: ConversationId): void {
    this.send(subjects.wake, conversation ?? null);
  }

  async onWake(handler: (conversation?: ConversationId) => void): Promise<Subscription> {
    this.refuseWhenClosed();
    return this.listenSurely(subjects.wake, (message) =>
      handler(message.json<ConversationId | null>() ?? undefined),
    );
  }

  publishReceipt(receipt: Receipt, replyTo?: string): void {
    if (replyTo !== undefined) this.send(subjects.receipt(replyTo), receipt);
  }

  async onReceipt(conversation: ConversationId, handler: (receipt: Receipt) => void): Promise<Subscription> {
    this.refuseWhenClosed();
    const handlers = this.receiptHandlers.get(conversation) ?? new Set();
    this.receiptHandlers.set(conversation, handlers.add(handler));
    return {
      close: async () => {
        handlers.delete(handler);
        if (handlers.size === 0 && this.receiptHandlers.get(conversation) === handlers) {
          this.receiptHandlers.delete(conversation);
        }
      },
    };
  }

  async serve(service: OperatorService): Promise<Subscription> {
    this.refuseWhenClosed();
    const { log, operationTimeoutMs } = this.options;
    return serveOperators(this.connection, service, { log, operationTimeoutMs }).catch(rethrow);
  }

  health(): BusHealth {
    if (this.closed) return { ok: false, detail: 'The connection to NATS was closed.' };
    return this.connected ? { ok: true } : { ok: false, detail: this.whyNot };
  }

  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async end(): Promise<void> {
    this.live.flush();
    this.closed = true;
    await Promise.all([...this.feeds, this.outbound, this.documents].map((open) => open.close()));
    if (this.connected) await this.connection.drain().catch(() => this.connection.close());
    else await this.connection.close();
  }

  private async ask<T>(request: () => Promise<T>): Promise<T> {
    this.refuseWhenClosed();
    return request().catch(rethrow);
  }

  private async store(
    subject: string,
    value: unknown,
    options: { msgID?: string; headers?: ReturnType<typeof headers> },
  ): Promise<PubAck> {
    this.refuseWhenClosed();
    // The client would keep the message for after the reconnect, when nobody waits for it any more.
    if (!this.connected)
      throw new TravelError('provider_unavailable', 'The message queue cannot be reached.');
    return this.stream.publish(subject, encode(value), options).catch((error: unknown) => {
      if (isUnanswered(error)) this.streams.repairSoon();
      return rethrow(error);
    });
  }

  private send(subject: string, value: unknown): void {
    if (!this.closed && this.connected) this.connection.publish(subject, encode(value));
  }

  private listen(subject: string, handler: (message: Msg) => void) {
    return this.connection.subscribe(subject, {
      callback: (error, message) => {
        if (this.closed) return;
        this.guard(subject.split('.')[0] ?? subject, () => {
          if (error) throw error;
          handler(message);
        });
      },
    });
  }

  /** Resolves when the server knows the interest: it answers in order. Nobody listens when it did not say so in time. */
  private async listenSurely(subject: string, handler: (message: Msg) => void): Promise<Subscription> {
    if (!this.connected) throw new TravelError('provider_unavailable', reconnecting);
    const subscription = this.listen(subject, handler);
    try {
      await inTime(this.connection.flush(), this.options.operationTimeoutMs, unanswered);
    } catch (error) {
      subscription.unsubscribe();
      rethrow(error);
    }
    return { close: async () => subscription.unsubscribe() };
  }

  /** A handler that throws harms nobody but itself. */
  private guard(kind: string, call: () => void): void {
    try {
      call();
    } catch (thrown) {
      this.options.log.error('a bus handler failed', { kind }, thrown);
    }
  }

  private deliverReceipt(receipt: Receipt): void {
    for (const handler of this.receiptHandlers.get(receipt.conversation) ?? []) {
      this.guard('receipt', () => handler(receipt));
    }
  }

  private async watch(): Promise<void> {
    for await (const status of this.connection.status()) {
      if (status.type === Events.Disconnect) {
        this.connected = false;
        this.whyNot = reconnecting;
        this.options.log.warn('the connection to NATS was lost; reconnecting');
      } else if (status.type === Events.Reconnect) {
        this.connected = true;
        this.options.log.info('connected to NATS again');
        for (const subscriber of this.subscribers) {
          this.guard('interrupted', () => subscriber.onInterrupted?.());
        }
      } else if (status.type === Events.Error) {
        if (refusesCredentials(String(status.data))) this.whyNot = credentialsRefused;
        this.options.log.warn('NATS reported an error', { code: String(status.data) });
      }
    }
  }

  private refuseWhenClosed(): void {
    if (this.closed) throw new TravelError('provider_unavailable', 'The bus is closed.');
  }
}
