import {
  type ClientRequest,
  request as httpRequest,
  type IncomingMessage,
  type RequestOptions,
} from 'node:http';
import { request as httpsRequest } from 'node:https';

/** More than any answer we ask for. */
const maxBytes = 12 * 1024 * 1024;

/**
 * The HTTP module handed to the `amadeus` package, which covers what the package leaves open: the scheme is that of the
 * configured address (the package ignores `ssl: false`), a signal ends the request (it has no time limit), bytes are
 * decoded as one UTF-8 stream (it adds up chunks as strings), a `charset` behind the JSON content type is dropped (it
 * refuses the answer otherwise), and an endless answer is cut off.
 */
export function guardedHttp(
  base: URL,
  signal: AbortSignal,
): { request(options: RequestOptions): ClientRequest } {
  const send = base.protocol === 'http:' ? httpRequest : httpsRequest;
  const prefix = base.pathname.replace(/\/$/, '');
  return {
    request(options) {
      const request = send({
        method: options.method,
        headers: options.headers,
        path: `${prefix}${options.path ?? '/'}`,
        protocol: base.protocol,
        hostname: base.hostname,
        port: base.port || undefined,
        signal,
      });
      request.once('response', tame);
      return request;
    },
  };
}

function tame(response: IncomingMessage): void {
  const type = response.headers['content-type'];
  if (type) response.headers['content-type'] = type.split(';')[0]!.trim().toLowerCase();
  response.setEncoding('utf8');
  let length = 0;
  response.on('data', (chunk: string) => {
    length += chunk.length;
    if (length > maxBytes) response.destroy(new Error('The answer is too long.'));
  });
}
