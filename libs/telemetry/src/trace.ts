import { createHash, randomBytes } from 'node:crypto';

/** Name of the header that carries a trace from process to process (W3C Trace Context). */
export const traceHeader = 'traceparent';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The id of a turn's trace, 32 hexadecimal digits: those of the turn's id where that is a UUID, else of its SHA-256. Every process knows it
 * from the turn alone, so nothing has to be stored with the turn, and who has a log line can look up the trace.
 */
export function traceIdOf(turn: string): string {
  if (uuid.test(turn)) return turn.replaceAll('-', '');
  return createHash('sha256').update(turn).digest('hex').slice(0, 32);
}

/** What a message about a turn carries: version 00, the turn's trace, this hop as parent, sampled (W3C Trace Context, 3.2). */
export const traceparentOf = (turn: string): string =>
  `00-${traceIdOf(turn)}-${randomBytes(8).toString('hex')}-01`;
