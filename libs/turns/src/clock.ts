/** Time as an argument: what the engine waits for, tests can bring about. */
export interface Clock {
  /** Unix ms. */
  now(): number;
  /** Runs `action` once in `ms`; the result takes it back. */
  after(ms: number, action: () => void): () => void;
}

/** The machine's clock. Its timers do not keep a process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, action) => {
    const timer = setTimeout(action, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** A promise that resolves in `ms`. */
export const pause = (clock: Clock, ms: number): Promise<void> =>
  new Promise((resolve) => void clock.after(ms, resolve));
