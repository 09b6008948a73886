import { type Bus, type QueuedTurn, type Receipt, type Subscription } from '@travellite/bus';
import { type AcceptResult } from '@travellite/conversations';
import { type ConversationId, type Turn, TravelError } from '@travellite/protocol';
import { type Clock, systemClock } from '../clock.js';
import { type Ingest } from './ingest.js';

export interface BusIngestOptions {
  bus: Pick<Bus, 'publishTurn' | 'onReceipt'>;
  clock?: Clock;
  /** How long a mailbox may take to answer before the turn is published again; 3000 when not given. */
  receiptTimeoutMs?: number;
  /** Times a turn is published in all; 3 when not given. */
  tries?: number;
  /** How long a conversation's receipts are listened to after its last message; 60 000 when not given. */
  idleMs?: number;
}

/** The turn goes over the bus to whichever worker feeds its mailbox; the mailbox's receipt is the answer. `close` ends listening. */
export function createBusIngest(options: BusIngestOptions): Ingest & { close(): Promise<void> } {
  const { bus, clock = systemClock, receiptTimeoutMs = 3000, tries = 3, idleMs = 60_000 } = options;
  const desk = new ReceiptDesk(bus, clock, idleMs);
  return {
    async submit(turn, { onBusy } = {}) {
      for (let attempt = 0; attempt < tries; attempt += 1) {
        const publish = () => publishForReceipt(bus, { turn, onBusy }, attempt > 0);
        const answer = await desk.expect(turn, receiptTimeoutMs, publish);
        if (answer !== undefined) return answer;
      }
      throw new TravelError(
        'provider_unavailable',
        'The message could not be taken in just now. Please try again.',
      );
    },
    close: () => desk.close(),
  };
}

/** A turn that the feed had before is fed again at once: its receipt may have gone elsewhere, and the mailbox takes it only once. */
async function publishForReceipt(
  bus: Pick<Bus, 'publishTurn'>,
  queued: QueuedTurn,
  again: boolean,
): Promise<void> {
  if (!again && (await bus.publishTurn(queued)) === 'queued') return;
  await bus.publishTurn({ ...queued, again: true });
}

type Waiter = (receipt: Receipt) => void;

interface Counter {
  subscription: Promise<Subscription>;
  waiters: Map<string, Set<Waiter>>;
  stopIdle?: () => void;
}

/** Where receipts arrive: one subscription per conversation, kept for a while after the last message. */
class ReceiptDesk {
  private readonly counters = new Map<ConversationId, Counter>();

  constructor(
    private readonly bus: Pick<Bus, 'onReceipt'>,
    private readonly clock: Clock,
    private readonly idleMs: number,
  ) {}

  /** Listens, then publishes; `undefined` when no receipt came in time. */
  async expect(
    turn: Turn,
    timeoutMs: number,
    publish: () => Promise<void>,
  ): Promise<AcceptResult | undefined> {
    const counter = this.open(turn.conversation);
    const waiters = counter.waiters.get(turn.id) ?? new Set<Waiter>();
    counter.waiters.set(turn.id, waiters);
    let waiter: Waiter = () => undefined;
    let stopTimer: () => void = () => undefined;
    try {
      await counter.subscription;
      const receipt = new Promise<Receipt | undefined>((resolve) => {
        waiters.add((waiter = resolve));
        stopTimer = this.clock.after(timeoutMs, () => resolve(undefined));
      });
      await publish();
      const answer = await receipt;
      return answer && toResult(answer);
    } finally {
      stopTimer();
      waiters.delete(waiter);
      if (waiters.size === 0) counter.waiters.delete(turn.id);
      this.rest(turn.conversation, counter);
    }
  }

  async close(): Promise<void> {
    const counters = [...this.counters.values()];
    this.counters.clear();
    for (const counter of counters) counter.stopIdle?.();
    await Promise.allSettled(counters.map(async ({ subscription }) => (await subscription).close()));
  }

  private open(conversation: ConversationId): Counter {
    const known = this.counters.get(conversation);
    known?.stopIdle?.();
    if (known !== undefined) return known;
    const waiters: Counter['waiters'] = new Map();
    const subscription = this.bus.onReceipt(conversation, (receipt) => {
      for (const waiter of waiters.get(receipt.turn) ?? []) waiter(receipt);
    });
    const counter: Counter = { waiters, subscription };
    this.counters.set(conversation, counter);
    // One that could not be opened is not kept: the next message tries anew.
    subscription.catch(() => this.forget(conversation, counter));
    return counter;
  }

  private rest(conversation: ConversationId, counter: Counter): void {
    if (counter.waiters.size > 0 || this.counters.get(conversation) !== counter) return;
    counter.stopIdle?.();
    counter.stopIdle = this.clock.after(this.idleMs, () => {
      this.forget(conversation, counter);
      // A subscription that cannot be closed any more is closed already.
      counter.subscription.then((open) => open.close()).catch(() => undefined);
    });
  }

  private forget(conversation: ConversationId, counter: Counter): void {
    if (this.counters.get(conversation) === counter) this.counters.delete(conversation);
  }
}

function toResult(receipt: Receipt): AcceptResult {
  switch (receipt.status) {
    case 'accepted':
      return { status: 'accepted', position: receipt.position ?? 0 };
    case 'duplicate':
      return { status: 'duplicate', outcome: receipt.outcome ?? 'open' };
    case 'rejected':
      return { status: 'rejected', code: receipt.code ?? 'busy' };
  }
}
