import { setTimeout as pause } from 'node:timers/promises';

export interface BackOff {
  firstMs: number;
  longestMs: number;
}

/**
 * The wait before attempt `attempt` (from 1): doubled each time up to the longest, and spread over its upper half, so that many who
 * lost the same service do not come back in the same moment. `random` from 0 to 1.
 */
export function waitBefore(attempt: number, { firstMs, longestMs }: BackOff, random: number): number {
  const whole = Math.min(longestMs, firstMs * 2 ** Math.min(attempt - 1, 30));
  return Math.round(whole * (0.5 + random / 2));
}

/** Resolves after `ms`, or at once when the signal fires. No wait is no timer: one of 0 ms takes a millisecond and more. */
export async function pauseUnless(signal: AbortSignal, ms: number): Promise<void> {
  if (ms > 0) await pause(ms, undefined, { signal }).catch(() => undefined);
}
