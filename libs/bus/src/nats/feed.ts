import { setTimeout as pause } from 'node:timers/promises';
import { type FeedPosition, parseConversation } from '@travellite/protocol';
import { type Log } from '@travellite/telemetry';
import { type Consumer, type JetStreamClient, type JetStreamManager, type JsMsg } from 'nats';
import { type FeedDelivery, type QueuedTurn, type Subscription } from '../port.js';
import { ensureFeed, type FeedConsumer } from './feed-consumer.js';
import { inTime } from './in-time.js';

/** How long one fetch is open. A lost connection or consumer is noticed, and closing waits, as long as this at most. */
const fetchMs = 1_000;
/** Turns that one fetch asks for. They come one at a time, each when the one before is acknowledged, without being asked for again. */
const fetchCount = 64;
/** A fetch that has not said anything by then never will: its request or its answer was lost. */
const stalledMs = fetchMs + 1_000;
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

/** Fetches the turns of one partition, one at a time, for ever. Every fault is logged, repaired and tried again. */
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
    const current = feed;
    let taken = 0;
    const take = async (message: JsMsg) => {
      taken += 1;
      return handle(message, current, handler, log);
    };
    if (!(await fetchTurns(current.consumer, take, stop.signal))) {
      feed = undefined;
    } else if (taken === 0 && (await position()).history !== current.history) {
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

/**
 * Hands over the turns of one fetch, in order, until it ends or one is not taken (`false`). While stopping the fetch is still heard out:
 * a turn on its way to a reader that is gone would come again only when its acknowledgement is overdue. One that comes then is handed back
 * after the fetch was closed, so that it goes to another worker at once.
 */
async function fetchTurns(
  consumer: Consumer,
  take: (message: JsMsg) => Promise<boolean>,
  stopped: AbortSignal,
): Promise<boolean> {
  const fetched = await consumer.fetch({ max_messages: fetchCount, expires: fetchMs });
  const messages = fetched[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await inTime(messages.next(), stalledMs, 'The fetch stalled.');
      if (next.done === true) return true;
      if (stopped.aborted) {
        void fetched.close();
        next.value.nak();
        return true;
      }
      if (!(await take(next.value))) return false;
    }
  } finally {
    void fetched.close();
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

/** `false` when the message was not taken and will come again: the store may have begun a new history. */
async function handle(
  message: JsMsg,
  { history, stream }: FeedConsumer,
  handler: FeedUse['handler'],
  log: Log,
): Promise<boolean> {
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
