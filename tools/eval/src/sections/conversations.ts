import { createTravelAgent } from '@travellite/agent';
import { type GoldDialogue, goldDialogues, goldToday, measureKnown, newScore } from '@travellite/agent/gold';
import { createOfflineModel } from '@travellite/model';
import { type Agent, type AgentState, type Turn } from '@travellite/protocol';
import { silentLog } from '@travellite/telemetry';
import { createTravelTools } from '@travellite/travel-tools';
import { type Section } from '../line.js';

const now = Date.parse(`${goldToday}T12:00:00Z`);
const section = 'conversations';

/** Words that no person should read: what is left when a value was not there. */
const leftovers = /\b(undefined|null|NaN)\b|\[object |\$\{/;

/**
 * The same dialogues through the whole agent, offline and on sample data, state through JSON between turns: what it knows of the trip
 * after each, now that it asks its own questions and shows its own options, and whether each turn was answered in whole sentences.
 */
export async function measureConversations(
  dialogues: readonly GoldDialogue[] = goldDialogues,
): Promise<Section> {
  const score = newScore();
  const unanswered: string[] = [];
  const agent = createTravelAgent({
    model: createOfflineModel(),
    tools: createTravelTools({}, { now: () => now }),
    log: silentLog,
    now: () => now,
  });
  for (const dialogue of dialogues) {
    let state: AgentState | undefined;
    for (const [index, { say, expect }] of dialogue.turns.entries()) {
      const heard = await runTurn(agent, dialogue, index, state);
      state = heard.state;
      const trip = state.view.trip;
      if (trip) measureKnown(`${dialogue.name}: ${say}`, expect, trip.request, score);
      if (!trip || heard.text.trim() === '' || leftovers.test(heard.text))
        unanswered.push(`answer to “${say}”: “${heard.text}”`);
    }
  }
  const turns = dialogues.reduce((sum, dialogue) => sum + dialogue.turns.length, 0);
  return {
    lines: [
      { section, measure: 'trip known after each turn', right: score.rowsRight, all: turns, aim: 0.9 },
      {
        section,
        measure: 'answered in whole sentences',
        right: turns - unanswered.length,
        all: turns,
        aim: 1,
      },
    ],
    misses: [
      ...score.misses.map(
        ({ say, slot, expected, got }) => `${slot} after “${say}”: expected “${expected}”, got “${got}”`,
      ),
      ...unanswered,
    ],
  };
}

async function runTurn(agent: Agent, dialogue: GoldDialogue, index: number, state: AgentState | undefined) {
  const turn: Turn = {
    id: `${dialogue.name}-${index}`,
    conversation: 'user:gold',
    message: {
      text: dialogue.turns[index]?.say ?? '',
      author: { userId: 'gold' },
      ts: now,
      door: 'native',
      ...(dialogue.locale === undefined ? {} : { locale: dialogue.locale }),
    },
  };
  let text = '';
  const emit = {
    event: () => Promise.resolve(),
    text: (delta: string) => {
      text += delta;
    },
  };
  const after = await agent.run(turn, state, emit, new AbortController().signal);
  return { text, state: JSON.parse(JSON.stringify(after)) as AgentState };
}
