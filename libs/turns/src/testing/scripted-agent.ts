import { type Agent, type AgentState, TravelError, type Turn } from '@travellite/protocol';
import { type Clock } from '../clock.js';

/** What a turn's message makes of the agent. `poison` ends the agent's process each time. */
export const moods = ['quick', 'long', 'flaky', 'hopeless', 'refused', 'poison'] as const;
export type Mood = (typeof moods)[number];

/** Letters of the answer that is expected in the end. */
export const answerTo = (turn: Turn): string => `answer to ${turn.id}, said slowly and clearly`;

const unavailable = () => new TravelError('provider_unavailable', 'A service does not answer.');

/**
 * An agent whose state is the list of turns it has worked, so that nothing can be done twice or left out unseen. Its events carry
 * the name of its process.
 */
export function scriptedAgent(clock: Clock, name: string, die: () => void): Agent {
  const tries = new Map<string, number>();
  return {
    stateVersion: 1,
    async run(turn, state, emit, signal): Promise<AgentState> {
      const mood = turn.message.text as Mood;
      const attempt = (tries.get(turn.id) ?? 0) + 1;
      tries.set(turn.id, attempt);
      await emit.event({ type: 'workflow_step', step: 'understand', label: name });
      if (mood === 'poison') die();
      if (mood === 'hopeless' || (mood === 'flaky' && attempt < 2)) throw unavailable();
      if (mood === 'refused') throw new TravelError('invalid', 'That cannot be answered.');
      // Not awaited, as a stage that has nothing to wait for would do it.
      const noted = emit.event({ type: 'progress', text: name });
      for (const word of answerTo(turn).split(/(?<= )/)) {
        emit.text(word);
        if (mood === 'long') await waitOr(clock, 400, signal);
      }
      if (mood === 'long') await noted;
      const done = (state?.data as string[] | undefined) ?? [];
      return { version: 1, view: { history: [] }, data: [...done, turn.id] };
    },
  };
}

function waitOr(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    clock.after(ms, resolve);
  });
}
