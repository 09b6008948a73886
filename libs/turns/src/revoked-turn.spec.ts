import { type AgentState } from '@travellite/protocol';
import { agentOf, ann, bob, Stage, stateOf } from './testing/stage.js';

let stage: Stage;
beforeEach(async () => void (stage = await Stage.open()));
afterEach(() => stage.close());

/** An agent that hangs at its first try of each turn and answers at the second. */
function hangingOnce() {
  const aborted: string[] = [];
  const tried = new Set<string>();
  const agent = agentOf(async (turn, _state, _emit, signal) => {
    if (tried.has(turn.id)) return stateOf(turn.id);
    tried.add(turn.id);
    signal.addEventListener('abort', () => aborted.push(turn.id));
    return new Promise<AgentState>(() => undefined);
  });
  return { agent, aborted };
}

test('a worker tells which turns it runs, the longest running first', async () => {
  const worker = await stage.startWorker(hangingOnce().agent);
  await stage.submit('a', ann);
  await stage.advance(700);
  await stage.submit('b', bob);
  expect(worker.runs()).toEqual([
    { conversation: ann, turn: 'a', attempt: 1, forMs: 700 },
    { conversation: bob, turn: 'b', attempt: 1, forMs: 0 },
  ]);
});

test('a turn that is revoked is done again at once, and the hanging agent is told', async () => {
  const { agent, aborted } = hangingOnce();
  const worker = await stage.startWorker(agent);
  await stage.submit('a');
  expect(await stage.conversations.revoke(ann)).toEqual({ status: 'revoked', turn: 'a' });
  stage.bus.wake();
  await stage.settle();
  expect(await stage.conversations.snapshot(ann)).toMatchObject({ version: 1, state: { data: 'a' } });
  await stage.advance(1500);
  expect(aborted).toEqual(['a']);
  expect(worker.runs()).toEqual([]);
  expect((await stage.story()).filter((line) => line === 'a done')).toHaveLength(1);
});
