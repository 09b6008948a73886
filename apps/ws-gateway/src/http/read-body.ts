import { type IncomingMessage } from 'node:http';
import { type Fault } from '@travellite/dialects';

/** The text of a request's body, or why it cannot be had, with the HTTP status that says so. */
export type Body =
  { text: string; refusal?: undefined } | { refusal: { httpStatus: 400 | 413 | 415; fault: Fault } };

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Reads a JSON body of at most `maxBytes`. Anything that says it is something else than JSON is refused. */
export async function readJsonBody(request: IncomingMessage, maxBytes: number): Promise<Body> {
  const type = request.headers['content-type'];
  if (type !== undefined && !/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type)) {
    return refuse(415, 'invalid', 'The body must be sent as application/json.');
  }
  if (request.headers['content-encoding'] !== undefined) {
    return refuse(415, 'invalid', 'The body must not be compressed.');
  }
  const tooLarge = () => refuse(413, 'too_large', `The body is larger than ${maxBytes} bytes.`);
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return tooLarge();
  const bytes = await collect(request, maxBytes);
  if (bytes === 'too_large') return tooLarge();
  if (bytes === 'broken') return refuse(400, 'bad_frame', 'Invalid JSON: the body broke off.');
  try {
    return { text: decoder.decode(bytes) };
  } catch {
    return refuse(400, 'bad_frame', 'Invalid JSON: the body is not UTF-8.');
  }
}

/** What is beyond the limit is read and dropped: a client that cannot send on would not read its answer. */
function collect(request: IncomingMessage, maxBytes: number): Promise<Buffer | 'too_large' | 'broken'> {
  return new Promise((resolve) => {
    let parts: Buffer[] = [];
    let bytes = 0;
    request.on('data', (part: Buffer) => {
      bytes += part.length;
      if (bytes <= maxBytes) {
        parts.push(part);
      } else {
        parts = [];
        resolve('too_large');
      }
    });
    request.once('end', () => resolve(Buffer.concat(parts)));
    request.once('error', () => resolve('broken'));
    request.once('close', () => resolve('broken'));
  });
}

const refuse = (httpStatus: 400 | 413 | 415, code: Fault['code'], message: string): Body => ({
  refusal: { httpStatus, fault: { code, message } },
});
