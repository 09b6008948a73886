import { setTimeout as pause } from 'node:timers/promises';
import { parseConversation } from '@travellite/protocol';
import { type Log } from '@travellite/telemetry';
import { type Consumer, type JetStreamClient, type JetStreamManager, type JsMsg } from 'nats';
import { type FeedDelivery, type QueuedTurn, type Subscription } from '../port.js';
import { ensureFeed, feedName } from './streams.js';

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

type Handler = (queued: QueuedTurn, delivery: FeedDelivery) => Promise<void>;

/** Pulls the turns of one partition, one at a time, for ever. Every fault is logged, repaired and tried again. */
export async function consumeFeed(
  parts: FeedParts,
  partition: number,
  handler: Handler,
): Promise<Subscription> {
  await ensureFeed(parts.manager, partition);
  const stop = new AbortController();
  const log = parts.log.with({ partition });
  const running = (async () => {
    let consumer: Consumer | undefined;
    while (!stop.signal.aborted) {
      try {
        consumer ??= await parts.stream.consumers.get('TURNS', feedName(partition));
        const message = await pull(consumer);
        if (message) await handle(message, handler, stop.signal, log);
      } catch (error) {
        if (stop.signal.aborted) break;
        consumer = undefined;
        log.warn('the feed was interrupted; repairing', { cause: (error as Error).message });
        // A server that is still deleting a stream mixes it up with one that is made at once (seen with 2.9.10).
        await pause(retryMs);
        await repair(parts, partition, log);
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

async function repair(parts: FeedParts, partition: number, log: Log): Promise<void> {
  try {
    await parts.repair();
    await ensureFeed(parts.manager, partition);
  } catch (error) {
    log.warn('the feed could not be repaired yet', { cause: (error as Error).message });
  }
}

/** A message that came in while stopping is handed back at once, so that another worker gets it without waiting. */
async function handle(message: JsMsg, handler: Handler, stopped: AbortSignal, log: Log): Promise<void> {
  if (stopped.aborted) return message.nak();
  const queued = readQueuedTurn(message);
  if (queued === undefined) {
    // It would hold up its partition for ever.
    log.error('what is in the stream is no turn; it is left out', { sequence: message.seq });
    return message.term();
  }
  const working = setInterval(() => message.working(), stillWorkingMs);
  try {
    const replyTo = message.headers?.get(replyToHeader);
    await handler(queued, {
      sequence: message.seq,
      redelivered: message.redelivered,
      ...(replyTo ? { replyTo } : {}),
    });
    message.ack();
  } catch (error) {
    log.warn('a turn could not be taken; it will be delivered again', { cause: (error as Error).message });
    message.nak(retryMs);
  } finally {
    clearInterval(working);
  }
}
