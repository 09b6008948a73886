import { type ClaimRef, type Conversations } from '@travellite/conversations';
import { type Log } from '@travellite/telemetry';
import { type Clock } from '../clock.js';

export interface LeaseKeeperOptions {
  claim: ClaimRef;
  conversations: Pick<Conversations, 'renew'>;
  clock: Clock;
  leaseMs: number;
  log: Log;
  onLost: () => void;
}

/** Renews a claim's lease at a third of its length until `stop`; the result of this function. */
export function keepLease({
  claim,
  conversations,
  clock,
  leaseMs,
  log,
  onLost,
}: LeaseKeeperOptions): () => void {
  let stopped = false;
  let stopTimer: () => void;
  const renew = async () => {
    try {
      const answer = await conversations.renew(claim, leaseMs);
      if (stopped) return;
      if (answer === 'lost') onLost();
      else again();
    } catch (thrown) {
      // The fence guards the store; work goes on as long as the claim may still be ours.
      log.warn('A lease could not be renewed.', { turn: claim.turn, cause: String(thrown) });
      if (!stopped) again();
    }
  };
  const again = () => (stopTimer = clock.after(leaseMs / 3, () => void renew()));
  again();
  return () => {
    stopped = true;
    stopTimer();
  };
}
