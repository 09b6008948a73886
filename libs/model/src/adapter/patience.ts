import { TravelError } from '@travellite/protocol';

/** Ends a stream that falls silent: an abort signal of its own that fires after `silenceMs` without `heard()`. */
export interface Patience {
  /** Aborted by the caller's signal or by silence. */
  readonly signal: AbortSignal;
  heard(): void;
  /** The error to tell instead of whatever the provider's client threw, when silence was the reason. */
  readonly late?: TravelError;
  /** Stops the clock, and the request if it still runs. */
  end(): void;
}

export function createPatience(outer: AbortSignal, silenceMs: number): Patience {
  const inner = new AbortController();
  let late: TravelError | undefined;
  const giveUp = () => {
    late = new TravelError('timeout', 'The language model fell silent.');
    inner.abort(late);
  };
  const stop = () => inner.abort(outer.reason);
  if (outer.aborted) stop();
  else outer.addEventListener('abort', stop, { once: true });
  let timer = setTimeout(giveUp, silenceMs);
  return {
    signal: inner.signal,
    heard() {
      clearTimeout(timer);
      timer = setTimeout(giveUp, silenceMs);
    },
    get late() {
      return late;
    },
    end() {
      clearTimeout(timer);
      outer.removeEventListener('abort', stop);
      inner.abort();
    },
  };
}
