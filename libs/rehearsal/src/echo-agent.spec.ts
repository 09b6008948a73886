import { type AgentState, type Turn } from '@travellite/protocol';
import { createEchoAgent } from './echo-agent.js';

const turn = (id: string, userId = 'ann'): Turn => ({
  id,
  conversation: `user:${userId}`,
  message: { text: `message ${id}`, author: { userId }, ts: 1_795_000_000_000, door: 'gateway' },
});

async function talk(turns: Turn[]) {
  const agent = createEchoAgent();
  let state: AgentState | undefined;
  const answers: string[][] = [];
  for (const one of turns) {
    const pieces: string[] = [];
    const emit = { event: async () => Promise.resolve(), text: (delta: string) => void pieces.push(delta) };
    const next: AgentState = await agent.run(one, state, emit, new AbortController().signal);
    state = JSON.parse(JSON.stringify(next)) as AgentState;
    answers.push(pieces);
  }
  return { state, answers };
}

describe('the echo agent', () => {
  it('streams twenty chunks and ends with the number of turns stored', async () => {
    const { answers } = await talk(Array.from({ length: 25 }, (_, index) => turn(`t${index + 1}`)));
    for (const [index, pieces] of answers.entries()) {
      expect(pieces).toHaveLength(20);
      expect(pieces.join('')).toMatch(new RegExp(`#${index + 1}$`));
    }
  });

  it('keeps the last twenty messages, the newest last', async () => {
    const { state } = await talk(Array.from({ length: 25 }, (_, index) => turn(`t${index + 1}`)));
    const history = state?.view.history ?? [];
    expect(history).toHaveLength(20);
    expect(history[0]).toMatchObject({ turn: 't16', role: 'user', text: 'message t16' });
    expect(history[19]).toMatchObject({ turn: 't25', role: 'assistant' });
    expect(state?.version).toBe(1);
  });

  it('counts the people of a room apart', async () => {
    const { answers } = await talk([turn('t1', 'ann'), turn('t2', 'ben'), turn('t3', 'ann')]);
    expect(answers.map((pieces) => pieces.at(-1))).toEqual(['#1', '#1', '#2']);
  });

  it('begins anew over the state of another agent', async () => {
    const foreign: AgentState = { version: 1, view: { history: [] }, data: { request: {} } };
    const emit = { event: async () => Promise.resolve(), text: () => undefined };
    const next = await createEchoAgent().run(turn('t1'), foreign, emit, new AbortController().signal);
    expect(next.view.history.at(-1)?.text).toMatch(/#1$/);
  });

  it('does nothing for a turn that was stopped', async () => {
    const emit = { event: async () => Promise.resolve(), text: () => undefined };
    await expect(createEchoAgent().run(turn('t1'), undefined, emit, AbortSignal.abort())).rejects.toThrow();
  });
});
