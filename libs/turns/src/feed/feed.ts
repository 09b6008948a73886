import { type Bus, type FeedDelivery, type QueuedTurn, type Subscription } from '@travellite/bus';
import { type AcceptResult, type Conversations } from '@travellite/conversations';
import { type ConversationId, limits, toTravelError } from '@travellite/protocol';
import { type Counters, type Log } from '@travellite/telemetry';
import { type Faults } from '../faults.js';
import { isOpen } from '../ingest/direct-ingest.js';
import { openingOf } from '../opening.js';

export interface FeedOptions {
  bus: Pick<Bus, 'consumeTurns' | 'publishReceipt' | 'wake'>;
  conversations: Pick<Conversations, 'accept' | 'feedPosition'>;
  /** The partitions this process takes turns from. */
  partitions: readonly number[];
  /** Who feeds may also run: takes a conversation that became ready, or says no, and all workers are woken. */
  offer?: (conversation: ConversationId) => boolean;
  log: Log;
  counters?: Counters;
  faults?: Faults;
  /** Turns that may wait in one conversation; `limits.maxQueued` when not given. */
  maxQueued?: number;
}

/** Moves turns from the bus into their mailboxes. */
export interface Feed {
  start(): Promise<void>;
  /** Idempotent. Waits for the hand-over that is under way. */
  close(): Promise<void>;
}

export function createFeed(options: FeedOptions): Feed {
  let subscriptions: Subscription[] = [];
  return {
    async start() {
      const { bus, conversations, partitions } = options;
      subscriptions = await Promise.all(
        partitions.map((partition) =>
          bus.consumeTurns(
            partition,
            (queued, delivery) => feedOne(options, queued, delivery),
            () => conversations.feedPosition(partition),
          ),
        ),
      );
    },
    async close() {
      await Promise.all(subscriptions.map((subscription) => subscription.close()));
    },
  };
}

/** Mailbox first, then receipt and wake-up: both may be lost, the mailbox may not. Rejects when the turn must be handed over again. */
async function feedOne(
  options: FeedOptions,
  { turn, onBusy }: QueuedTurn,
  { replyTo, position }: FeedDelivery,
): Promise<void> {
  const { bus, conversations, counters, faults, offer, maxQueued = limits.maxQueued } = options;
  if (faults) await faults.at('accept.before');
  let result: AcceptResult;
  try {
    result = await conversations.accept(turn, { opening: openingOf(turn), onBusy, maxQueued, fed: position });
  } catch (thrown) {
    const fault = toTravelError(thrown);
    if (fault.retryable) throw fault;
    // It would be refused for ever and hold up its partition; the door gets no receipt and says so.
    options.log.error('A turn cannot be taken and is left out.', { turn: turn.id, code: fault.code }, fault);
    counters?.add('turns_unreadable');
    return;
  }
  if (faults) await faults.at('accept.after');
  counters?.add(`turns_${result.status}`);
  bus.publishReceipt({ conversation: turn.conversation, turn: turn.id, ...result }, replyTo);
  // One claim of its own instead of one of every worker's; a turn whose worker dies here is found like one whose wake-up was lost.
  if (isOpen(result) && !offer?.(turn.conversation)) bus.wake(turn.conversation);
}
