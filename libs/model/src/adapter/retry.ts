import { retryAfterMs, toModelError } from './model-error.js';

/** How often and how patiently a request is repeated before anything of its answer was shown. */
export interface RetryPolicy {
  /** Repeats after the first attempt. */
  retries: number;
  /** First wait in ms; doubled each time. */
  baseDelayMs: number;
  /** A provider that asks for a longer wait than this is not waited for: a person sits in front of the answer. */
  maxDelayMs: number;
  now: () => number;
  /** Resolves after `ms`, rejects when the signal is aborted. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

export async function withRetries<T>(
  attempt: () => Promise<T>,
  policy: RetryPolicy,
  signal: AbortSignal,
): Promise<T> {
  for (let repeat = 0; ; repeat++) {
    try {
      return await attempt();
    } catch (thrown) {
      const error = toModelError(thrown, signal);
      const delayMs = retryAfterMs(thrown, policy.now()) ?? policy.baseDelayMs * 2 ** repeat;
      const again = error.code === 'provider_unavailable' && error.retryable;
      if (!again || repeat >= policy.retries || delayMs > policy.maxDelayMs) throw thrown;
      await policy.wait(delayMs, signal);
    }
  }
}
