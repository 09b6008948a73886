import { openRealtime } from '@travellite/realtime';
import { type WebhookParser } from './options.js';

export interface ParserSettings {
  webhookSecrets: readonly string[];
}

/** A provider that only parses: it has nothing to connect with. */
export const openParser = ({ webhookSecrets }: ParserSettings): Promise<WebhookParser> =>
  openRealtime({ kind: 'native', wsUrl: '', apiUrl: '', namespace: '', token: '', webhookSecrets });

/** Unsigned webhooks let anybody speak as anybody: fine on a desk, never in production. */
export const whyClosed = (settings: ParserSettings, production: boolean): string | undefined =>
  production && settings.webhookSecrets.length === 0
    ? 'Webhooks are not taken: REALTIME_WEBHOOK_SECRET is not set'
    : undefined;
