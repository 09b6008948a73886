import { type Agent, type AgentState, type Emit, TravelError, type Turn } from '@travellite/protocol';
import { parseTrialScript, type TrialScript } from './trial-script.js';

/** What the trial agent needs of the process it runs in. */
export interface TrialSurroundings {
  /** Waits; rejects when the signal aborts. */
  pause: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Ends the process at once. */
  die: () => void;
}

/** Turns whose ids are kept: far more than a run makes in one conversation. */
const maxTurns = 10_000;

/**
 * An agent for trials of the platform: it does what the message says (`parseTrialScript`), and its state is the list of the turns it
 * committed, in order. So a checker can read off the state whether a turn was lost, doubled or overtaken.
 */
export function createTrialAgent({ pause, die }: TrialSurroundings): Agent {
  return {
    stateVersion: 1,
    async run(turn, state, emit, signal): Promise<AgentState> {
      const script = parseTrialScript(turn.message.text);
      signal.throwIfAborted();
      if (script.ends === 'dies') {
        die();
        // Nothing goes on while the signal is on its way.
        await new Promise<never>(() => undefined);
      }
      await perform(script, turn, emit, (ms) => (ms > 0 ? pause(ms, signal) : Promise.resolve()));
      signal.throwIfAborted();
      if (script.ends === 'refused')
        throw new TravelError('invalid', 'The trial message asks to be refused.');
      if (script.ends === 'failed') throw new TravelError('tool_failed', 'The trial message asks to fail.');
      const turns = [...turnsOf(state), turn.id].slice(-maxTurns);
      return { version: 1, view: { history: [] }, data: { turns } };
    },
  };
}

async function perform(
  { steps, chunks, length, takesMs }: TrialScript,
  turn: Turn,
  emit: Emit,
  pause: (ms: number) => Promise<void>,
): Promise<void> {
  const pauseMs = takesMs / Math.max(1, steps + chunks);
  for (let step = 1; step <= steps; step += 1) {
    await pause(pauseMs);
    await emit.event({ type: 'progress', text: `step ${step} of ${steps}` });
  }
  emit.text(`${turn.id} `);
  for (let chunk = 1; chunk <= chunks; chunk += 1) {
    await pause(pauseMs);
    const size = Math.floor((length * chunk) / chunks) - Math.floor((length * (chunk - 1)) / chunks);
    if (size > 0) emit.text('.'.repeat(size));
  }
}

/** The turns a state of this agent lists; a state of another agent lists none. */
function turnsOf(state: AgentState | undefined): string[] {
  const data = state?.data as { turns?: unknown } | null | undefined;
  return Array.isArray(data?.turns) ? (data.turns as string[]) : [];
}
