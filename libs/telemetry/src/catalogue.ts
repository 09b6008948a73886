import { type Counters } from './counters.js';
import { type Metric } from './prometheus.js';

/** Which process counts something. */
export type CountingApp = 'ws-gateway' | 'agent-worker' | 'webhook-ingress' | 'realtime-publisher';

interface Entry {
  apps: readonly CountingApp[];
  help: string;
  /** Set rather than added to. */
  gauge?: boolean;
}

const gateway = ['ws-gateway'] as const;
const worker = ['agent-worker'] as const;
const ingress = ['webhook-ingress'] as const;
const publisher = ['realtime-publisher'] as const;

/** Every name that is counted anywhere, so that a metric is there from the first scrape on, with 0. */
const catalogue: Readonly<Record<string, Entry>> = {
  ws_connections_open: { apps: gateway, help: 'Open WebSocket connections.', gauge: true },
  ws_connections_lost: { apps: gateway, help: 'Connections that went away without a close frame.' },
  ws_connections_broken: { apps: gateway, help: 'Connections closed by a fault of the protocol or of ours.' },
  ws_heartbeats_missed: { apps: gateway, help: 'Connections cut off because nothing came back.' },
  ws_frames_over_limit: { apps: gateway, help: 'Frames that came too fast.' },
  ws_slow_clients_closed: { apps: gateway, help: 'Connections closed because the client did not read.' },
  hubs_open: { apps: gateway, help: 'Conversations somebody is connected to.', gauge: true },
  hub_gaps: { apps: gateway, help: 'Times clients were told that events are missing.' },
  turns_accepted: { apps: worker, help: 'Turns taken into a mailbox.' },
  turns_duplicate: { apps: worker, help: 'Turns that were known already.' },
  turns_rejected: {
    apps: worker,
    help: 'Turns refused because the conversation was busy or its mailbox full.',
  },
  turns_unreadable: { apps: worker, help: 'Turns left out because they could never be taken.' },
  turns_claimed: { apps: worker, help: 'Turns begun, each attempt counted.' },
  turns_committed: { apps: worker, help: 'Turns that ended with their result stored.' },
  turns_failed: { apps: worker, help: 'Turns that ended with an error shown to the user.' },
  turns_dead: { apps: worker, help: 'Turns given up and kept as dead letters.' },
  turns_retried: { apps: worker, help: 'Turns put back after a fault that may pass.' },
  turns_handed_back: { apps: worker, help: 'Turns handed back because the process stopped.' },
  turns_lost: { apps: worker, help: 'Turns another worker took over.' },
  events_relayed: { apps: worker, help: 'Events moved from the outbox to the bus.' },
  relay_failures: {
    apps: worker,
    help: 'Batches of events that stayed in the outbox because the bus failed.',
  },
  answers_refused: {
    apps: worker,
    help: 'Answers to rooms that the bus will never take; they are in the log only.',
  },
  webhooks_taken: { apps: ingress, help: 'Webhooks whose events are all kept.' },
  webhooks_refused: { apps: ingress, help: 'Webhooks refused for what they say or how they are signed.' },
  webhooks_unavailable: { apps: ingress, help: 'Webhooks the service was asked to deliver again.' },
  webhook_events_taken: { apps: ingress, help: 'Messages and notes of rooms taken into a mailbox.' },
  webhook_events_known: {
    apps: ingress,
    help: 'Messages and notes of rooms that had been delivered before.',
  },
  answers_published: { apps: publisher, help: 'Answers the realtime service has.' },
  answers_published_by_http: { apps: publisher, help: 'Of these, those that went by HTTP.' },
  answers_published_again: {
    apps: publisher,
    help: 'Answers published again because a connection ended that may have lost them.',
  },
  service_complaints: {
    apps: publisher,
    help: 'Complaints of the realtime service about no publication in particular.',
  },
  answers_buried: { apps: publisher, help: 'Answers that cannot be delivered, kept for an operator.' },
  answer_retries: { apps: publisher, help: 'Attempts to publish an answer that failed for now.' },
  chunks_published: { apps: publisher, help: 'Pieces of answers shown while they were written.' },
  connections_opened: { apps: publisher, help: 'Connections opened to the realtime service.' },
  connections_ended: { apps: publisher, help: 'Connections to the realtime service that ended.' },
  connection_attempts_failed: { apps: publisher, help: 'Attempts to connect that failed.' },
  leases_held: { apps: publisher, help: 'Namespaces this process publishes for.', gauge: true },
  provider_attempts: { apps: worker, help: 'Requests sent to providers of travel data.' },
  provider_cache_hits: { apps: worker, help: 'Questions about travel data answered without a request.' },
  provider_faults_timeout: { apps: worker, help: 'Requests to providers that took too long.' },
  provider_faults_network: { apps: worker, help: 'Requests to providers that did not get through.' },
  provider_faults_server: { apps: worker, help: 'Requests to providers that failed on their side.' },
  provider_faults_rate_limited: { apps: worker, help: 'Requests providers refused as too many.' },
  provider_faults_unauthorized: { apps: worker, help: 'Requests providers refused for our credentials.' },
  provider_faults_refused: { apps: worker, help: 'Requests providers called wrong.' },
  provider_faults_unreadable: { apps: worker, help: 'Answers of providers that could not be read.' },
  provider_faults_circuit_open: { apps: worker, help: 'Requests held back while a provider rests.' },
};

/** The names an operator may count on, without prefix and ending. */
export const countedNames: readonly string[] = Object.keys(catalogue);

/** What a process counted, the names of its `apps` at least, as metrics in the order of their names. */
export function counterMetrics(counters: Counters, ...apps: readonly CountingApp[]): Metric[] {
  const known = Object.entries(catalogue).filter(([, entry]) => entry.apps.some((app) => apps.includes(app)));
  const values = { ...Object.fromEntries(known.map(([name]) => [name, 0])), ...counters.read() };
  return Object.entries(values)
    .map(([name, value]) => toMetric(name, value))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function toMetric(name: string, value: number): Metric {
  const entry = catalogue[name];
  const help = entry?.help ?? `${name.replaceAll('_', ' ')}, counted by this process.`;
  return entry?.gauge
    ? { name, help, type: 'gauge', value }
    : { name: `${name}_total`, help, type: 'counter', value };
}
