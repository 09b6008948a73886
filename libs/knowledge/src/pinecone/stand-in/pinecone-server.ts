import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { PineconeData } from './pinecone-data.js';
import { RequestFault } from './request-fault.js';

/** What the next requests get instead of an answer, in order. */
export type Fault =
  | { kind: 'status'; status: number; body?: string; headers?: Record<string, string> }
  | { kind: 'hang' }
  | { kind: 'cut' };

/**
 * A local stand-in for an index's data plane (API version 2026-07), as strict as its reference pages: key and version
 * headers, JSON bodies, limits of a request, dimension, the filter language; answers and faults in the shapes documented there.
 * For tests of the adapter only.
 */
export class PineconeServer {
  readonly apiKey = 'pcsk_stand-in';
  readonly data: PineconeData;
  readonly requests: { method: string; path: string; body: unknown }[] = [];
  readonly faults: Fault[] = [];
  readonly #server: Server;

  constructor(dimension: number) {
    this.data = new PineconeData(dimension);
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    if (this.#server.listening) await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const url = new URL(request.url ?? '/', 'http://stand-in');
    this.requests.push({ method: request.method ?? '', path: url.pathname, body });
    const fault = this.faults.shift();
    if (fault !== undefined) return beFaulty(fault, response);
    if (request.headers['api-key'] !== this.apiKey) {
      // A 401 is plain text.
      response.writeHead(401, { 'content-type': 'text/plain' }).end('Invalid API key');
      return;
    }
    try {
      checkHeaders(request);
      send(response, 200, this.data.handle(request.method ?? '', url, body));
    } catch (thrown) {
      const { status, code, message } = thrown as RequestFault;
      send(response, status ?? 500, { code: code ?? 13, message: message ?? 'internal', details: [] });
    }
  }
}

function checkHeaders(request: IncomingMessage): void {
  if (request.headers['x-pinecone-api-version'] !== '2026-07') {
    throw new RequestFault(400, 'Unsupported API version');
  }
  if (request.method === 'POST' && request.headers['content-type'] !== 'application/json') {
    throw new RequestFault(400, 'Content-Type must be application/json');
  }
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  return text === '' ? undefined : JSON.parse(text);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function beFaulty(fault: Fault, response: ServerResponse): void {
  if (fault.kind === 'hang') return;
  if (fault.kind === 'status') {
    response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers });
    response.end(fault.body ?? JSON.stringify({ code: 13, message: 'stand-in fault', details: [] }));
    return;
  }
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"matches":[', () => response.destroy());
}
