import { TravelError } from '@travellite/protocol';

/** Errors of the SDK that no repetition mends: the key, the host or the index is wrong. */
const setupErrors = new Set([
  'PineconeAuthorizationError',
  'PineconeBadRequestError',
  'PineconeNotFoundError',
  'PineconePaymentRequiredError',
  'PineconeUnprocessableEntityError',
  'PineconeConfigurationError',
  'PineconeArgumentError',
]);

/** Whatever the SDK threw as a `TravelError`; one of ours that it wrapped comes out again. The SDK's sentence is the cause. */
export function fromPineconeError(thrown: unknown): TravelError {
  for (let error: unknown = thrown; error instanceof Error; error = error.cause) {
    if (error instanceof TravelError) return error;
  }
  const name = thrown instanceof Error ? thrown.name : '';
  return new TravelError('provider_unavailable', 'The knowledge service cannot be used.', {
    cause: thrown,
    retryable: !setupErrors.has(name),
  });
}

/** Whether the SDK says that the thing (a namespace nobody wrote to) does not exist. */
export const isNotFound = (thrown: unknown): boolean =>
  thrown instanceof Error && thrown.name === 'PineconeNotFoundError';
