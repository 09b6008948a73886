import { setTimeout as pause } from 'node:timers/promises';
import { type Bus, type Receipt, type Subscription } from '@travellite/bus';
import { type ConversationId, type Turn, type TurnId } from '@travellite/protocol';
import { type Sight } from '../check/history.js';
import { type Mouth } from './mouth.js';

export interface FeedMouthOptions {
  bus: Pick<Bus, 'publishTurn' | 'onReceipt'>;
  conversation: ConversationId;
  userId: string;
  see(sight: Sight): void;
  copies: number;
}

interface Open {
  text: string;
  again: boolean;
  saidAt: number;
}

/** As the doors do it: without a receipt by then the turn is published again, in ms. */
const receiptTimeoutMs = 3_000;
const tryAgainMs = 200;
/** There is one connection, as it were: the feed. */
const connection = 1;

/**
 * Speaks as the webhook door does: straight into the feed, the next message as soon as the queue has the last one, without waiting for
 * the mailbox. So many messages of one conversation are under way together, and only the feed keeps their order.
 */
export class FeedMouth implements Mouth {
  private readonly open = new Map<TurnId, Open>();
  private readonly receipts: Promise<Subscription>;
  private speaking: Promise<void> = Promise.resolve();
  private readonly timer: NodeJS.Timeout;
  private closed = false;

  constructor(private readonly options: FeedMouthOptions) {
    this.receipts = options.bus.onReceipt(options.conversation, (receipt) => this.answered(receipt));
    this.timer = setInterval(() => this.sayAgain(), receiptTimeoutMs / 4);
  }

  get unanswered(): number {
    return this.open.size;
  }

  say(turn: TurnId, text: string): void {
    this.open.set(turn, { text, again: false, saidAt: Infinity });
    this.speaking = this.speaking.then(() => this.publish(turn));
  }

  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.timer);
    await this.speaking;
    await (await this.receipts).close();
  }

  private sayAgain(): void {
    for (const [turn, open] of this.open) {
      if (performance.now() - open.saidAt < receiptTimeoutMs) continue;
      open.again = true;
      open.saidAt = Infinity;
      this.speaking = this.speaking.then(() => this.publish(turn));
    }
  }

  /** Resolves when the queue has it, however long that takes. */
  private async publish(id: TurnId): Promise<void> {
    const open = this.open.get(id);
    if (!open) return;
    const { conversation, userId, see, copies, bus } = this.options;
    see({ kind: 'sent', turn: id, connection });
    const message = { text: open.text, author: { userId }, ts: Date.now(), door: 'realtime' as const };
    const turn: Turn = { id, conversation, message };
    const queued = { turn, ...(open.again ? { again: true } : {}) };
    for (let copy = 0; copy < copies;) {
      if (this.closed) return;
      try {
        await bus.publishTurn(queued);
        copy += 1;
      } catch {
        // The queue is down, which is what these runs are about: the same message again, before any later one.
        await pause(tryAgainMs);
      }
    }
    open.saidAt = performance.now();
  }

  private answered({ turn, status }: Receipt): void {
    const open = this.open.get(turn);
    if (!open) return;
    if (status === 'rejected') {
      // Said again when the time is over.
      open.saidAt = performance.now();
      return;
    }
    this.open.delete(turn);
    this.options.see({ kind: 'receipt', turn, connection, status });
  }
}
