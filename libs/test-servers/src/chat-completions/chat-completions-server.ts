import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Act, type CompletionRequest, requestFault } from './script.js';
import { streamChunks, wholeCompletion } from './stream.js';

/** A local stand-in for a service that speaks the chat-completions API. */
export interface ChatCompletionsServer {
  /** To be used as base URL. */
  readonly url: string;
  readonly key: string;
  /** Every request that was accepted or answered by an error, in order. */
  readonly requests: CompletionRequest[];
  /** Why requests were refused as the service itself would, in order; a wrong key is not among them. */
  readonly refused: string[];
  /** Decides what happens to a request; the last given decides. */
  onRequest(decide: (request: CompletionRequest) => Act): void;
  close(): Promise<void>;
}

export async function startChatCompletionsServer(port = 0): Promise<ChatCompletionsServer> {
  const key = 'test-key';
  const requests: CompletionRequest[] = [];
  const refused: string[] = [];
  let decide: (request: CompletionRequest) => Act = () => ({ kind: 'text', pieces: ['Hello', ' there.'] });
  const server = createServer((incoming, response) => {
    const take = (request: CompletionRequest) => {
      requests.push(request);
      return decide(request);
    };
    void handle(incoming, response, key, { take, note: (fault) => void refused.push(fault) });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    key,
    requests,
    refused,
    onRequest: (next) => {
      decide = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function handle(
  incoming: IncomingMessage,
  response: ServerResponse,
  key: string,
  { take, note }: { take: (request: CompletionRequest) => Act; note: (fault: string) => void },
): Promise<void> {
  if (incoming.method !== 'POST' || incoming.url !== '/v1/chat/completions')
    return refuse(response, 404, 'no such path');
  if (incoming.headers.authorization !== `Bearer ${key}`)
    return refuse(response, 401, 'Incorrect API key provided');
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  let request: CompletionRequest;
  try {
    request = JSON.parse(Buffer.concat(parts).toString('utf8')) as CompletionRequest;
  } catch {
    note('not JSON');
    return refuse(response, 400, 'We could not parse the JSON body of your request.');
  }
  const fault = requestFault(request);
  if (fault !== undefined) {
    note(fault);
    return refuse(response, 400, fault);
  }
  play(response, request, take(request));
}

function play(response: ServerResponse, request: CompletionRequest, act: Act): void {
  if (act.kind === 'hang') return;
  if (act.kind === 'status') return refuse(response, act.status, `status ${act.status}`, act.headers);
  if (request.stream !== true) {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(wholeCompletion(request.model, act)));
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const chunk of streamChunks(request.model, act)) response.write(`data: ${JSON.stringify(chunk)}\n\n`);
  if (act.kind === 'stall') return;
  response.end(act.kind === 'cut' ? undefined : 'data: [DONE]\n\n');
}

/** Errors in the service's own form. */
function refuse(
  response: ServerResponse,
  status: number,
  message: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(
    JSON.stringify({ error: { message, type: 'invalid_request_error', param: null, code: null } }),
  );
}
