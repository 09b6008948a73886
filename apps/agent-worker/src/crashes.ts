import { TravelError } from '@travellite/protocol';
import { type Faults, type StepPoint, stepPoints } from '@travellite/turns';

/** What a crash needs of its surroundings; tests bring their own. */
export interface CrashSurroundings {
  /** 0 to 1. */
  random: () => number;
  /** Ends the process at once, with no chance to tidy up. */
  kill: () => void;
}

const killSelf: CrashSurroundings = { random: Math.random, kill: () => process.kill(process.pid, 'SIGKILL') };

/**
 * For chaos runs: kills the process at step boundaries of the engine, each with its own probability.
 * @throws {TravelError} `invalid` for a name that is no step boundary
 */
export function createCrashes(
  probabilities: Readonly<Record<string, number>>,
  { random, kill }: CrashSurroundings = killSelf,
): Faults | undefined {
  const unknown = Object.keys(probabilities).filter((name) => !stepPoints.includes(name as StepPoint));
  if (unknown.length > 0) {
    const known = stepPoints.join(', ');
    throw new TravelError('invalid', `TRAVELLITE_FAULTS names ${unknown.join(', ')}; there is ${known}.`);
  }
  if (Object.keys(probabilities).length === 0) return undefined;
  return {
    at: (point) => {
      if (random() >= (probabilities[point] ?? 0)) return undefined;
      kill();
      // Nothing goes on while the signal is on its way.
      return new Promise<void>(() => undefined);
    },
  };
}
