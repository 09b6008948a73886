import { type IncomingMessage } from 'node:http';

/** Why a body cannot be had, with the HTTP status that says so. */
export interface BodyRefusal {
  status: 400 | 408 | 413 | 415;
  message: string;
}

export interface BodyLimits {
  maxBytes: number;
  timeoutMs: number;
}

/**
 * The bytes of a request's JSON body, exactly as they came: signatures are over bytes. Anything that says it is something else than JSON
 * is refused before it is read.
 */
export async function readRawBody(
  request: IncomingMessage,
  { maxBytes, timeoutMs }: BodyLimits,
): Promise<Uint8Array | BodyRefusal> {
  const type = request.headers['content-type'];
  if (type !== undefined && !/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type)) {
    return { status: 415, message: 'The body must be sent as application/json' };
  }
  if (request.headers['content-encoding'] !== undefined) {
    return { status: 415, message: 'The body must not be compressed' };
  }
  const tooLarge: BodyRefusal = { status: 413, message: `Body is larger than ${maxBytes} bytes` };
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return tooLarge;
  const read = await collect(request, maxBytes, timeoutMs);
  if (read === 'too_large') return tooLarge;
  if (read === 'broken') return { status: 400, message: 'The body broke off' };
  if (read === 'slow') return { status: 408, message: 'The body took too long to arrive' };
  return read;
}

type Collected = Buffer | 'too_large' | 'broken' | 'slow';

/** What is beyond the limit is read and dropped: a client that cannot send on would not read its answer. */
function collect(request: IncomingMessage, maxBytes: number, timeoutMs: number): Promise<Collected> {
  return new Promise((resolve) => {
    let parts: Buffer[] = [];
    let bytes = 0;
    const timer = setTimeout(() => end('slow'), timeoutMs);
    const end = (outcome: Collected) => {
      clearTimeout(timer);
      parts = [];
      resolve(outcome);
    };
    request.on('data', (part: Buffer) => {
      bytes += part.length;
      if (bytes <= maxBytes) parts.push(part);
      else end('too_large');
    });
    request.once('end', () => end(Buffer.concat(parts)));
    request.once('error', () => end('broken'));
    request.once('close', () => end('broken'));
  });
}
