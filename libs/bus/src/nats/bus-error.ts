import { TravelError } from '@travellite/protocol';
import { ErrorCode, NatsError } from 'nats';

/** What a client of the bus is told when NATS refuses or does not answer. */
function toBusError(error: unknown): TravelError {
  if (error instanceof TravelError) return error;
  if (error instanceof NatsError && error.code === ErrorCode.MaxPayloadExceeded) {
    return new TravelError('too_large', 'The message is larger than the message queue takes.', {
      cause: error,
    });
  }
  const full = error instanceof NatsError && error.api_error?.err_code === streamFullCode;
  const message = full
    ? 'The message queue is full. Please try again later.'
    : 'The message queue did not answer. Please try again.';
  return new TravelError('provider_unavailable', message, { cause: error });
}

/** "maximum bytes exceeded" and its kin: JetStream error 10077, `JSStreamStoreFailedF` (nats-server `errors.json`). */
const streamFullCode = 10077;

export function rethrow(error: unknown): never {
  throw toBusError(error);
}

/** Whether nobody answered a publication: the server is slow or away, or no stream keeps this subject. */
export const isUnanswered = (error: unknown): boolean =>
  error instanceof NatsError &&
  [ErrorCode.Timeout, ErrorCode.NoResponders].some((code) => code === error.code);
