export interface BreakerOptions {
  /** Outages in a row that open it. */
  threshold: number;
  /** Ms it stays open before one call may try again. */
  coolMs: number;
}

/**
 * Leaves an unwell provider alone. Closed: calls pass. After `threshold` outages in a row it is open: calls are refused.
 * After `coolMs` one call passes as a probe; its outcome closes or opens it again.
 */
export class CircuitBreaker {
  #outages = 0;
  #openUntil = 0;
  #probing = false;

  constructor(
    private readonly options: BreakerOptions,
    private readonly now: () => number,
  ) {}

  get state(): 'closed' | 'open' | 'half_open' {
    if (this.#openUntil === 0) return 'closed';
    return this.now() < this.#openUntil ? 'open' : 'half_open';
  }

  /** Whether a call may go out now. A `true` while half open reserves the probe. */
  admit(): boolean {
    if (this.state === 'closed') return true;
    if (this.state === 'open' || this.#probing) return false;
    this.#probing = true;
    return true;
  }

  /** The provider answered, with whatever. */
  succeeded(): void {
    this.#outages = 0;
    this.#openUntil = 0;
    this.#probing = false;
  }

  /** The provider did not answer as a well one would. */
  failed(): void {
    this.#outages += 1;
    if (this.#probing || this.#outages >= this.options.threshold) {
      this.pause(this.options.coolMs);
    }
    this.#probing = false;
  }

  /** The call ended without telling anything (its caller left). */
  abandoned(): void {
    this.#probing = false;
  }

  /** The provider asked for quiet for this long. */
  pause(ms: number): void {
    this.#openUntil = Math.max(this.#openUntil, this.now() + ms);
  }
}
