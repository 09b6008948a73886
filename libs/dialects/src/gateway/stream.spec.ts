import fc from 'fast-check';
import { addCheckpoint, addLive, beginText, createTextAssembly } from '../live-text/assembly.js';
import { eventLog, live, parsed } from '../test-kit/events.js';
import { createGatewayState, encodeGatewayEvent, encodeGatewayText } from './encode.js';

test('whatever is lost or doubled on the way, the chunks add up to the completed text', () => {
  const delta = fc.record({ text: fc.string({ minLength: 1, maxLength: 8 }), times: fc.nat(2) });
  fc.assert(
    fc.property(fc.array(delta, { minLength: 1, maxLength: 20 }), fc.nat(20), (deltas, checkpointAt) => {
      const state = createGatewayState('ada');
      const assembly = createTextAssembly();
      const at = eventLog();
      beginText(assembly, 't');
      const frames = [...encodeGatewayEvent(state, at('t', { type: 'turn_started' }))];
      const say = (added: { delta: string }) => {
        if (added.delta !== '') frames.push(...encodeGatewayText(state, 't', added.delta, 1));
      };
      let written = '';
      deltas.forEach(({ text, times }, i) => {
        for (let n = 0; n < times; n += 1) say(addLive(assembly, live('t', written.length, text)));
        written += text;
        if (i === checkpointAt) say(addCheckpoint(assembly, 't', { delta: written, offset: 0 }));
      });
      frames.push(...encodeGatewayEvent(state, at('t', { type: 'response', text: written })));
      const read = parsed(frames);
      const chunks = read.filter((frame) => frame['chunk']).map((frame) => frame['text']);
      expect(read.filter((frame) => frame['streaming'])).toHaveLength(1);
      expect(read.at(-1)).toMatchObject({ complete: true, text: written });
      if (chunks.length > 0) expect(chunks.join('')).toBe(written);
    }),
  );
});
