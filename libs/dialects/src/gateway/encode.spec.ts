import { eventLog, message, parsed } from '../testing/events.js';
import {
  createGatewayState,
  encodeGatewayCatchUp,
  encodeGatewayEvent,
  encodeGatewayFault,
  encodeGatewayReset,
  encodeGatewayText,
} from './encode.js';

const user = { userId: 'ada "the first" ✈' };
const open = () => createGatewayState(user.userId);

describe('a turn at door 1', () => {
  test('is begun, streamed and completed, field by field as in the contract', () => {
    const state = open();
    const at = eventLog();
    const frames = parsed([
      ...encodeGatewayEvent(state, at('t', message('hi'))),
      ...encodeGatewayEvent(state, at('t', { type: 'turn_started' })),
      ...encodeGatewayEvent(state, at('t', { type: 'workflow_step', step: 'plan', label: 'Planning' })),
      ...encodeGatewayText(state, 't', 'Hel', 2_000),
      ...encodeGatewayText(state, 't', 'lo', 2_001),
      ...encodeGatewayEvent(state, at('t', { type: 'response', text: 'Hello' })),
      ...encodeGatewayEvent(state, at('t', { type: 'done', status: 'complete' })),
    ]);
    expect(frames).toEqual([
      { type: 'response', streaming: true, ...user, timestamp: 1_002 },
      { type: 'response', text: 'Hel', chunk: true, ...user, timestamp: 2_000 },
      { type: 'response', text: 'lo', chunk: true, ...user, timestamp: 2_001 },
      { type: 'response', text: 'Hello', complete: true, ...user, timestamp: 1_004 },
    ]);
  });

  test('whose last deltas were lost sends the rest before it completes', () => {
    const state = open();
    const at = eventLog();
    encodeGatewayText(state, 't', 'Hel', 2_000);
    const frames = parsed(encodeGatewayEvent(state, at('t', { type: 'response', text: 'Hello' })));
    expect(frames.map((frame) => frame['text'])).toEqual(['lo', 'Hello']);
  });

  test('without deltas completes without chunks', () => {
    const state = open();
    const frames = parsed(encodeGatewayEvent(state, eventLog()('t', { type: 'response', text: 'Hello' })));
    expect(frames.map((frame) => Object.keys(frame)[1])).toEqual(['streaming', 'text']);
  });

  test('that failed ends with one error, in the words of its error event', () => {
    const state = open();
    const at = eventLog();
    encodeGatewayEvent(state, at('t', { type: 'turn_started' }));
    const error = { type: 'error', code: 'timeout', message: 'It took too long.', retryable: true } as const;
    expect(encodeGatewayEvent(state, at('t', error))).toEqual([]);
    expect(parsed(encodeGatewayEvent(state, at('t', { type: 'done', status: 'failed' })))).toEqual([
      { type: 'response', error: 'It took too long.', ...user, timestamp: 1_003 },
    ]);
  });

  test.each([
    ['failed', /went wrong/],
    ['cancelled', /stopped/],
    ['superseded', /newer one/],
  ] as const)('that never began and %s ends with an error', (status, words) => {
    const frames = parsed(encodeGatewayEvent(open(), eventLog()('t', { type: 'done', status })));
    expect(frames).toEqual([expect.objectContaining({ error: expect.stringMatching(words) })]);
  });

  test('that was stopped half-way completes with what there is', () => {
    const state = open();
    encodeGatewayText(state, 't', 'Hel', 2_000);
    const frames = parsed(encodeGatewayEvent(state, eventLog()('t', { type: 'done', status: 'cancelled' })));
    expect(frames).toEqual([expect.objectContaining({ text: 'Hel', complete: true })]);
  });

  test('is closed once, however it ends after its response', () => {
    const state = open();
    const at = eventLog();
    encodeGatewayEvent(state, at('t', { type: 'response', text: 'Hello' }));
    expect(encodeGatewayEvent(state, at('t', { type: 'done', status: 'cancelled' }))).toEqual([]);
  });

  test('goes on while a waiting one is replaced', () => {
    const state = open();
    const at = eventLog();
    encodeGatewayText(state, 'a', 'Hel', 2_000);
    const frames = parsed(encodeGatewayEvent(state, at('b', { type: 'done', status: 'superseded' })));
    expect(frames).toEqual([expect.objectContaining({ error: expect.any(String) })]);
    expect(parsed(encodeGatewayText(state, 'a', 'lo', 2_001))).toEqual([
      expect.objectContaining({ text: 'lo', chunk: true }),
    ]);
  });

  test('that starts over begins again', () => {
    const state = open();
    encodeGatewayText(state, 't', 'Hal', 2_000);
    expect(parsed(encodeGatewayReset(state, 't', 2_001))).toEqual([
      expect.objectContaining({ streaming: true }),
    ]);
    expect(encodeGatewayReset(state, 'other', 2_002)).toEqual([]);
    encodeGatewayText(state, 't', 'Hello', 2_003);
    const frames = parsed(encodeGatewayEvent(state, eventLog()('t', { type: 'response', text: 'Hello' })));
    expect(frames).toEqual([expect.objectContaining({ text: 'Hello', complete: true })]);
  });

  test('that is joined in the middle begins with the text so far', () => {
    const state = open();
    expect(encodeGatewayCatchUp(state, 1)).toEqual([]);
    encodeGatewayEvent(state, eventLog()('t', { type: 'turn_started' }));
    expect(parsed(encodeGatewayCatchUp(state, 1))).toEqual([expect.objectContaining({ streaming: true })]);
    encodeGatewayText(state, 't', 'Hel', 2_000);
    expect(parsed(encodeGatewayCatchUp(state, 1))).toEqual([
      expect.objectContaining({ streaming: true }),
      expect.objectContaining({ text: 'Hel', chunk: true }),
    ]);
  });
});

test('a fault is an error frame', () => {
  const frame = encodeGatewayFault(open(), { code: 'invalid', message: 'say "something"' }, 9);
  expect(JSON.parse(frame)).toEqual({ type: 'response', error: 'say "something"', ...user, timestamp: 9 });
});

test('the next turn knows nothing of the one before', () => {
  const state = open();
  const at = eventLog();
  const error = { type: 'error', code: 'timeout', message: 'Too long.', retryable: true } as const;
  encodeGatewayEvent(state, at('a', { type: 'turn_started' }));
  encodeGatewayEvent(state, at('a', error));
  encodeGatewayEvent(state, at('a', { type: 'done', status: 'failed' }));
  encodeGatewayEvent(state, at('b', { type: 'turn_started' }));
  const frames = parsed(encodeGatewayEvent(state, at('b', { type: 'done', status: 'failed' })));
  expect(frames).toEqual([expect.objectContaining({ error: expect.stringMatching(/went wrong/) })]);
});
