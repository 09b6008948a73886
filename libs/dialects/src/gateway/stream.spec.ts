import fc from 'fast-check';
import { eventLog, parsed } from '../testing/events.js';
import {
  createGatewayState,
  encodeGatewayCatchUp,
  encodeGatewayEvent,
  encodeGatewayMissed,
  encodeGatewayText,
} from './encode.js';

const pieces = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), {
  minLength: 1,
  maxLength: 20,
});
const chunksOf = (frames: readonly string[]) =>
  parsed(frames)
    .filter((frame) => frame['chunk'])
    .map((frame) => frame['text'])
    .join('');

test('however an answer is cut and wherever the stream breaks off, the chunks add up to the completed text', () => {
  fc.assert(
    fc.property(pieces, fc.nat(20), (deltas, lostAfter) => {
      const state = createGatewayState('ada');
      const at = eventLog();
      const heard = deltas.slice(0, 1 + (lostAfter % deltas.length));
      const frames = [
        ...encodeGatewayEvent(state, at('t', { type: 'turn_started' })),
        ...heard.flatMap((delta) => encodeGatewayText(state, 't', delta, 1)),
        ...encodeGatewayEvent(state, at('t', { type: 'response', text: deltas.join('') })),
        ...encodeGatewayEvent(state, at('t', { type: 'done', status: 'complete' })),
      ];
      const read = parsed(frames);
      expect(read.filter((frame) => frame['streaming'])).toHaveLength(1);
      expect(read.filter((frame) => frame['complete'])).toEqual([read.at(-1)]);
      expect(read.at(-1)?.['text']).toBe(deltas.join(''));
      expect(chunksOf(frames)).toBe(deltas.join(''));
    }),
  );
});

test('whoever joins at any point, or missed any stretch, has the same text in the end', () => {
  fc.assert(
    fc.property(pieces, fc.nat(20), (deltas, at) => {
      const state = createGatewayState('ada');
      const joined = at % deltas.length;
      deltas.slice(0, joined).forEach((delta) => encodeGatewayText(state, 't', delta, 1));
      const missedFrom = state.text.length;
      const late = [...encodeGatewayCatchUp(state, 1)];
      const slow = encodeGatewayCatchUp(state, 1);
      const rest = deltas.slice(joined).flatMap((delta) => encodeGatewayText(state, 't', delta, 1));
      expect(chunksOf([...late, ...rest])).toBe(deltas.join(''));
      const caughtUp = encodeGatewayMissed(state, state.text.slice(missedFrom), 1);
      expect(chunksOf([...slow, caughtUp])).toBe(deltas.join(''));
    }),
  );
});
