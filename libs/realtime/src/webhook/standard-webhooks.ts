import { Webhook } from 'standardwebhooks';
import { type WebhookHeaders } from '../port.js';
import { headerOf } from './read-body.js';

/** The three headers of Standard Webhooks (https://www.standardwebhooks.com). */
const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;
const toleranceSeconds = 5 * 60;

/**
 * A check of signatures by Standard Webhooks: HMAC-SHA256 over `id.timestamp.body`, not older or newer than 5 minutes.
 * Several secrets are there to change one for another without a gap: any of them vouches.
 * @param secrets base64, with or without `whsec_`
 * @throws {Error} when a secret is none
 */
export function standardWebhooksCheck(secrets: readonly string[]) {
  const webhooks = secrets.map((secret) => new Webhook(secret));
  /** Whether the signature is right for the body; the sentence says what is wrong. */
  return (text: string, headers: WebhookHeaders): string | undefined => {
    const given = signatureHeaders(headers);
    if (typeof given === 'string') return given;
    let fault = 'No matching signature found';
    for (const webhook of webhooks) {
      try {
        webhook.verify(text, given, { jsonParse: false });
        return undefined;
      } catch (thrown) {
        fault = thrown instanceof Error ? thrown.message : String(thrown);
      }
    }
    return fault;
  };
}

/** The headers of a signature, or what is wrong with them whatever the body: one that is missing, a time too far from now. */
export function signatureHeaders(
  headers: WebhookHeaders,
  nowMs: number = Date.now(),
): Record<string, string> | string {
  const given: Record<string, string> = {};
  for (const name of names) {
    const value = headerOf(headers, name);
    if (value === undefined || value === '') return `Header ${name} is missing`;
    given[name] = value;
  }
  const at = Number.parseInt(given['webhook-timestamp'] ?? '', 10);
  const apartSeconds = Math.abs(Math.floor(nowMs / 1000) - at);
  return apartSeconds <= toleranceSeconds ? given : 'Message timestamp too old or too new';
}
