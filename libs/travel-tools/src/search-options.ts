import { TravelError } from '@travellite/protocol';

/** What every search of every port takes beside its query. */
export interface SearchOptions {
  /** Aborts the search; it then rejects with `cancelled`. */
  signal?: AbortSignal;
}

/** Rejects with `cancelled` when the signal was aborted before the search began. */
export function refuseIfAborted(options: SearchOptions | undefined): void {
  if (options?.signal?.aborted) {
    throw new TravelError('cancelled', 'The search was stopped.', { cause: options.signal.reason });
  }
}
