import { type ConversationId, type LiveText, TravelError } from '@travellite/protocol';
import { type Log, silentLog } from '@travellite/telemetry';
import {
  type Bus,
  type BusCapabilities,
  type ConversationSubscriber,
  type EventBatch,
  type FeedDelivery,
  type QueuedTurn,
  type Receipt,
} from '../port.js';
import { Audience } from './audience.js';
import { Feed } from './feed.js';
import { InProcessDocuments } from './in-process-documents.js';
import { InProcessOutbound } from './in-process-outbound.js';

export interface InProcessOptions {
  /** Partitions of the feed; 1 when not given. */
  partitions?: number;
  /** Unix ms. */
  now?: () => number;
  /** How long a rejected turn waits before it is handed over again; 200 when not given. */
  redeliverMs?: number;
  /** Folder in which answers to a realtime service outlive the process; in memory when not given. */
  folder?: string;
  log?: Log;
}

/** The bus of one process: handlers are called before `publish…` returns, in the order of publishing. */
export function openInProcessBus(options: InProcessOptions = {}): Bus {
  return new InProcessBus(options);
}

class InProcessBus implements Bus {
  readonly capabilities: BusCapabilities;
  readonly outbound: InProcessOutbound;
  readonly documents: InProcessDocuments;
  private readonly subscribers: Audience<ConversationSubscriber>;
  private readonly receipts: Audience<(receipt: Receipt) => void>;
  private readonly wakes: Audience<(conversation?: ConversationId) => void>;
  private readonly feed: Feed;
  private closed = false;

  constructor({
    partitions = 1,
    now = Date.now,
    redeliverMs = 200,
    folder,
    log = silentLog,
  }: InProcessOptions) {
    this.capabilities = {
      ...{ durableFeed: false, durableEvents: false, durableOutbound: folder !== undefined },
      ...{ feedDedupe: true, operators: false, keepsDocuments: false },
    };
    this.documents = new InProcessDocuments({ retryMs: redeliverMs, log });
    this.outbound = new InProcessOutbound({ folder, now, retryMs: redeliverMs, log });
    const onFault = (thrown: unknown) => log.error('A bus handler failed.', {}, thrown);
    this.subscribers = new Audience(onFault);
    this.receipts = new Audience(onFault);
    this.wakes = new Audience(onFault);
    this.feed = new Feed({ partitions, now, redeliverMs, log });
  }

  async publishTurn(queued: QueuedTurn) {
    this.refuseClosed();
    return this.feed.publish(queued);
  }

  async consumeTurns(
    partition: number,
    handler: (queued: QueuedTurn, delivery: FeedDelivery) => Promise<void>,
  ) {
    return this.feed.consume(partition, handler);
  }

  async publishEvents(batch: EventBatch) {
    this.refuseClosed();
    this.subscribers.tell(batch.conversation, (subscriber) => subscriber.onEvents(batch));
  }

  async subscribe(conversation: ConversationId, subscriber: ConversationSubscriber) {
    return this.subscribers.join(conversation, subscriber);
  }

  publishLive(delta: LiveText) {
    this.subscribers.tell(delta.conversation, (subscriber) => subscriber.onLive(delta));
  }

  wake(conversation?: ConversationId) {
    this.wakes.tell('', (handler) => handler(conversation));
  }

  async onWake(handler: (conversation?: ConversationId) => void) {
    return this.wakes.join('', handler);
  }

  publishReceipt(receipt: Receipt) {
    this.receipts.tell(receipt.conversation, (handler) => handler(receipt));
  }

  async onReceipt(conversation: ConversationId, handler: (receipt: Receipt) => void) {
    return this.receipts.join(conversation, handler);
  }

  /** Operators of one process read its health pages. */
  async serve() {
    return { close: async () => undefined };
  }

  health() {
    return this.closed ? { ok: false, detail: 'The bus is closed.' } : { ok: true };
  }

  private refuseClosed(): void {
    if (this.closed) throw new TravelError('provider_unavailable', 'The bus is closed.');
  }

  async close() {
    this.closed = true;
    for (const audience of [this.subscribers, this.receipts, this.wakes]) audience.close();
    await Promise.all([this.feed, this.outbound, this.documents].map((part) => part.close()));
  }
}
