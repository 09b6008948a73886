import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

/** A request as the stand-in saw it. */
export interface SeenRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is. */
  text?: string;
}

/** Ways a real service fails that no status says. */
export type Mishap = 'hang' | 'truncated' | 'reset' | 'html' | 'empty' | 'endless';

/**
 * An HTTP server in the place of a provider: `answer` plays the documented API, and the tests queue mishaps and error
 * replies that are given first, one a request.
 */
export class StandIn {
  readonly requests: SeenRequest[] = [];
  readonly #next: (Mishap | Reply)[] = [];
  readonly #server;
  readonly #open = new Set<ServerResponse>();

  private constructor(answer: (request: SeenRequest) => Reply, skip: (request: SeenRequest) => boolean) {
    this.#server = createServer((incoming, response) => {
      this.#open.add(response);
      response.once('close', () => this.#open.delete(response));
      void readBody(incoming).then((body) => {
        const request = seen(incoming, body);
        this.requests.push(request);
        const planned = skip(request) ? undefined : this.#next.shift();
        if (typeof planned === 'string') return stumble(planned, response);
        return send(planned ?? answer(request), response);
      });
    });
  }

  /** `skip` names requests that queued replies are not for (token requests). */
  static async start(
    answer: (request: SeenRequest) => Reply,
    skip: (request: SeenRequest) => boolean = () => false,
  ): Promise<StandIn> {
    const standIn = new StandIn(answer, skip);
    standIn.#server.listen(0, '127.0.0.1');
    await once(standIn.#server, 'listening');
    // A test that failed before closing must not keep the process.
    standIn.#server.unref();
    return standIn;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What the next requests get instead of an answer. */
  next(...replies: (Mishap | Reply)[]): void {
    this.#next.push(...replies);
  }

  /** Connections that still wait for an end. */
  get waiting(): number {
    return this.#open.size;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  let body = '';
  incoming.setEncoding('utf8');
  for await (const chunk of incoming) body += String(chunk);
  return body;
}

function seen(incoming: IncomingMessage, body: string): SeenRequest {
  const url = new URL(incoming.url ?? '/', 'http://stand-in');
  return {
    method: incoming.method ?? '',
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    body,
  };
}

function send({ status = 200, headers, json, text }: Reply, response: ServerResponse): void {
  const body = json === undefined ? (text ?? '') : JSON.stringify(json);
  response.writeHead(status, {
    ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    ...headers,
  });
  response.end(body);
}

function stumble(mishap: Mishap, response: ServerResponse): void {
  switch (mishap) {
    case 'hang':
      return;
    case 'truncated':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"data":[{"id":"1","itinera', () => response.destroy());
      return;
    case 'reset':
      response.destroy();
      return;
    case 'html':
      return send(
        { status: 503, headers: { 'content-type': 'text/html' }, text: '<h1>Service unavailable</h1>' },
        response,
      );
    case 'empty':
      return send({ headers: { 'content-type': 'application/json' }, text: '' }, response);
    case 'endless': {
      response.writeHead(200, { 'content-type': 'application/json' });
      const chunk = ' '.repeat(1024 * 1024);
      const more = (): void => {
        if (!response.destroyed) response.write(chunk, () => setImmediate(more));
      };
      more();
    }
  }
}
