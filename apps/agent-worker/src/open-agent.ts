import { setTimeout as pause } from 'node:timers/promises';
import { type Agent } from '@travellite/protocol';
import { createEchoAgent, createTrialAgent } from '@travellite/rehearsal';
import { type AgentSurroundings, type TravelSettings } from './open-travel-agent.js';

export interface AgentSettings extends TravelSettings {
  kind: 'travel' | 'echo' | 'trial';
}

/** The agent the settings ask for, and the name of the model that speaks. Only the travel agent loads what it needs. */
export async function openAgent(
  { kind, ...settings }: AgentSettings,
  surroundings: AgentSurroundings,
): Promise<{ agent: Agent; model: string }> {
  switch (kind) {
    case 'echo':
      return { agent: createEchoAgent(), model: 'echo' };
    case 'trial':
      return { agent: createTrialAgent(trialSurroundings), model: 'trial' };
    case 'travel': {
      const { openTravelAgent } = await import('./open-travel-agent.js');
      return openTravelAgent(settings, surroundings);
    }
  }
}

const trialSurroundings = {
  pause: (ms: number, signal: AbortSignal) => pause(ms, undefined, { signal }),
  die: () => void process.kill(process.pid, 'SIGKILL'),
};
