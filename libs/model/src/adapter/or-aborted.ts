/** Rejects as soon as the signal is aborted, also when the awaited work does not notice; the work is left to end alone. */
export async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  // A loser of the race must not become an unhandled rejection.
  work.catch(() => undefined);
  signal.throwIfAborted();
  let onAbort: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    if (onAbort) signal.removeEventListener('abort', onAbort);
  }
}
