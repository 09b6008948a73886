import { TravelError } from '@travellite/protocol';

const worthRepeating = new Set([408, 409, 425, 429]);

/**
 * What went wrong, in our words, for anything an OpenAI-compatible client throws: it marks HTTP answers with `status`,
 * its own time limit with the name `TimeoutError`, and a connection that failed with neither.
 */
export function toModelError(thrown: unknown, signal?: AbortSignal): TravelError {
  if (thrown instanceof TravelError) return thrown;
  if (signal?.aborted === true) {
    return new TravelError('cancelled', 'The answer was stopped.', { cause: thrown });
  }
  const status = statusOf(thrown);
  if (status === undefined) {
    const late = thrown instanceof Error && thrown.name === 'TimeoutError';
    return late
      ? new TravelError('timeout', 'The language model took too long.', { cause: thrown })
      : new TravelError('provider_unavailable', 'The language model cannot be reached.', { cause: thrown });
  }
  const retryable = status >= 500 || worthRepeating.has(status);
  return new TravelError('provider_unavailable', sentenceFor(status), { cause: thrown, retryable });
}

function sentenceFor(status: number): string {
  if (status === 401 || status === 403) return 'The language model refused our key.';
  if (status === 404) return 'The language model asked for does not exist there.';
  if (status === 429) return 'The language model is over its limit at the moment.';
  if (status >= 500) return 'The language model has a fault at the moment.';
  return 'The language model did not accept the request.';
}

/** HTTP status of a thrown answer, if it was one. */
export function statusOf(thrown: unknown): number | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('status' in thrown)) return undefined;
  return typeof thrown.status === 'number' ? thrown.status : undefined;
}

/** How long the provider asks us to wait, in ms, when it says so in seconds or as a date (RFC 9110, Retry-After). */
export function retryAfterMs(thrown: unknown, now: number): number | undefined {
  const said = headerOf(thrown, 'retry-after');
  if (said === undefined) return undefined;
  const seconds = Number(said);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(said);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function headerOf(thrown: unknown, name: string): string | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('headers' in thrown)) return undefined;
  const { headers } = thrown;
  if (headers instanceof Headers) return headers.get(name) ?? undefined;
  if (typeof headers !== 'object' || headers === null) return undefined;
  const value = (headers as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : undefined;
}
