import type { ErrorInfo } from 'ably';
import { saidByService } from '../said-by-service.js';
import { codeOfStatus, type DeliveryCode, DeliveryError } from '../delivery-error.js';

/** Codes that say more than their status (https://ably.com/docs/platform/errors/codes). */
const codes: Readonly<Record<number, DeliveryCode>> = {
  40009: 'too_large',
  40160: 'forbidden',
};

const isErrorInfo = (thrown: unknown): thrown is ErrorInfo =>
  typeof thrown === 'object' && thrown !== null && 'code' in thrown && 'statusCode' in thrown;

/** What Ably's client throws, as a `DeliveryError`. Faults of the connection (80xxx) and of the client pass. */
export function toAblyFault(thrown: unknown): DeliveryError {
  if (thrown instanceof DeliveryError) return thrown;
  if (!isErrorInfo(thrown)) return unavailable('Ably could not be used.', thrown);
  const { code, statusCode, message } = thrown;
  const isOfConnection = code >= 80_000 && code < 90_000;
  if (isOfConnection || statusCode === undefined || statusCode < 400)
    return unavailable(sentenceOf(code, message), thrown);
  const known = codes[code] ?? codeOfStatus(statusCode);
  return new DeliveryError(known, sentenceOf(code, message), { cause: thrown, status: statusCode });
}

const sentenceOf = (code: number, message: string) => `Ably answered ${code}: ${saidByService(message)}`;

const unavailable = (sentence: string, cause: unknown) =>
  new DeliveryError('provider_unavailable', sentence, { cause });
