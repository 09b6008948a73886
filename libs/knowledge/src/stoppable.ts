import { TravelError } from '@travellite/protocol';

/**
 * The work's result, or `cancelled` as soon as the signal says so.
 * @throws {TravelError} `cancelled`
 */
export async function stoppable<T>(work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work();
  if (signal.aborted) throw stopped(signal);
  const abort = Promise.withResolvers<never>();
  const stop = () => abort.reject(stopped(signal));
  signal.addEventListener('abort', stop, { once: true });
  try {
    const result = await Promise.race([work(), abort.promise]);
    if (signal.aborted) throw stopped(signal);
    return result;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

const stopped = (signal: AbortSignal) =>
  new TravelError('cancelled', 'The search was stopped.', { cause: signal.reason });
