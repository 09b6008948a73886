import { type Bus } from '@travellite/bus';
import { type Conversations } from '@travellite/conversations';
import { type Log } from '@travellite/telemetry';
import { type Clock } from '../clock.js';

export interface RefeedOptions {
  bus: Pick<Bus, 'refeed'>;
  conversations: Pick<Conversations, 'lostPartitions' | 'refed'>;
  clock: Clock;
  log: Log;
  /** Time between two looks, in ms; 1000 when not given. */
  lookMs?: number;
}

/**
 * Feeds partitions again whose store lost data: what the lost writes had taken from the feed is still in its stream. The store keeps
 * the mark and refuses newer turns until the feed stands at the right place, so whoever dies here leaves the work to the next who looks.
 */
export function keepRefeeding(options: RefeedOptions): { start(): Promise<void>; close(): Promise<void> } {
  const { clock, lookMs = 1000 } = options;
  let closed = false;
  let looking: Promise<void> = Promise.resolve();
  let stopTimer: () => void = () => undefined;
  const look = async () => {
    await refeedLost(options);
    if (!closed) stopTimer = clock.after(lookMs, () => (looking = look()));
  };
  return {
    start: () => (looking = look()),
    async close() {
      closed = true;
      stopTimer();
      await looking;
    },
  };
}

async function refeedLost({ bus, conversations, log }: RefeedOptions): Promise<void> {
  try {
    for (const lost of await conversations.lostPartitions()) {
      await bus.refeed(lost.partition, lost.afterSequence);
      await conversations.refed(lost);
    }
  } catch (thrown) {
    log.warn('Lost turns could not be fed again yet.', { cause: String(thrown) });
  }
}
