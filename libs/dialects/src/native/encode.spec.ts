import { type NativeFrame } from '@travellite/protocol';
import fc from 'fast-check';
import { eventLog, live } from '../testing/events.js';
import { encodeNativeEvent, encodeNativeFault, encodeNativeFrame, encodeNativeText } from './encode.js';

test('events and deltas go out as they are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (text, offset) => {
      const event = eventLog()('t', { type: 'text', delta: text, offset });
      expect(JSON.parse(encodeNativeEvent(event))).toEqual(event);
      expect(JSON.parse(encodeNativeText(live('t', offset, text)))).toEqual(live('t', offset, text));
    }),
  );
});

test.each<[NativeFrame]>([
  [{ type: 'ack', id: 'm', status: 'queued', turn: 'm', position: 2 }],
  [{ type: 'replayed', to: 7 }],
  [{ type: 'gap', reason: 'trimmed' }],
  [{ type: 'snapshot', epoch: 1, seq: 0, view: { history: [] }, queued: [] }],
])('%j is written as it is', (frame) => {
  expect(JSON.parse(encodeNativeFrame(frame))).toEqual(frame);
});

describe('a fault', () => {
  const fault = { code: 'queue_full', message: 'Too many.' } as const;
  const error = { ...fault, retryable: true };

  test('of a known command is its ack', () => {
    expect(JSON.parse(encodeNativeFault(fault, 'm', true))).toEqual({
      type: 'ack',
      id: 'm',
      status: 'rejected',
      error,
    });
  });

  test('of anything else is an error, with the id if there was one', () => {
    expect(JSON.parse(encodeNativeFault(fault))).toEqual({ type: 'error', ...error });
    expect(JSON.parse(encodeNativeFault(fault, 'm'))).toEqual({ type: 'error', ...error, id: 'm' });
  });
});
