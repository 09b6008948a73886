import { type IncomingMessage, type ServerResponse } from 'node:http';
import { RoomRefusal } from '../rooms/room.js';

const maxBodyBytes = 1024 * 1024;

const statuses: Readonly<Record<RoomRefusal['code'], number>> = {
  rate_limited: 429,
  invalid: 400,
  too_large: 413,
  forbidden: 403,
  not_found: 404,
};

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** A refusal as an answer; what is no refusal is thrown on. */
export function sendRefusal(response: ServerResponse, thrown: unknown): void {
  if (!(thrown instanceof RoomRefusal)) throw thrown;
  const { code, message, retryAfterMs } = thrown;
  const wait: Record<string, string> = {};
  if (retryAfterMs !== undefined) wait['retry-after'] = String(Math.ceil(retryAfterMs / 1000));
  sendJson(response, statuses[code], { error: message, code }, wait);
}

/**
 * A body as JSON.
 * @throws {RoomRefusal}
 */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes > maxBodyBytes) throw new RoomRefusal('too_large', 'The body is too large');
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    throw new RoomRefusal('invalid', 'The body is not JSON');
  }
}
