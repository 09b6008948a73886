import { type Claim, type ClaimResult } from '@travellite/conversations';
import { type ConversationId } from '@travellite/protocol';
import { type Clock } from '../clock.js';

export interface ClaimerOptions {
  /** Claims what is due; with `near` only where the turns of this conversation wait. */
  claim: (near: ConversationId | undefined) => Promise<ClaimResult>;
  /** Claims that may be under way or held now. */
  freeSlots: () => number;
  onClaimed: (claim: Claim) => void;
  /** A claim that was under way has been answered. */
  onSettled: () => void;
  onFault: (thrown: unknown) => void;
  clock: Clock;
  /** Longest time between two looks, which heals lost wake-ups. */
  sweepMs: number;
}

/** However soon something is said to be due, looking does not become a busy loop. */
const leastWaitMs = 2;

/**
 * Decides when to claim. Each wake-up is worth one claim near the conversation it names, so that it costs little also to the
 * workers who come too late; several may be under way at once. What wake-ups did not tell (one was lost, there were too many, a
 * lease ran out, a delay ended) is found by looking everywhere until nothing is ready.
 */
export class Claimer {
  private readonly near: ConversationId[] = [];
  private wanted = 0;
  private underWay = 0;
  private looks = 0;
  private lookOn = false;
  private stopped = false;
  private stopTimer: (() => void) | undefined;
  private timerAt = Infinity;
  private idle: (() => void) | undefined;

  constructor(private readonly options: ClaimerOptions) {}

  /** A conversation may be ready; which one, if it is known. */
  wake(near?: ConversationId): void {
    if (near === undefined || this.near.length + this.wanted >= this.most) this.wantAnywhere();
    else this.near.push(near);
    this.pump();
  }

  /** Like `wake` when there is a slot for it now; `false` when there is none, and somebody else should be woken. */
  offer(near: ConversationId): boolean {
    if (this.stopped || this.near.length + this.wanted + this.underWay >= this.options.freeSlots())
      return false;
    this.wake(near);
    return true;
  }

  /** A slot may be free. */
  pump(): void {
    while (!this.stopped && this.underWay < this.options.freeSlots()) {
      const near = this.near.shift();
      if (near === undefined) {
        if (this.wanted === 0) return;
        this.wanted -= 1;
      }
      this.underWay += 1;
      void this.claimOne(near);
    }
  }

  /** Something will be ready in `ms`. */
  lookIn(ms: number): void {
    const wait = Math.min(Math.max(ms, leastWaitMs), this.options.sweepMs);
    const at = this.options.clock.now() + wait;
    if (this.stopped || at >= this.timerAt) return;
    this.stopTimer?.();
    this.timerAt = at;
    this.stopTimer = this.options.clock.after(wait, () => this.look());
  }

  /** Claims until nothing is ready, and looks again at the latest after a sweep. */
  look(): void {
    this.timerAt = Infinity;
    this.lookIn(this.options.sweepMs);
    this.lookOn = true;
    this.wake();
  }

  get claiming(): number {
    return this.underWay;
  }

  /** Claims no more. Resolves when no claim is under way; a claim that still comes is handed to `onClaimed`. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.stopTimer?.();
    if (this.underWay > 0) await new Promise<void>((resolve) => (this.idle = resolve));
  }

  /** Claims that may be waiting: there is always room for one. */
  private get most(): number {
    return Math.max(1, this.options.freeSlots() + this.underWay);
  }

  private wantAnywhere(): void {
    this.looks += 1;
    if (this.near.length + this.wanted < this.most) this.wanted += 1;
    else this.lookOn = true;
  }

  private async claimOne(near: ConversationId | undefined): Promise<void> {
    const looks = this.looks;
    try {
      const result = await this.options.claim(near);
      if (result.status === 'claimed') this.took(result.claim);
      else this.tookNothing(result.nextDueMs, near === undefined && this.looks === looks);
    } catch (thrown) {
      this.options.onFault(thrown);
      this.lookIn(this.options.sweepMs);
    } finally {
      this.underWay -= 1;
      if (this.underWay === 0) this.idle?.();
      this.options.onSettled();
      this.pump();
    }
  }

  private took(claim: Claim): void {
    this.options.onClaimed(claim);
    if (this.lookOn && this.wanted === 0) this.wanted = 1;
  }

  /** Who looked everywhere, and was asked for nothing since, knows that nothing is ready. */
  private tookNothing(nextDueMs: number | undefined, nowhere: boolean): void {
    if (nowhere) {
      this.wanted = 0;
      this.lookOn = false;
    } else if (this.lookOn && this.wanted === 0) {
      this.wanted = 1;
    }
    if (nextDueMs !== undefined) this.lookIn(nextDueMs);
  }
}
