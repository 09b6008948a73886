import { type Refusal, type WebhookReply } from '../port.js';

const statuses: Readonly<Record<Refusal['code'], number>> = {
  invalid: 400,
  bad_frame: 400,
  unauthenticated: 401,
  forbidden: 403,
  too_large: 413,
  rate_limited: 429,
};

export const jsonReply = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): WebhookReply => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body,
});

/** `{"error": …}` with the status of the code. */
export const refusalReply = ({ code, message }: Refusal): WebhookReply =>
  jsonReply(statuses[code], { error: message });

/** Asks the service to deliver again. */
export const unavailableReply = (): WebhookReply =>
  jsonReply(503, { error: 'Messages cannot be taken right now' }, { 'retry-after': '1' });
