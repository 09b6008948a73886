import {
  type CanonicalEvent,
  type ConversationId,
  type FeedPosition,
  type LiveText,
  type OnBusy,
  type Turn,
} from '@travellite/protocol';
import { type Documents } from './documents.js';
import { type Outbound } from './outbound.js';

/**
 * The bus between services. In one process it is function calls; on a cluster it is NATS.
 *
 * Guarantees, each with a file of its own in `conformance/`:
 *
 * 1. **feed delivery** — a published turn is handed to one consumer of its partition at least once, until it is acknowledged; a handler that rejects gets it again.
 * 2. **feed order** — within a partition turns are handed over in the order they were published, one at a time.
 * 3. **feed dedupe** — the same turn of a conversation published twice within the duplicate window is handed over once, and the publisher is told (`capabilities.feedDedupe`); one published `again` is handed over again.
 * 4. **events** — a subscriber sees every batch of its conversation published after `subscribe` resolved, in publishing order; the same batch id twice within the duplicate window is one batch or the same batch again (readers go by `seq`).
 * 5. **isolation** — a subscriber sees nothing of another conversation, whatever the ids hold.
 * 6. **live** — deltas reach current subscribers in order per publisher, and may be lost; never stored.
 * 7. **signals** — wake-ups and receipts reach current subscribers; losing one costs time, never a message.
 * 8. **errors** — a handler that throws harms neither publisher nor other subscribers; an unreachable server rejects with `provider_unavailable` within the operation timeout.
 * 9. **outbound** — a published answer is handed to the consumer of its namespace at least once, those of one conversation one at a time and in the order they were published, whatever keeps other conversations waiting; the same answer published twice within the duplicate window is handed over once (`capabilities.durableOutbound`: also when the consumer's process dies).
 * 10. **burials** — an answer that was buried is listed until it is replayed, and then handed over again.
 * 11. **lease** — never two hold a lease of one name; when its holder goes, another who asks holds it within `leaseTakeoverMs`.
 * 12. **close** — `close()` is idempotent, waits for running handlers, and after it nothing is delivered.
 * 13. **documents** — a published document is handed to every follower, one at a time and in the order of publishing, until the follower takes it; followers that come later get the newest of each name first (`capabilities.keepsDocuments`); those of a group share.
 */
export interface Bus {
  readonly capabilities: BusCapabilities;
  /** Answers to the rooms of realtime services. */
  readonly outbound: Outbound;
  readonly documents: Documents;

  /**
   * Queues a turn durably for the feed. Resolves when the server has it: with `known` when it dropped it, because the turn was published
   * before within the duplicate window. Repeating it is harmless.
   */
  publishTurn(queued: QueuedTurn): Promise<'queued' | 'known'>;
  /**
   * Takes turns of one partition, in order, one at a time. The turn is acknowledged when the handler resolves.
   *
   * `position` tells how far the store's account goes. It is asked at the start, while nothing comes, and after every fault. When it names
   * another history than before the feed begins again at that position, the turn there included (its receipt may be what got lost), and
   * whoever still fetches for an older history harms nobody. A feed that is not durable has nothing to go back to and never asks.
   */
  consumeTurns(
    partition: number,
    handler: (queued: QueuedTurn, delivery: FeedDelivery) => Promise<void>,
    position?: () => Promise<FeedPosition>,
  ): Promise<Subscription>;

  /** Publishes events that became durable together; `id` is `conversation:epoch:firstSeq`. Resolves when the server has them. */
  publishEvents(batch: EventBatch): Promise<void>;
  /** Durable events and live deltas of one conversation, from now on. */
  subscribe(conversation: ConversationId, subscriber: ConversationSubscriber): Promise<Subscription>;

  /** Fire and forget. */
  publishLive(delta: LiveText): void;

  /** Tells workers that a conversation is ready, and which one if that is known. Fire and forget. */
  wake(conversation?: ConversationId): void;
  onWake(handler: (conversation?: ConversationId) => void): Promise<Subscription>;

  /** Tells the door that published a turn what the mailbox said. `replyTo` as it came with the delivery. Fire and forget. */
  publishReceipt(receipt: Receipt, replyTo?: string): void;
  /** Receipts of turns of this conversation that this bus object published. */
  onReceipt(conversation: ConversationId, handler: (receipt: Receipt) => void): Promise<Subscription>;

  /** Shows this process to operators and answers their requests; where `capabilities.operators` is false nobody can ask. */
  serve(service: OperatorService): Promise<Subscription>;

  /** Whether the bus can be used now; for readiness pages. */
  health(): BusHealth;

  /** Idempotent. */
  close(): Promise<void>;
}

export interface BusCapabilities {
  /** Published turns outlive the process. */
  durableFeed: boolean;
  /** Published answers outlive the process. */
  durableOutbound: boolean;
  /** Published events outlive the process. */
  durableEvents: boolean;
  /** Publishing a turn id twice feeds it once. */
  feedDedupe: boolean;
  /** Published documents outlive the process, and reach followers that come later. */
  keepsDocuments: boolean;
  /** Operators can reach services over the bus. */
  operators: boolean;
}

/** What a process offers operators. */
export interface OperatorService {
  /** Name of the app; letters, digits and `-`. */
  name: string;
  /** Semantic version. */
  version: string;
  description: string;
  endpoints: OperatorEndpoint[];
}

export interface OperatorEndpoint {
  name: string;
  description: string;
  /** Answered only by the process it is sent to (drain), not by any of the kind. */
  ofInstance?: boolean;
  /** `input` is parsed JSON or `undefined`; a thrown `invalid` or `not_found` reaches the operator as a sentence. */
  handle(input: unknown): Promise<unknown>;
}

export interface QueuedTurn {
  turn: Turn;
  onBusy?: OnBusy;
  /**
   * The turn is fed although it was fed before (the mailbox deduplicates), so that a receipt that was lost, or that went to another
   * process, is given again. Left out at first.
   */
  again?: boolean;
}

export interface FeedDelivery {
  /** For the store, which keeps it with the turn. */
  position: FeedPosition;
  redelivered: boolean;
  /** Where the receipt goes: the process that published the turn. */
  replyTo?: string;
}

export interface EventBatch {
  id: string;
  conversation: ConversationId;
  events: readonly CanonicalEvent[];
}

export interface ConversationSubscriber {
  onEvents(batch: EventBatch): void;
  onLive(delta: LiveText): void;
  /** Deliveries may have been missed (reconnect); the reader checks the log. */
  onInterrupted?(): void;
}

/** What a mailbox answered to a published turn. */
export interface Receipt {
  conversation: ConversationId;
  turn: string;
  status: 'accepted' | 'duplicate' | 'rejected';
  position?: number;
  outcome?: 'open' | 'ended';
  code?: 'busy' | 'queue_full';
}

export interface Subscription {
  /** Idempotent. After it resolves the handler is not called again. */
  close(): Promise<void>;
}

export interface BusHealth {
  ok: boolean;
  /** A sentence for operators when not ok. */
  detail?: string;
}
