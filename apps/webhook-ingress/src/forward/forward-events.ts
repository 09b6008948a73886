import { toTravelError, type Turn } from '@travellite/protocol';
import { type Counters, type Log } from '@travellite/telemetry';
import { type Ingest } from '@travellite/turns';

export interface ForwardPorts {
  ingest: Ingest;
  log: Log;
  counters: Counters;
}

/**
 * Hands the turns of one webhook over: those of one conversation one after another, conversations beside each other. `unavailable` when
 * one of them is not surely kept; the service then delivers all of it again, and what was kept is known by its id.
 */
export async function forwardTurns(
  turns: readonly Turn[],
  ports: ForwardPorts,
): Promise<'accepted' | 'unavailable'> {
  const conversations = Map.groupBy(turns, ({ conversation }) => conversation);
  const outcomes = await Promise.all([...conversations.values()].map((lane) => forwardLane(lane, ports)));
  return outcomes.every(Boolean) ? 'accepted' : 'unavailable';
}

async function forwardLane(turns: readonly Turn[], ports: ForwardPorts): Promise<boolean> {
  for (const turn of turns) if (!(await forwardOne(turn, ports))) return false;
  return true;
}

async function forwardOne(turn: Turn, { ingest, log, counters }: ForwardPorts): Promise<boolean> {
  try {
    const result = await ingest.submit(turn);
    if (result.status !== 'rejected') {
      counters.add(result.status === 'accepted' ? 'webhook_events_taken' : 'webhook_events_known');
      return true;
    }
    log.warn('an event of a room has to wait', { turn: turn.id, code: result.code });
  } catch (thrown) {
    const { code, message } = toTravelError(thrown);
    log.warn('an event of a room could not be queued', { turn: turn.id, code, cause: message });
  }
  return false;
}
