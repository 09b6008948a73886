import { type ErrorCode, TravelError } from '@travellite/protocol';

/** Codes a delivery can fail with; the first three may succeed later, the others never will as they are. */
export type DeliveryCode = Extract<
  ErrorCode,
  | 'rate_limited'
  | 'timeout'
  | 'provider_unavailable'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'invalid'
  | 'too_large'
  | 'conflict'
  | 'cancelled'
>;

/** Why something did not get to the realtime service. `retryable` decides between back-off and dead letter. */
export class DeliveryError extends TravelError {
  /** Ms the service asked to wait, when it did. */
  readonly retryAfterMs?: number;
  /** HTTP status, when there was one. */
  readonly status?: number;

  constructor(
    override readonly code: DeliveryCode,
    message: string,
    details: { cause?: unknown; retryAfterMs?: number; status?: number } = {},
  ) {
    super(code, message, details.cause === undefined ? {} : { cause: details.cause });
    if (details.retryAfterMs !== undefined) this.retryAfterMs = details.retryAfterMs;
    if (details.status !== undefined) this.status = details.status;
  }
}

const codes: Readonly<Record<number, DeliveryCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
  413: 'too_large',
  429: 'rate_limited',
};

/** The code of an HTTP status that is not 2xx: 429 and 5xx may succeed later, other 4xx never do. A redirect counts as a wrong address. */
export function codeOfStatus(status: number): DeliveryCode {
  return codes[status] ?? (status >= 500 ? 'provider_unavailable' : 'invalid');
}
