import { streamSubjects, subjects, toNamespaceToken, TravelError } from '@travellite/protocol';
import {
  AckPolicy,
  type ConsumerConfig,
  DeliverPolicy,
  DiscardPolicy,
  type JetStreamManager,
  nanos,
  NatsError,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
} from 'nats';
import { type NatsOptions } from './nats-options.js';

type WantedStream = Pick<
  StreamConfig,
  | 'name'
  | 'subjects'
  | 'retention'
  | 'storage'
  | 'discard'
  | 'max_age'
  | 'max_bytes'
  | 'duplicate_window'
  | 'num_replicas'
> &
  Partial<Pick<StreamConfig, 'max_msgs_per_subject'>>;

const minute = 60_000;
const hour = 60 * minute;

/**
 * The five streams. All have limits retention: a work-queue stream of NATS 2.9 forgets its message ids over a restart,
 * and then a resent turn would be fed twice. `TURNS` refuses when full rather than drop what nobody has read.
 */
export function wantedStreams(options: Pick<NatsOptions, 'replicas' | 'maxStreamBytes'>): WantedStream[] {
  const stream = (
    name: keyof typeof streamSubjects,
    discard: DiscardPolicy,
    maxAgeMs: number,
    windowMs: number,
  ): WantedStream => ({
    name,
    subjects: [...streamSubjects[name]],
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    discard,
    max_age: nanos(maxAgeMs),
    max_bytes: options.maxStreamBytes,
    duplicate_window: nanos(windowMs),
    num_replicas: options.replicas,
  });
  return [
    stream('TURNS', DiscardPolicy.New, 24 * hour, 10 * minute),
    stream('EVENTS', DiscardPolicy.Old, hour, 10 * minute),
    // Answers are in the history, too: when nobody publishes them, the oldest go rather than hold up direct clients.
    stream('OUTBOUND', DiscardPolicy.Old, 24 * hour, 10 * minute),
    stream('DLQ', DiscardPolicy.Old, 30 * 24 * hour, 10 * minute),
    // Kept for good, the newest of each name; when it is full the door says so.
    { ...stream('KNOWLEDGE', DiscardPolicy.New, 0, 2 * minute), max_msgs_per_subject: 1 },
  ];
}

/** What a server never changes on an existing stream. */
const fixed = ['retention', 'storage'] as const;

/**
 * Makes the streams or brings existing ones in line.
 * @throws {TravelError} `conflict` naming the difference when a stream exists with what cannot be changed
 */
export async function ensureStreams(manager: JetStreamManager, options: NatsOptions): Promise<void> {
  for (const wanted of wantedStreams(options)) {
    const existing = await findStream(manager, wanted.name);
    if (existing === undefined) {
      await manager.streams.add(wanted);
      options.log.info('stream made', { stream: wanted.name, replicas: wanted.num_replicas });
      continue;
    }
    const differences = differencesOf(existing, wanted);
    if (differences.length === 0) continue;
    refuseFixed(wanted, existing, differences);
    await manager.streams.update(wanted.name, { ...existing, ...wanted });
    options.log.info('stream brought in line', { stream: wanted.name, changed: differences.join(', ') });
  }
}

export const isMissing = (error: unknown) => error instanceof NatsError && error.api_error?.code === 404;

async function findStream(manager: JetStreamManager, name: string): Promise<StreamConfig | undefined> {
  try {
    return (await manager.streams.info(name)).config;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

export function differencesOf<T extends object>(existing: object, wanted: T): (keyof T & string)[] {
  return (Object.keys(wanted) as (keyof T & string)[]).filter(
    (field) => JSON.stringify((existing as T)[field]) !== JSON.stringify(wanted[field]),
  );
}

function refuseFixed(wanted: WantedStream, existing: StreamConfig, differences: string[]): void {
  const stuck = fixed.filter((field) => differences.includes(field));
  if (stuck.length === 0) return;
  const words = stuck
    .map((field) => `${field} is "${existing[field]}" and must be "${wanted[field]}"`)
    .join(', ');
  throw new TravelError(
    'conflict',
    `The NATS stream ${wanted.name} exists with another configuration that cannot be changed: ${words}. Rename or delete it, then start again.`,
  );
}

export const outboundName = (namespace: string): string => `publish-${toNamespaceToken(namespace)}`;

/** Answers handed over and not yet done with. */
const answersInFlight = 512;
/** How far back the first publisher of a namespace begins, in ms: what is older, nobody waits for any more. */
const outboundBeginMs = 5 * minute;

/**
 * Makes the durable consumer of a namespace or brings it in line. Where it began to read is left alone. An answer stays for `ackMs` with
 * a process that gives no sign of life.
 */
export async function ensureOutbound(
  manager: JetStreamManager,
  namespace: string,
  ackMs: number,
): Promise<void> {
  const kept = {
    durable_name: outboundName(namespace),
    filter_subject: subjects.outboundOf(namespace),
    ack_policy: AckPolicy.Explicit,
    ack_wait: nanos(ackMs),
    max_ack_pending: answersInFlight,
    max_deliver: -1,
  } satisfies Partial<ConsumerConfig>;
  try {
    const { config } = await manager.consumers.info('OUTBOUND', kept.durable_name);
    if (differencesOf(config, kept).length > 0)
      await manager.consumers.update('OUTBOUND', kept.durable_name, kept);
  } catch (error) {
    if (!isMissing(error)) throw error;
    const begin = new Date(Date.now() - outboundBeginMs).toISOString();
    await manager.consumers.add('OUTBOUND', {
      ...kept,
      deliver_policy: DeliverPolicy.StartTime,
      opt_start_time: begin,
    });
  }
}

/** A follower takes its time: each document has vectors to be made. It says meanwhile that it is at work. */
export const documentsAckMs = 6_000;

/** Makes the durable consumer that a group of followers shares. One document in flight keeps the order. */
export async function ensureDocumentGroup(manager: JetStreamManager, group: string): Promise<void> {
  try {
    await manager.consumers.info('KNOWLEDGE', group);
  } catch (error) {
    if (!isMissing(error)) throw error;
    await manager.consumers.add('KNOWLEDGE', {
      durable_name: group,
      ack_policy: AckPolicy.Explicit,
      deliver_policy: DeliverPolicy.All,
      ack_wait: nanos(documentsAckMs),
      max_ack_pending: 1,
      max_deliver: -1,
    });
  }
}
