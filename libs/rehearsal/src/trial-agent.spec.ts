import { type AgentEvent, type AgentState, type Turn } from '@travellite/protocol';
import { createTrialAgent } from './trial-agent.js';

const turn = (id: string, text = ''): Turn => ({
  id,
  conversation: 'user:ann',
  message: { text, author: { userId: 'ann' }, ts: 1, door: 'native' },
});

/** Runs turns one after another and writes down all they do. */
class Stage {
  state: AgentState | undefined;
  readonly events: AgentEvent[] = [];
  readonly pauses: number[] = [];
  text = '';
  deaths = 0;
  readonly agent = createTrialAgent({
    pause: async (ms) => void this.pauses.push(ms),
    die: () => void (this.deaths += 1),
  });

  async run(one: Turn, signal = new AbortController().signal): Promise<void> {
    const emit = {
      event: async (event: AgentEvent) => void this.events.push(event),
      text: (delta: string) => void (this.text += delta),
    };
    this.state = await this.agent.run(one, this.state, emit, signal);
  }
}

describe('the trial agent', () => {
  let stage: Stage;
  beforeEach(() => void (stage = new Stage()));

  test('keeps the turns it committed, in order', async () => {
    for (const id of ['a', 'b', 'c']) await stage.run(turn(id));
    expect(stage.state?.data).toEqual({ turns: ['a', 'b', 'c'] });
  });

  test('announces its steps, streams its answer and takes its time', async () => {
    await stage.run(turn('a', 'steps=2 chunks=3 length=10 takesMs=50'));
    expect(stage.events.map((event) => event.type)).toEqual(['progress', 'progress']);
    expect(stage.text).toBe(`a ${'.'.repeat(10)}`);
    expect(stage.pauses).toEqual([10, 10, 10, 10, 10]);
  });

  test.each([
    ['refused', false],
    ['failed', true],
  ])('a turn that is %s throws, keeps nothing, and may be tried again: %s', async (ends, retryable) => {
    await stage.run(turn('a'));
    await expect(stage.run(turn('b', `ends=${ends}`))).rejects.toMatchObject({ retryable });
    expect(stage.state?.data).toEqual({ turns: ['a'] });
  });

  test('a deadly message ends the process and nothing comes after it', async () => {
    const over = stage.run(turn('a', 'ends=dies')).then(() => 'over');
    const still = new Promise((resolve) => setImmediate(resolve, 'still'));
    expect(await Promise.race([over, still])).toBe('still');
    expect(stage.deaths).toBe(1);
  });

  test('a stopped turn does nothing', async () => {
    await expect(stage.run(turn('a'), AbortSignal.abort())).rejects.toThrow();
    expect(stage.events).toEqual([]);
  });

  test("another agent's state lists no turns", async () => {
    stage.state = { version: 1, view: { history: [] }, data: null };
    await stage.run(turn('a'));
    expect(stage.state?.data).toEqual({ turns: ['a'] });
  });
});
