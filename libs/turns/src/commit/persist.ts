import { TravelError, toTravelError } from '@travellite/protocol';
import { type Clock, pause } from '../clock.js';

/** Waits between tries of a write whose outcome is unknown. The last one repeats. */
const waitsMs = [20, 50, 100, 250, 500, 1000, 2000] as const;

/**
 * Repeats a write until the store gives an answer: every write of a turn may be repeated, and a claim that was lost meanwhile is
 * answered `fenced`. Rejects with what repeating cannot heal, and with `cancelled` once `isStopped`.
 */
export async function persist<T>(
  write: () => Promise<T>,
  clock: Clock,
  isStopped: () => boolean,
): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await write();
    } catch (thrown) {
      const fault = toTravelError(thrown);
      if (!fault.retryable) throw fault;
      if (isStopped()) throw new TravelError('cancelled', 'The work was stopped.', { cause: fault });
      await pause(clock, waitsMs[Math.min(tries, waitsMs.length - 1)] ?? 0);
    }
  }
}
