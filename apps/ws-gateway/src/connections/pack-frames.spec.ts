import fc from 'fast-check';
import { packTextFrames } from './pack-frames.js';

/** Reads unmasked frames as RFC 6455 section 5.2 has them. */
function unpack(bytes: Buffer): { first: number; text: string }[] {
  const frames = [];
  for (let at = 0; at < bytes.length;) {
    const short = bytes.readUInt8(at + 1);
    const head = short === 126 ? 4 : short === 127 ? 10 : 2;
    const length =
      short === 126
        ? bytes.readUInt16BE(at + 2)
        : short === 127
          ? Number(bytes.readBigUInt64BE(at + 2))
          : short;
    const text = bytes.subarray(at + head, at + head + length).toString();
    frames.push({ first: bytes.readUInt8(at), text });
    at += head + length;
  }
  return frames;
}

test('any texts come out again, each a whole text message', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { maxLength: 30 }), (texts) => {
      expect(unpack(packTextFrames(texts))).toEqual(texts.map((text) => ({ first: 0x81, text })));
    }),
  );
});

test.each([0, 1, 125, 126, 127, 65_535, 65_536, 200_000])(
  'a text of %d bytes has the right head',
  (length) => {
    const texts = ['x'.repeat(length), 'next'];
    expect(unpack(packTextFrames(texts)).map(({ text }) => text)).toEqual(texts);
  },
);

test('lengths are counted in bytes', () => {
  const text = '✈'.repeat(42);
  expect(packTextFrames([text])).toHaveLength(126 + 4);
});
