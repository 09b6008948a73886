import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { type NativeCommand, type NativeServerFrame } from '@travellite/protocol';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Answering, StubConversation } from './stub-conversation.js';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Stricter than the real server's: nothing inline, nothing from elsewhere. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'none'";

/** A server with the page and the native door, whose agent is the test. It keeps its conversations over a restart. */
export class StubServer {
  answer: Answering = (turn, _text, conversation) => conversation.finish(turn, 'Hello.');
  /** Set to turn every message away. */
  refuse: { code: 'queue_full' | 'rate_limited'; message: string } | undefined;
  /** What a request for a link to the trip gets. */
  link: { status: number; body: object } = { status: 404, body: { error: 'Sharing is off.' } };
  /** Requests for links, as they came. */
  readonly linkRequests: string[] = [];
  readonly urls: string[] = [];
  readonly #conversations = new Map<string, StubConversation>();
  #server: Server | undefined;
  #sockets: WebSocketServer | undefined;
  #port = 0;

  constructor(private readonly folder: string) {}

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  conversation(userId: string): StubConversation {
    const known = this.#conversations.get(userId) ?? new StubConversation(userId, () => this.answer);
    this.#conversations.set(userId, known);
    return known;
  }

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      const asksForLink = request.url?.startsWith('/trips/mine/links') === true;
      if (asksForLink) this.linkRequests.push(`${request.method} ${request.url}`);
      void (asksForLink ? this.#link() : this.#page(request.url ?? '/')).then(({ status, type, body }) => {
        response.writeHead(status, { 'content-type': type, 'content-security-policy': policy });
        response.end(body);
      });
    });
    const sockets = new WebSocketServer({
      server,
      path: '/ws',
      handleProtocols: (offered) => [...offered][0] ?? false,
    });
    sockets.on('connection', (socket, request) =>
      this.#connect(socket, new URL(request.url ?? '/', this.url)),
    );
    server.listen(this.#port, '127.0.0.1');
    await once(server, 'listening');
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
    this.#sockets = sockets;
  }

  /** Goes away as a killed process does: without a word. */
  async stop(): Promise<void> {
    for (const socket of this.#sockets?.clients ?? []) socket.terminate();
    this.#sockets?.close();
    this.#server?.closeAllConnections();
    const closed = this.#server && once(this.#server, 'close');
    this.#server?.close();
    await closed;
  }

  #connect(socket: WebSocket, url: URL): void {
    this.urls.push(url.search);
    const conversation = this.conversation(url.searchParams.get('userId') ?? '');
    const send = (frame: NativeServerFrame) => socket.send(JSON.stringify(frame));
    for (const frame of conversation.greet(url.searchParams)) send(frame);
    conversation.listeners.add(send);
    socket.on('close', () => conversation.listeners.delete(send));
    socket.on('message', (data) => {
      const command = JSON.parse(String(data)) as NativeCommand;
      if (this.refuse && command.type === 'user_message') {
        send({ type: 'ack', id: command.id, status: 'rejected', error: { ...this.refuse, retryable: true } });
      } else conversation.command(command, send);
    });
  }

  #link(): Promise<{ status: number; type: string; body: string }> {
    const { status, body } = this.link;
    return Promise.resolve({ status, type: 'application/json', body: JSON.stringify(body) });
  }

  async #page(path: string): Promise<{ status: number; type: string; body: Buffer | string }> {
    const name = new URL(path, this.url).pathname;
    const file = join(this.folder, normalize(name === '/' ? '/index.html' : name));
    try {
      return {
        status: 200,
        type: types[extname(file)] ?? 'application/octet-stream',
        body: await readFile(file),
      };
    } catch {
      return { status: 404, type: 'text/plain', body: 'not found' };
    }
  }
}
