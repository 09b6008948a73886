/** How long the connection waits for what. All in ms. */
export interface ConnectionTimes {
  /** First reconnect delay. */
  baseDelayMs: number;
  /** Each further delay is this much longer. */
  growth: number;
  maxDelayMs: number;
  /** A delay is this share shorter or longer, so that clients of a restarted server do not come back in step. */
  jitter: number;
  /** From asking for a socket until the client has caught up. */
  deadlineMs: number;
  /** Silence on a live connection after which it is probed with a `ping`. */
  silenceMs: number;
  /** How long a probe waits for any frame. */
  probeMs: number;
  /** A connection that stayed live this long is healthy: the next delay starts from the base again. */
  settleMs: number;
}

export const defaultTimes: ConnectionTimes = {
  baseDelayMs: 1_000,
  growth: 1.5,
  maxDelayMs: 30_000,
  jitter: 0.15,
  deadlineMs: 10_000,
  silenceMs: 25_000,
  probeMs: 10_000,
  settleMs: 5_000,
};

/**
 * Delay before reconnect attempt `attempt` (1 is the first): `base x growth^(attempt-1)`, capped, then moved by up to
 * `jitter` of itself. `roll` is a random number in [0, 1); 0.5 means no jitter.
 */
export function reconnectDelay(attempt: number, roll: number, times: ConnectionTimes = defaultTimes): number {
  const plain = Math.min(times.maxDelayMs, times.baseDelayMs * times.growth ** (attempt - 1));
  return Math.round(plain * (1 + times.jitter * (2 * roll - 1)));
}
