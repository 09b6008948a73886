import { createHash, timingSafeEqual } from 'node:crypto';
import { type WebhookHeaders } from '../port.js';
import { headerOf } from './read-body.js';

/** Header that services without signatures show a secret in, as their settings let one set a header. */
export const secretHeader = 'x-webhook-secret';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares secrets in a time that tells nothing. */
export const sameSecret = (given: string, wanted: string): boolean =>
  timingSafeEqual(digest(given), digest(wanted));

/** Whether the header holds one of the secrets. Without secrets everything passes. */
export function showsSecret(headers: WebhookHeaders, secrets: readonly string[]): boolean {
  if (secrets.length === 0) return true;
  const given = headerOf(headers, secretHeader);
  if (given === undefined) return false;
  // Every one is compared, so that the time does not tell which.
  return secrets.map((secret) => sameSecret(given, secret)).includes(true);
}
