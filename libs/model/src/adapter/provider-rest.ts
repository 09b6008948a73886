import { TravelError } from '@travellite/protocol';

export interface RestPolicy {
  /** Failures in a row after which the provider is left alone. */
  failures: number;
  /** How long it is left alone, in ms; then one request tries it. */
  restMs: number;
  /** Longest rest a provider may ask for itself, in ms. */
  mostRestMs: number;
  /** Unix ms. */
  now: () => number;
}

export const usualRest: RestPolicy = { failures: 3, restMs: 30_000, mostRestMs: 300_000, now: Date.now };

/** How one admitted request went. Said once; the first word counts. */
export interface Admission {
  /** The answer has begun: a provider that was tried is there for others again. How it ends is still to be said. */
  answering(): void;
  succeeded(): void;
  /** `askedMs`: the provider itself asked to be left alone for so long. */
  failed(askedMs?: number): void;
  /** The request says nothing about the provider: it was stopped, or was our own mistake. */
  abandoned(): void;
}

/**
 * A circuit breaker: a provider that failed several times in a row is left alone for a while, so that nobody waits for it in vain,
 * and is tried again by a single request. One process knows what its own requests met; others find out for themselves.
 */
export class ProviderRest {
  private inARow = 0;
  private restsUntil = 0;
  private trying = false;

  constructor(private readonly policy: RestPolicy) {}

  get state(): 'closed' | 'open' | 'half_open' {
    if (this.restsUntil === 0) return 'closed';
    return this.policy.now() < this.restsUntil ? 'open' : 'half_open';
  }

  /** Lets a request through. @throws {TravelError} `provider_unavailable` while the provider rests or another request tries it. */
  admit(): Admission {
    const { state } = this;
    if (state === 'open' || (state === 'half_open' && this.trying)) {
      throw new TravelError(
        'provider_unavailable',
        'The language model failed several times and is left alone for a while.',
      );
    }
    let trial = state === 'half_open';
    if (trial) this.trying = true;
    const endTrial = () => {
      if (trial) this.trying = false;
      trial = false;
    };
    let said = false;
    const once = (tell: () => void) => () => {
      if (said) return;
      said = true;
      endTrial();
      tell();
    };
    return {
      answering: () => {
        // Failures are still counted in a row: an answer that breaks off after this lets the provider rest at once.
        if (trial) this.restsUntil = 0;
        endTrial();
      },
      succeeded: once(() => this.reset()),
      failed: (askedMs) => once(() => this.failed(askedMs))(),
      abandoned: once(() => undefined),
    };
  }

  private reset(): void {
    this.inARow = 0;
    this.restsUntil = 0;
  }

  private failed(askedMs = 0): void {
    const { failures, restMs, mostRestMs, now } = this.policy;
    this.inARow += 1;
    const rest = Math.max(this.inARow >= failures ? restMs : 0, Math.min(askedMs, mostRestMs));
    if (rest > 0) this.restsUntil = Math.max(this.restsUntil, now() + rest);
  }
}
