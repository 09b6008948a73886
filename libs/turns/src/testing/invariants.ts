import { type CanonicalEvent, type ConversationId } from '@travellite/protocol';
import { answerTo } from './scripted-agent.js';
import { type World } from './world.js';

/** Throws unless everything the architecture promises is true of what happened. */
export async function checkInvariants(world: World, calm: boolean): Promise<void> {
  expect(calm).toBe(true);
  const { outbox, running, ready } = await world.conversations.load();
  expect({ outbox, running, ready }).toEqual({ outbox: 0, running: 0, ready: 0 });
  for (const witness of world.witnesses) {
    expect(witness.faults).toEqual([]);
    const log = await readLog(world, witness.conversation);
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, at) => at + 1));
    checkTurns(log);
    checkWriters(log);
    await checkAcceptance(world, witness.conversation, log);
    await checkState(world, witness.conversation, log);
    // Every event was seen once, in order, by who was there from the beginning and resumed after every loss.
    expect(witness.events).toEqual(log);
    for (const event of log) {
      if (event.type === 'response') expect(witness.texts.get(event.turn)).toBe(event.text);
    }
  }
}

async function readLog(world: World, conversation: ConversationId): Promise<CanonicalEvent[]> {
  const log = await world.conversations.readEvents(conversation, { epoch: 0, seq: 0 }, 10_000);
  if (log.status !== 'ok') throw new Error(`the log has a gap: ${log.reason}`);
  return log.events;
}

const turnsWith = (log: readonly CanonicalEvent[], type: CanonicalEvent['type']) =>
  log.filter((event) => event.type === type).map(({ turn }) => turn);

/** Each turn has its events together, from one `message` to one `done`, and a whole answer when it is complete. */
function checkTurns(log: readonly CanonicalEvent[]): void {
  const begun = turnsWith(log, 'message');
  expect(new Set(begun).size).toBe(begun.length);
  expect(turnsWith(log, 'done')).toEqual(begun);
  let current: string | undefined;
  for (const event of log) {
    if (event.type === 'message') {
      expect(current).toBeUndefined();
      current = event.turn;
    }
    expect(event.turn).toBe(current);
    if (event.type === 'done') current = undefined;
    if (event.type !== 'response') continue;
    const { turn: id, conversation } = event;
    expect(event.text).toBe(
      answerTo({ id, conversation, message: { text: '', author: { userId: '' }, ts: 0, door: 'native' } }),
    );
  }
}

/** Between two resets of a turn one process writes: what an older claim still had to say was refused. */
function checkWriters(log: readonly CanonicalEvent[]): void {
  let writer: string | undefined;
  for (const event of log) {
    if (event.type === 'turn_started' || event.type === 'text_reset') writer = undefined;
    const name =
      event.type === 'workflow_step' ? event.label : event.type === 'progress' ? event.text : undefined;
    if (name === undefined) continue;
    expect(name).toBe(writer ?? name);
    writer = name;
  }
}

/** What was accepted ended once, in the order of acceptance; nothing else did, except what was accepted without our learning it. */
async function checkAcceptance(
  world: World,
  conversation: ConversationId,
  log: readonly CanonicalEvent[],
): Promise<void> {
  const accepted = world.accepted.filter((turn) => turn.conversation === conversation).map(({ id }) => id);
  const ended = turnsWith(log, 'done');
  expect(ended.filter((turn) => accepted.includes(turn))).toEqual(accepted);
}

/** The agent's state holds exactly the completed turns, in order; the version counts commits. */
async function checkState(
  world: World,
  conversation: ConversationId,
  log: readonly CanonicalEvent[],
): Promise<void> {
  const { state, version } = await world.conversations.snapshot(conversation);
  const dead = (await world.conversations.deadLetters({ limit: 1000 })).filter(
    (letter) => letter.conversation === conversation,
  );
  const complete = log.filter((event) => event.type === 'done' && event.status === 'complete');
  expect(state?.data ?? []).toEqual(complete.map(({ turn }) => turn));
  expect(version).toBe(turnsWith(log, 'done').length - dead.length);
  expect(turnsWith(log, 'done')).toEqual(expect.arrayContaining(dead.map(({ turn }) => turn)));
}
