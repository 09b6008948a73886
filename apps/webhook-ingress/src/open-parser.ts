import { isVouchedFor, openRealtime, type RealtimeChoice, toRealtimeSettings } from '@travellite/realtime';
import { type WebhookParser } from './options.js';

export interface ParserSettings extends Omit<RealtimeChoice, 'publish'> {
  /** Channels of Centrifugo and Ably begin with the first. */
  namespaces?: readonly string[];
}

/** A provider that only parses: it has nothing to connect with. */
export const openParser = ({ namespaces = [], ...choice }: ParserSettings): Promise<WebhookParser> =>
  openRealtime(toRealtimeSettings(choice, namespaces[0] ?? ''));

/** Parsers of the namespaces after the first: channels of Centrifugo and Ably begin with theirs. */
export async function openOtherParsers({
  namespaces = [],
  ...choice
}: ParserSettings): Promise<ReadonlyMap<string, WebhookParser>> {
  const opened = namespaces.slice(1).map(async (namespace): Promise<[string, WebhookParser]> => {
    return [namespace, await openRealtime(toRealtimeSettings(choice, namespace))];
  });
  return new Map(await Promise.all(opened));
}

/** Unsigned webhooks let anybody speak as anybody: fine on a desk, never in production. */
export const whyClosed = (settings: ParserSettings, production: boolean): string | undefined =>
  production && !isVouchedFor(settings)
    ? 'Webhooks are not taken: REALTIME_WEBHOOK_SECRET is not set'
    : undefined;
