import { type Claim, type ClaimResult } from '@travellite/conversations';
import { type Clock } from '../clock.js';

export interface ClaimerOptions {
  claim: () => Promise<ClaimResult>;
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
 * Decides when to claim. Each wake-up is worth one claim; several may be under way at once. What a wake-up did not tell (it was
 * lost, there were too many, a lease ran out, a delay ended) is found by looking again until nothing is ready.
 */
export class Claimer {
  private wanted = 0;
  private underWay = 0;
  private wakes = 0;
  private lookOn = false;
  private stopped = false;
  private stopTimer: (() => void) | undefined;
  private timerAt = Infinity;
  private idle: (() => void) | undefined;

  constructor(private readonly options: ClaimerOptions) {}

  /** A conversation may be ready. */
  wake(): void {
    this.wakes += 1;
    this.want();
    this.pump();
  }

  /** A slot may be free. */
  pump(): void {
    while (!this.stopped && this.wanted > 0 && this.underWay < this.options.freeSlots()) {
      this.wanted -= 1;
      this.underWay += 1;
      void this.claimOne();
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

  private want(): void {
    const most = this.options.freeSlots() + this.underWay;
    if (this.wanted < Math.max(1, most)) this.wanted += 1;
    else this.lookOn = true;
  }

  private async claimOne(): Promise<void> {
    const wakes = this.wakes;
    try {
      const result = await this.options.claim();
      if (result.status === 'claimed') this.took(result.claim);
      else this.tookNothing(result.nextDueMs, this.wakes === wakes);
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

  /** Wake-ups from before the claim are answered by it; one that came meanwhile may tell of something newer. */
  private tookNothing(nextDueMs: number | undefined, noneSince: boolean): void {
    if (noneSince) {
      this.wanted = 0;
      this.lookOn = false;
    }
    if (nextDueMs !== undefined) this.lookIn(nextDueMs);
  }
}
