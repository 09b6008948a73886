import { type Bus } from '@travellite/bus';
import { type RealtimeProvider } from '@travellite/realtime';
import { type Counters, type Log } from '@travellite/telemetry';
import { type Ingest } from '@travellite/turns';

/** What parsing a webhook takes of a provider; nothing that connects. */
export type WebhookParser = Pick<RealtimeProvider, 'checkHeaders' | 'parseWebhook' | 'refuse'>;

/** The ingress' ports and settings. The ports belong to the caller: the ingress does not close them. */
export interface IngressOptions {
  bus: Pick<Bus, 'health' | 'serve'>;
  ingest: Ingest;
  provider: WebhookParser;
  log: Log;
  counters: Counters;
  /** Namespaces of the service whose webhooks are taken; the first is meant when none is named. */
  namespaces?: readonly string[];
  /** Where a namespace after the first has a parser of its own. */
  otherProviders?: ReadonlyMap<string, WebhookParser>;
  /** A sentence when no webhook is taken at all, and why. */
  closed?: string;
  /** How long a body may take to arrive, in ms; 10 000 when not given. */
  bodyTimeoutMs?: number;
  /** Webhooks at work at the same time; more are asked for again. 512 when not given: their bodies may be 128 MiB together. */
  maxOpen?: number;
  /** Unix ms. */
  now?: () => number;
}
