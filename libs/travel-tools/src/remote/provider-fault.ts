import { TravelError } from '@travellite/protocol';

/**
 * How a call to a provider went wrong. `refused`: it says the request is wrong; `unauthorized`: it does not take our
 * credentials; `unreadable`: what came back is not what its documentation says.
 */
export type FaultKind =
  | 'timeout'
  | 'network'
  | 'server'
  | 'rate_limited'
  | 'unauthorized'
  | 'refused'
  | 'unreadable'
  | 'circuit_open';

/** One failed attempt, before retries and before it becomes a sentence for a person. */
export class ProviderFault extends Error {
  override readonly name = 'ProviderFault';

  constructor(
    readonly kind: FaultKind,
    message: string,
    readonly details: { status?: number; retryAfterMs?: number; mayRetry?: boolean; cause?: unknown } = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
  }

  /** Whether the same request may succeed in a moment. */
  get mayRetry(): boolean {
    return this.details.mayRetry ?? ['timeout', 'network', 'server', 'rate_limited'].includes(this.kind);
  }

  /** Whether it tells that the provider is unwell: only these open the circuit. */
  get isOutage(): boolean {
    return this.kind === 'timeout' || this.kind === 'network' || this.kind === 'server';
  }
}

/** The fault that an HTTP status outside 2xx stands for. */
export function faultOfStatus(
  status: number,
  details: { retryAfterMs?: number; mayRetry?: boolean; cause?: unknown } = {},
): ProviderFault {
  const more = { ...details, status };
  if (status === 429) return new ProviderFault('rate_limited', 'It got too many requests.', more);
  if (status === 401 || status === 403) {
    return new ProviderFault('unauthorized', 'It does not accept the credentials.', more);
  }
  if (status === 408 || status >= 500) return new ProviderFault('server', `It answered ${status}.`, more);
  return new ProviderFault('refused', `It refused the request with ${status}.`, more);
}

const sentences: Readonly<Record<FaultKind, (service: string) => string>> = {
  timeout: (service) => `The ${service} does not answer in time.`,
  network: (service) => `The ${service} cannot be reached.`,
  server: (service) => `The ${service} is down.`,
  rate_limited: (service) => `The ${service} takes no more requests for the moment.`,
  unauthorized: (service) => `The ${service} does not accept our access.`,
  refused: (service) => `The ${service} could not work with this request.`,
  unreadable: (service) => `The ${service} gave an answer that cannot be read.`,
  circuit_open: (service) => `The ${service} is down and is being left alone for a moment.`,
};

/** The error of the ports for a fault; `service` is a phrase such as `flight search`. */
export function toProviderError(fault: ProviderFault, service: string): TravelError {
  const answered = fault.kind === 'refused' || fault.kind === 'unreadable';
  return new TravelError(answered ? 'tool_failed' : 'provider_unavailable', sentences[fault.kind](service), {
    cause: fault,
    retryable: fault.kind !== 'refused' && fault.kind !== 'unauthorized',
  });
}
