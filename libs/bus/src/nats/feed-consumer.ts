import { createHash } from 'node:crypto';
import { type FeedPosition, subjects } from '@travellite/protocol';
import { AckPolicy, type ConsumerConfig, DeliverPolicy, type JetStreamManager, nanos } from 'nats';
import { differencesOf, isMissing } from './streams.js';

/** How long a consumer stays that nobody asks for turns: one of an earlier history, or of a cluster without workers. In ms. */
const abandonedMs = 5 * 60_000;

/** A durable consumer of one partition, and what it counts in. */
export interface FeedConsumer extends Pick<FeedPosition, 'history' | 'stream'> {
  name: string;
}

/**
 * Every history of the store and every making of the stream has a consumer of its own name. So whoever still fetches for an older history,
 * or acknowledges what came for it, reaches another consumer than the one that counts, and of all who open the same one the first says
 * where it begins.
 */
const feedName = (
  partition: number,
  { history, stream }: Pick<FeedConsumer, 'history' | 'stream'>,
): string => {
  const digest = createHash('sha256').update(`${history}\n${stream}`).digest('hex');
  return `feed-${partition}-${digest.slice(0, 12)}`;
};

/** One message in flight per partition: more would be reordered by the redelivery after a crash. */
const wantedFeed = (partition: number, name: string) =>
  ({
    durable_name: name,
    filter_subject: subjects.turnsOf(partition),
    ack_policy: AckPolicy.Explicit,
    ack_wait: nanos(2_000),
    max_ack_pending: 1,
    max_deliver: -1,
    inactive_threshold: nanos(abandonedMs),
  }) satisfies Partial<ConsumerConfig>;

/** Makes the consumer that reads on from `position`, or brings it in line. One that is there already keeps where it stands. */
export async function ensureFeed(
  manager: JetStreamManager,
  partition: number,
  { history, stream: known, sequence }: FeedPosition,
): Promise<FeedConsumer> {
  const { created, state } = await manager.streams.info('TURNS');
  const stream = String(created);
  const name = feedName(partition, { history, stream });
  const wanted = wantedFeed(partition, name);
  try {
    const { config } = await manager.consumers.info('TURNS', name);
    if (differencesOf(config, wanted).length > 0) await manager.consumers.update('TURNS', name, wanted);
  } catch (error) {
    if (!isMissing(error)) throw error;
    // A stream that the store's account does not know, or that lost its end, is read as a whole; the mailboxes know what they have.
    const whole = sequence === 0 || known !== stream || sequence > state.last_seq;
    const begin = whole
      ? { deliver_policy: DeliverPolicy.All }
      : { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: sequence };
    await manager.consumers.add('TURNS', { ...wanted, ...begin });
  }
  return { name, history, stream };
}
