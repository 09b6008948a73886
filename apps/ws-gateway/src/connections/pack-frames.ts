/** FIN and the opcode of a text message (RFC 6455 section 5.2); a server does not mask. */
const finText = 0x81;
const maxShort = 125;
const maxMedium = 0xffff;

/**
 * Text messages as the bytes that go over the wire, all in one piece. A streamed answer is many small frames, and one write
 * of one buffer costs a fraction of two writes (header, payload) a frame.
 */
export function packTextFrames(texts: readonly string[]): Buffer {
  let bytes = 0;
  for (const text of texts) bytes += frameBytes(Buffer.byteLength(text));
  const packed = Buffer.allocUnsafe(bytes);
  let at = 0;
  for (const text of texts) {
    const length = Buffer.byteLength(text);
    at = writeHead(packed, at, length);
    at += packed.write(text, at, length);
  }
  return packed;
}

const frameBytes = (length: number) => length + (length <= maxShort ? 2 : length <= maxMedium ? 4 : 10);

function writeHead(packed: Buffer, at: number, length: number): number {
  packed[at] = finText;
  if (length <= maxShort) {
    packed[at + 1] = length;
    return at + 2;
  }
  if (length <= maxMedium) {
    packed[at + 1] = 126;
    return packed.writeUInt16BE(length, at + 2);
  }
  packed[at + 1] = 127;
  packed.writeUInt32BE(Math.floor(length / 2 ** 32), at + 2);
  return packed.writeUInt32BE(length >>> 0, at + 6);
}
