import { setTimeout as sleep } from 'node:timers/promises';
import { TravelError } from '@travellite/protocol';
import { type Counters, type Log, silentLog } from '@travellite/telemetry';
import { type SearchOptions } from '../search-options.js';
import { type BreakerOptions, CircuitBreaker } from './circuit-breaker.js';
import { ProviderFault, toProviderError } from './provider-fault.js';
import { SingleFlight } from './single-flight.js';
import { type TtlCache } from './ttl-cache.js';

/** How patient calls to one provider are. Ms. */
export interface CallLimits {
  /** One attempt. */
  attemptMs: number;
  /** All attempts and the waits between them. */
  budgetMs: number;
  /** Attempts at most. */
  attempts: number;
  /** First wait between attempts; doubled each time, with up to half of chance on top. */
  backoffMs: number;
  breaker: BreakerOptions;
}

export const usualLimits: CallLimits = {
  attemptMs: 8_000,
  budgetMs: 20_000,
  attempts: 3,
  backoffMs: 300,
  breaker: { threshold: 5, coolMs: 30_000 },
};

/** What the world gives: arguments, so that tests need not wait. */
export interface CallSurroundings {
  /** Unix ms. */
  now: () => number;
  /** From 0 to 1. */
  random?: () => number;
  /** Waits; rejects when the signal aborts. */
  wait?: (ms: number, signal: AbortSignal) => Promise<unknown>;
  /** Shared by every provider of a process. */
  cache: TtlCache;
  log?: Log;
  counters?: Counters;
}

/** One question to a provider. */
export interface ProviderCall<T> {
  /** Equal keys are equal questions. */
  key: string;
  /** How long an answer stays true, ms; 0 keeps nothing. */
  ttlMs: number;
  /** One attempt; throws a `ProviderFault`. `signal` ends it at its time limit or when nobody waits any more. */
  attempt: (signal: AbortSignal) => Promise<T>;
}

/**
 * The one way to a provider: cache, sharing of equal questions, circuit breaker, time limits, retries within a budget.
 * Rejects with a `TravelError` only.
 */
export class ProviderCalls {
  readonly #breaker: CircuitBreaker;
  readonly #flights = new SingleFlight();
  readonly #limits: CallLimits;

  constructor(
    /** Provider's name, for metrics and cache keys. */
    readonly provider: string,
    /** A phrase for people: `flight search`. */
    readonly service: string,
    private readonly around: CallSurroundings,
    limits: Partial<CallLimits> = {},
  ) {
    this.#limits = { ...usualLimits, ...limits };
    this.#breaker = new CircuitBreaker(this.#limits.breaker, around.now);
  }

  /** State of the circuit, for readiness pages. */
  get state(): CircuitBreaker['state'] {
    return this.#breaker.state;
  }

  async call<T>({ key, ttlMs, attempt }: ProviderCall<T>, options: SearchOptions = {}): Promise<T> {
    const cacheKey = `${this.provider} ${key}`;
    const known = this.around.cache.get<T>(cacheKey);
    if (known) {
      this.around.counters?.add('provider_cache_hits');
      return known.value;
    }
    try {
      return await this.#flights.run(cacheKey, options.signal, async (signal) => {
        const value = await this.#withRetries(attempt, signal);
        this.around.cache.set(cacheKey, value, ttlMs);
        return value;
      });
    } catch (thrown) {
      throw this.#asTravelError(thrown, options.signal);
    }
  }

  async #withRetries<T>(attempt: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T> {
    const {
      now,
      random = Math.random,
      wait = (ms, until) => sleep(ms, undefined, { signal: until }),
    } = this.around;
    const deadline = now() + this.#limits.budgetMs;
    for (let number = 1; ; number += 1) {
      const fault = await this.#once(attempt, signal, deadline - now());
      if (!(fault instanceof ProviderFault)) return fault.value;
      this.#note(fault, number);
      const backoff = this.#limits.backoffMs * 2 ** (number - 1) * (1 + random() / 2);
      const pause = fault.details.retryAfterMs ?? backoff;
      const over = number >= this.#limits.attempts || now() + pause >= deadline;
      if (!fault.mayRetry || over || this.#breaker.state === 'open') {
        if (fault.kind === 'rate_limited' && fault.details.retryAfterMs)
          this.#breaker.pause(fault.details.retryAfterMs);
        throw fault;
      }
      await wait(pause, signal);
    }
  }

  /** One attempt under its time limit: a value, or the fault it ended with. An abort is thrown. */
  async #once<T>(
    attempt: (signal: AbortSignal) => Promise<T>,
    signal: AbortSignal,
    leftMs: number,
  ): Promise<{ value: T } | ProviderFault> {
    if (!this.#breaker.admit()) {
      return new ProviderFault('circuit_open', 'It failed too often just now.');
    }
    const limit = AbortSignal.timeout(Math.max(1, Math.min(this.#limits.attemptMs, leftMs)));
    const either = AbortSignal.any([signal, limit]);
    this.around.counters?.add('provider_attempts');
    try {
      const value = await untilAborted(attempt(either), either);
      this.#breaker.succeeded();
      return { value };
    } catch (thrown) {
      if (signal.aborted) {
        this.#breaker.abandoned();
        throw thrown;
      }
      const fault = limit.aborted
        ? new ProviderFault('timeout', 'It took too long.', { cause: thrown })
        : thrown;
      if (!(fault instanceof ProviderFault)) {
        this.#breaker.abandoned();
        throw fault;
      }
      if (fault.isOutage) this.#breaker.failed();
      else this.#breaker.succeeded();
      return fault;
    }
  }

  #note(fault: ProviderFault, number: number): void {
    this.around.counters?.add(`provider_faults_${fault.kind}`);
    (this.around.log ?? silentLog).warn('A call to a provider failed.', {
      provider: this.provider,
      kind: fault.kind,
      status: fault.details.status,
      attempt: number,
    });
  }

  #asTravelError(thrown: unknown, signal: AbortSignal | undefined): TravelError {
    if (thrown instanceof TravelError) return thrown;
    if (signal?.aborted) return new TravelError('cancelled', 'The search was stopped.', { cause: thrown });
    if (thrown instanceof ProviderFault) return toProviderError(thrown, this.service);
    const unknown = new ProviderFault('unreadable', 'It made us stumble.', { cause: thrown });
    return toProviderError(unknown, this.service);
  }
}

/** The work, or the abort if that is sooner: not every client library listens to a signal. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const leave = (): void => reject(signal.reason as Error);
    if (signal.aborted) return leave();
    signal.addEventListener('abort', leave, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
