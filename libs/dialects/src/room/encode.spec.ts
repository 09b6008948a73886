import fc from 'fast-check';
import { eventLog, message } from '../testing/events.js';
import {
  beginRoomTurn,
  createRoomState,
  encodeRoomEvent,
  encodeRoomHeard,
  encodeRoomReset,
  encodeRoomText,
  type RoomDialectOptions,
  type RoomFrame,
} from './encode.js';

const to = { userId: 'ada "the first" ✈' };
const step = { type: 'workflow_step', step: 'plan', label: 'Making a plan' } as const;

function room(options: RoomDialectOptions = {}) {
  const state = createRoomState(options);
  const at = eventLog('room:tokyo');
  beginRoomTurn(state, 't', to.userId);
  return { state, at, say: (body: Parameters<typeof at>[1]) => encodeRoomEvent(state, at('t', body)) };
}

describe('a turn in a room', () => {
  test('is begun, streamed and completed, field by field as in the contract', () => {
    const { state, say } = room();
    const frames = [
      ...say(message('hi')),
      ...say({ type: 'turn_started' }),
      ...say({ type: 'workflow_step', step: 'understand', label: 'Reading' }),
      ...say(step),
      ...encodeRoomText(state, 't', 'Hel', 2_000),
      ...encodeRoomText(state, 't', 'lo', 2_001),
      ...say({ type: 'response', text: 'Hello' }),
      ...say({ type: 'done', status: 'complete' }),
    ];
    expect(frames).toEqual([
      { type: 'agent_response', text: '', ...to, timestamp: 1_004, streaming: true },
      { type: 'agent_response', text: 'Hel', ...to, timestamp: 2_000, chunk: true },
      { type: 'agent_response', text: 'lo', ...to, timestamp: 2_001, chunk: true },
      { type: 'agent_response', text: 'Hello', ...to, timestamp: 1_005, complete: true },
    ]);
  });

  test('without an answer shows nothing at all', () => {
    const { say } = room({ status: true });
    expect([
      ...say({ type: 'turn_started' }),
      ...say({ type: 'workflow_step', step: 'understand', label: 'Reading' }),
      ...say({ type: 'requirements', requirements: [] }),
      ...say({ type: 'done', status: 'complete' }),
    ]).toEqual([]);
  });

  test('in the older form is one message', () => {
    const { state, say } = room({ plain: true });
    expect([
      ...say(step),
      ...encodeRoomText(state, 't', 'Hel', 2_000),
      ...say({ type: 'response', text: 'Hello' }),
      ...say({ type: 'done', status: 'complete' }),
    ]).toEqual([{ type: 'agent_response', text: 'Hello', ...to, timestamp: 1_002 }]);
  });

  test('that failed ends with one message, readable also for clients that know only the text', () => {
    const { say } = room();
    say({ type: 'error', code: 'timeout', message: 'It took too long.', retryable: true });
    expect(say({ type: 'done', status: 'failed' })).toEqual([
      {
        type: 'agent_response',
        text: 'It took too long.',
        ...to,
        timestamp: 1_002,
        complete: true,
        error: 'It took too long.',
      },
    ]);
  });

  test('that was stopped keeps what was said', () => {
    const { state, say } = room();
    encodeRoomText(state, 't', 'Half', 1);
    expect(say({ type: 'done', status: 'cancelled' })).toMatchObject([{ text: 'Half', complete: true }]);
  });

  test('that begins anew says so once more', () => {
    const { state, say } = room();
    expect(encodeRoomReset(state, 't', 1)).toEqual([]);
    encodeRoomText(state, 't', 'Wrong', 1);
    expect(encodeRoomReset(state, 't', 2)).toMatchObject([{ streaming: true, text: '' }]);
    encodeRoomText(state, 't', 'Right', 3);
    expect(say({ type: 'response', text: 'Right' })).toMatchObject([{ text: 'Right', complete: true }]);
  });

  test('tells what the agent is doing to members who are shown it', () => {
    const { say } = room({ status: true });
    const shown = [
      ...say(step),
      ...say({ type: 'response', text: 'Hi' }),
      ...say({ type: 'done', status: 'complete' }),
    ];
    expect(shown.filter(({ type }) => type === 'agent_status')).toEqual([
      { type: 'agent_status', status: 'plan', label: 'Making a plan', ...to, timestamp: 1_001 },
      { type: 'agent_status', status: 'idle', label: '', ...to, timestamp: 1_003 },
    ]);
  });

  test('passes on what was said at another door, but not to clients of the older form', () => {
    const { state, at } = room();
    const frame = {
      type: 'agent_heard',
      text: 'hi',
      userId: expect.any(String) as unknown,
      timestamp: 1_001,
    };
    expect(encodeRoomHeard(state, at('t', message('hi')))).toEqual([frame]);
    expect(encodeRoomHeard(state, at('t', step))).toEqual([]);
    expect(encodeRoomHeard(room({ plain: true }).state, at('t', message('hi')))).toEqual([]);
  });

  test('hears nothing of other turns, nor of itself once it has ended', () => {
    const { state, at, say } = room();
    expect(encodeRoomEvent(state, at('other', { type: 'response', text: 'x' }))).toEqual([]);
    expect(encodeRoomText(state, 'other', 'x', 1)).toEqual([]);
    say({ type: 'response', text: 'Hi' });
    say({ type: 'done', status: 'complete' });
    beginRoomTurn(state, 't', to.userId);
    expect(say({ type: 'response', text: 'Hi' })).toEqual([]);
    expect(encodeRoomText(state, 't', 'late', 1)).toEqual([]);
  });
});

test('however an answer is cut and wherever the stream breaks off, every member has the whole text once', () => {
  const pieces = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), {
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(pieces, fc.nat(20), (deltas, lostAfter) => {
      const { state, say } = room();
      const text = deltas.join('');
      const frames: RoomFrame[] = [
        ...deltas
          .slice(0, 1 + (lostAfter % deltas.length))
          .flatMap((delta) => encodeRoomText(state, 't', delta, 1)),
        ...say({ type: 'response', text }),
        ...say({ type: 'done', status: 'complete' }),
      ];
      const responses = frames.flatMap((frame) => (frame.type === 'agent_response' ? [frame] : []));
      expect(responses.filter(({ streaming }) => streaming)).toEqual([responses[0]]);
      expect(responses.filter(({ complete }) => complete)).toEqual([responses.at(-1)]);
      expect(responses.at(-1)?.text).toBe(text);
      const chunks = responses.filter(({ chunk }) => chunk).map((frame) => frame.text);
      expect(chunks.join('')).toBe(text);
    }),
  );
});
