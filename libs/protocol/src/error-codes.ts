/** The closed list of error codes, each with whether the same request may succeed later. Spelled alike in code, on the wire and in metrics. */
export const errorCodes = {
  bad_frame: { retryable: false, means: 'The frame could not be read.' },
  invalid: { retryable: false, means: 'The frame was read but says something that is not allowed.' },
  unauthenticated: { retryable: false, means: 'No or wrong credentials.' },
  forbidden: { retryable: false, means: 'The credentials do not allow this.' },
  not_found: { retryable: false, means: 'There is no such thing.' },
  conflict: { retryable: false, means: 'It contradicts what is already there.' },
  busy: { retryable: true, means: 'A turn is running and the client asked not to queue.' },
  queue_full: { retryable: true, means: 'Too many messages of this conversation are waiting.' },
  rate_limited: { retryable: true, means: 'Too many requests from this user or address.' },
  too_large: { retryable: false, means: 'The message is longer than the limit.' },
  budget_exceeded: { retryable: false, means: "The turn's or the day's token budget is used up." },
  tool_failed: { retryable: true, means: 'A search failed.' },
  provider_unavailable: { retryable: true, means: 'A service this turn depends on does not answer.' },
  timeout: { retryable: true, means: 'It took too long.' },
  cancelled: { retryable: false, means: 'It was cancelled.' },
  internal: { retryable: true, means: 'A fault of ours.' },
} as const;

export type ErrorCode = keyof typeof errorCodes;

/** The error type of every lib: a code of the closed list, a sentence a person can read, and the cause for operators. */
export class TravelError extends Error {
  override readonly name = 'TravelError';
  readonly retryable: boolean;

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: { cause?: unknown; retryable?: boolean },
  ) {
    super(message, options?.cause === undefined ? undefined : { cause: options.cause });
    this.retryable = options?.retryable ?? errorCodes[code].retryable;
  }
}

/** Any thrown value as a `TravelError`; what is not one becomes `internal` with the thrown value as its cause. */
export function toTravelError(thrown: unknown): TravelError {
  if (thrown instanceof TravelError) return thrown;
  if (thrown instanceof Error && thrown.name === 'AbortError') {
    return new TravelError('cancelled', 'The work was stopped.', { cause: thrown });
  }
  return new TravelError('internal', 'Something went wrong on our side.', { cause: thrown });
}
