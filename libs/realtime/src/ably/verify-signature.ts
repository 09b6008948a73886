import { createHmac } from 'node:crypto';
import { type WebhookHeaders } from '../port.js';
import { headerOf } from '../webhook/read-body.js';
import { sameSecret, showsSecret } from '../webhook/shared-secret.js';

export interface AblyTrust {
  /** Keys that sign batches (`app.key:secret`); the header says which. */
  signingKeys: readonly string[];
  /** Values of `X-Webhook-Secret`, set as a header of the rule: single requests are not signed. */
  secrets: readonly string[];
}

/**
 * Whether a webhook is Ably's: signed (HMAC-SHA256 of the body, base64, by the key `X-Ably-Key` names; docs: platform/integrations/webhooks,
 * security), or with the rule's own header. With neither set up everybody is believed.
 */
export function isFromAbly(
  text: string,
  headers: WebhookHeaders,
  { signingKeys, secrets }: AblyTrust,
): boolean {
  if (signingKeys.length === 0 && secrets.length === 0) return true;
  const signature = headerOf(headers, 'x-ably-signature');
  if (signature !== undefined && signingKeys.length > 0) {
    const secret = secretOf(signingKeys, headerOf(headers, 'x-ably-key'));
    if (secret === undefined) return false;
    return sameSecret(signature, createHmac('sha256', secret).update(text).digest('base64'));
  }
  return secrets.length > 0 && showsSecret(headers, secrets);
}

/** Whether a webhook with these headers could be Ably's, its body not known yet. */
export function mayBeFromAbly(headers: WebhookHeaders, { signingKeys, secrets }: AblyTrust): boolean {
  if (signingKeys.length === 0 && secrets.length === 0) return true;
  if (headerOf(headers, 'x-ably-signature') !== undefined && signingKeys.length > 0)
    return secretOf(signingKeys, headerOf(headers, 'x-ably-key')) !== undefined;
  return secrets.length > 0 && showsSecret(headers, secrets);
}

/** The secret part of the named key: what stands after the `:`. */
function secretOf(keys: readonly string[], keyId: string | undefined): string | undefined {
  const key = keys.find((one) => keyId !== undefined && one.startsWith(`${keyId}:`));
  return key?.slice(key.indexOf(':') + 1);
}
