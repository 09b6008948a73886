import { TravelError } from '@travellite/protocol';

export interface PineconeFetchOptions {
  /** All attempts of one request together. */
  timeoutMs: number;
  /** Waits; an argument so that tests do not. */
  sleep: (ms: number) => Promise<void>;
  /** 0 to 1, for spreading repetitions. */
  random: () => number;
  now: () => number;
}

const attempts = 4;
const firstDelayMs = 200;

/**
 * `fetch` with what the SDK lacks: a time limit, and repetition on 429 (after `Retry-After`), 5xx and a broken line.
 * Every request of ours may be repeated: upserts and deletes go by id.
 * Rejects with a `TravelError`: `rate_limited` or `provider_unavailable`.
 */
export function createPineconeFetch(options: PineconeFetchOptions): typeof fetch {
  return async (input, init) => {
    const deadline = options.now() + options.timeoutMs;
    for (let attempt = 1; ; attempt++) {
      const outcome = await tryOnce(input, init, deadline - options.now());
      if (outcome instanceof Response && outcome.status !== 429 && outcome.status < 500) return outcome;
      const delayMs = delayBefore(attempt, outcome, options.random());
      if (attempt === attempts || options.now() + delayMs >= deadline) throw givenUp(outcome);
      await options.sleep(delayMs);
    }
  };
}

async function tryOnce(
  input: Parameters<typeof fetch>[0],
  init: RequestInit | undefined,
  leftMs: number,
): Promise<Response | Error> {
  try {
    const response = await fetch(input, { ...init, signal: AbortSignal.timeout(Math.max(1, leftMs)) });
    // Read within the time limit: a body that never ends is as bad as no answer.
    return new Response(await response.arrayBuffer(), response);
  } catch (thrown) {
    return thrown instanceof Error ? thrown : new Error(String(thrown));
  }
}

function delayBefore(attempt: number, outcome: Response | Error, random: number): number {
  const asked = outcome instanceof Response ? Number(outcome.headers.get('retry-after')) : 0;
  if (asked > 0) return asked * 1000;
  return firstDelayMs * 2 ** (attempt - 1) * (0.75 + random / 2);
}

function givenUp(outcome: Response | Error): TravelError {
  if (outcome instanceof Response && outcome.status === 429) {
    return new TravelError('rate_limited', 'The knowledge service takes no more requests for now.');
  }
  const cause = outcome instanceof Response ? new Error(`HTTP ${outcome.status}`) : outcome;
  return new TravelError('provider_unavailable', 'The knowledge service does not answer.', { cause });
}
