import { type Bus } from '@travellite/bus';
import { type AcceptResult, type Conversations } from '@travellite/conversations';
import { limits } from '@travellite/protocol';
import { type Counters } from '@travellite/telemetry';
import { type Faults } from '../faults.js';
import { openingOf } from '../opening.js';
import { type Ingest } from './ingest.js';

export interface DirectIngestOptions {
  conversations: Pick<Conversations, 'accept'>;
  bus: Pick<Bus, 'wake'>;
  counters?: Counters;
  faults?: Faults;
  /** Turns that may wait in one conversation; `limits.maxQueued` when not given. */
  maxQueued?: number;
}

/** The door puts the turn into the mailbox itself: for one process that holds the store, without the way over the bus. */
export function createDirectIngest(options: DirectIngestOptions): Ingest {
  const { conversations, bus, counters, faults, maxQueued = limits.maxQueued } = options;
  return {
    async submit(turn, { onBusy } = {}) {
      if (faults) await faults.at('accept.before');
      const result = await conversations.accept(turn, { opening: openingOf(turn), onBusy, maxQueued });
      if (faults) await faults.at('accept.after');
      counters?.add(`turns_${result.status}`);
      if (isOpen(result)) bus.wake(turn.conversation);
      return result;
    },
  };
}

/** Whether the turn waits or runs; a wake-up for one that was known before heals a wake-up that was lost. */
export const isOpen = (result: AcceptResult): boolean =>
  result.status === 'accepted' || (result.status === 'duplicate' && result.outcome === 'open');
