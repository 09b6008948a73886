import { isVouchedFor, openRealtime, type RealtimeChoice, toRealtimeSettings } from '@travellite/realtime';
import { type WebhookParser } from './options.js';

export interface ParserSettings extends Omit<RealtimeChoice, 'publish'> {
  /** Channels of Centrifugo and Ably begin with the first. */
  namespaces?: readonly string[];
}

/** A provider that only parses: it has nothing to connect with. */
export const openParser = ({ namespaces = [], ...choice }: ParserSettings): Promise<WebhookParser> =>
  openRealtime(toRealtimeSettings(choice, namespaces[0] ?? ''));

/** Unsigned webhooks let anybody speak as anybody: fine on a desk, never in production. */
export const whyClosed = (settings: ParserSettings, production: boolean): string | undefined =>
  production && !isVouchedFor(settings)
    ? 'Webhooks are not taken: REALTIME_WEBHOOK_SECRET is not set'
    : undefined;
