import { type Door, type RoomNote, type Turn } from '@travellite/protocol';
import { createDirectIngest } from './ingest/direct-ingest.js';
import { openingOf, outboundOf } from './opening.js';
import { agentOf, ann, Stage, stateOf } from './testing/stage.js';

const turn = (door: Door, conversation: Turn['conversation'] = ann, note?: RoomNote): Turn => ({
  id: 'one',
  conversation,
  message: { text: note ? '' : 'hello', author: { userId: 'bob' }, ts: 1, door, ...(note ? { note } : {}) },
});
const joined: RoomNote = { kind: 'presence', status: 'joined' };

describe('where the answer of a turn goes', () => {
  it('is the realtime service when the message came from there, and in every shared room', () => {
    const outbound = { userId: 'bob' };
    expect(outboundOf(turn('realtime'))).toEqual({ outbound });
    expect(outboundOf(turn('native', 'room:tokyo'))).toEqual({ outbound });
    expect(outboundOf(turn('native'))).toEqual({});
  });

  it('names the namespace the message came through', () => {
    const one = turn('realtime');
    expect(outboundOf({ ...one, message: { ...one.message, namespace: 'blue' } })).toEqual({
      outbound: { userId: 'bob', namespace: 'blue' },
    });
  });

  it('is nowhere for what is only recorded', () => {
    expect(outboundOf(turn('realtime', 'room:tokyo', joined))).toEqual({});
  });

  it('stands at its beginning', () => {
    const one = turn('realtime');
    expect(openingOf(one)).toEqual([
      { type: 'message', message: one.message },
      { type: 'turn_started', outbound: { userId: 'bob' } },
    ]);
    expect(openingOf(turn('native'))[1]).toEqual({ type: 'turn_started' });
  });
});

describe('a turn that is only recorded', () => {
  let stage: Stage;
  beforeEach(async () => void (stage = await Stage.open()));
  afterEach(() => stage.close());
  const submit = async (one: Turn) => {
    await createDirectIngest({ conversations: stage.conversations, bus: stage.bus }).submit(one);
    await stage.settle();
  };

  it('is in the log with what happened, changes the state, and has no answer', async () => {
    await stage.startWorker(agentOf(async ({ message }) => stateOf(message.note?.status)));
    await submit(turn('realtime', ann, joined));
    const bodies = (await stage.log()).map(({ type, ...rest }) => ({ type, ...rest }));
    expect(bodies).toMatchObject([
      { type: 'note', userId: 'bob', note: joined },
      { type: 'done', status: 'complete' },
    ]);
    expect(bodies[1]).not.toHaveProperty('outbound');
    expect((await stage.conversations.snapshot(ann)).state?.data).toBe('joined');
  });

  it('stands beside turns whose end names whom it answers', async () => {
    await stage.startWorker(agentOf(async () => stateOf(null)));
    await submit(turn('realtime'));
    expect((await stage.log()).at(-1)).toMatchObject({ type: 'done', outbound: { userId: 'bob' } });
  });
});
