import { setTimeout as pause } from 'node:timers/promises';
import { type FeedPosition, parseConversation } from '@travellite/protocol';
import { type Log } from '@travellite/telemetry';
import { type Consumer, type JetStreamClient, type JetStreamManager, type JsMsg } from 'nats';
import { type FeedDelivery, type QueuedTurn, type Subscription } from '../port.js';
import { ensureFeed, type FeedConsumer } from './feed-consumer.js';

/** How long one pull waits for a turn. A lost connection or consumer is noticed, and closing waits, as long as this at most. */
const pullMs = 1_000;
/** A pull that has not come back by then never will: its request or its answer was lost. */
const stalledMs = pullMs + 1_000;
const retryMs = 200;
/** Half of the consumer's `ack_wait`: a handler that takes longer says that it is still at work. */
const stillWorkingMs = 1_000;

export const replyToHeader = 'Travellite-Reply-To';

interface FeedParts {
  stream: JetStreamClient;
  manager: JetStreamManager;
  /** Makes streams and consumers again that someone deleted. */
  repair(): Promise<void>;
  log: Log;
}

interface OpenFeed extends FeedConsumer {
  consumer: Consumer;
}

export interface FeedUse {
  partition: number;
  handler: (queued: QueuedTurn, delivery: FeedDelivery) => Promise<void>;
  position?: () => Promise<FeedPosition>;
}

/** A store that never loses anything: the consumer alone knows where it stands. */
const alwaysTheSame = async (): Promise<FeedPosition> => ({ history: '', stream: '', sequence: 0 });

/** Pulls the turns of one partition, one at a time, for ever. Every fault is logged, repaired and tried again. */
export async function consumeFeed(
  parts: FeedParts,
  { partition, handler, position = alwaysTheSame }: FeedUse,
): Promise<Subscription> {
  const stop = new AbortController();
  const log = parts.log.with({ partition });
  const open = async (): Promise<OpenFeed> => {
    const feed = await ensureFeed(parts.manager, partition, await position());
    return { ...feed, consumer: await parts.stream.consumers.get('TURNS', feed.name) };
  };
  let feed: OpenFeed | undefined = await open();
  const step = async () => {
    feed ??= await open();
    const message = await pull(feed.consumer);
    if (message) {
      if (!(await handle(message, feed, handler, stop.signal, log))) feed = undefined;
    } else if ((await position()).history !== feed.history) {
      log.info('the store began anew; the feed goes on where its account ends');
      feed = undefined;
    }
  };
  const running = (async () => {
    while (!stop.signal.aborted) {
      try {
        await step();
      } catch (error) {
        if (stop.signal.aborted) break;
        feed = undefined;
        log.warn('the feed was interrupted; repairing', { cause: (error as Error).message });
        // A server that is still deleting a stream mixes it up with one that is made at once (seen with 2.9.10).
        await pause(retryMs);
        await repair(parts, log);
      }
    }
  })();
  return {
    close: async () => {
      stop.abort();
      await running;
    },
  };
}

/** The next turn, or `null` when none came. Rejects when the pull stalled: the client does not notice every lost answer. */
async function pull(consumer: Consumer): Promise<JsMsg | null> {
  let timer: NodeJS.Timeout | undefined;
  const stalled = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the pull stalled')), stalledMs);
  });
  try {
    return await Promise.race([consumer.next({ expires: pullMs }), stalled]);
  } finally {
    clearTimeout(timer);
  }
}

/** A turn as `publishTurn` wrote it; `undefined` for what somebody else put into the stream. */
function readQueuedTurn(message: JsMsg): QueuedTurn | undefined {
  try {
    const { turn, ...how } = message.json<QueuedTurn>();
    const ours = typeof turn.id === 'string' && parseConversation(turn.conversation) !== undefined;
    return ours && typeof turn.message.text === 'string' ? { turn, ...how } : undefined;
  } catch {
    return undefined;
  }
}

async function repair(parts: FeedParts, log: Log): Promise<void> {
  try {
    await parts.repair();
  } catch (error) {
    log.warn('the feed could not be repaired yet', { cause: (error as Error).message });
  }
}

/**
 * A message that came in while stopping is handed back at once, so that another worker gets it without waiting. `false` when it was not
 * taken: the store may have begun a new history.
 */
async function handle(
  message: JsMsg,
  { history, stream }: FeedConsumer,
  handler: FeedUse['handler'],
  stopped: AbortSignal,
  log: Log,
): Promise<boolean> {
  if (stopped.aborted) {
    message.nak();
    return true;
  }
  const queued = readQueuedTurn(message);
  if (queued === undefined) {
    // It would hold up its partition for ever.
    log.error('what is in the stream is no turn; it is left out', { sequence: message.seq });
    message.term();
    return true;
  }
  const working = setInterval(() => message.working(), stillWorkingMs);
  try {
    const replyTo = message.headers?.get(replyToHeader);
    await handler(queued, {
      position: { history, stream, sequence: message.seq },
      redelivered: message.redelivered,
      ...(replyTo ? { replyTo } : {}),
    });
    message.ack();
    return true;
  } catch (error) {
    log.warn('a turn could not be taken; it will be delivered again', { cause: (error as Error).message });
    message.nak(retryMs);
    return false;
  } finally {
    clearInterval(working);
  }
}
