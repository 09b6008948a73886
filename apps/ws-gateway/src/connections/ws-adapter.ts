import { type IncomingMessage, Server } from 'node:http';
import { type Duplex } from 'node:stream';
import { type INestApplicationContext } from '@nestjs/common';
import { WsAdapter } from '@nestjs/platform-ws';
import { nativeSubprotocol } from '@travellite/protocol';
import { WebSocketServer } from 'ws';
import { type Admission, type Refusal } from './admission.js';
import { ClientSocket } from './client-socket.js';
import { pathOf } from './query.js';
import { refuseUpgrade } from './refuse.js';

/** Decides about an upgrade to one path. */
export type UpgradeGuard = (
  path: string,
  request: IncomingMessage,
) => Promise<{ admission: Admission; refusal?: undefined } | { refusal: Refusal }>;

interface AdapterOptions {
  maxFrameBytes: number;
  guard: UpgradeGuard;
}

/** What the guard admitted, from the upgrade to the gateway class that takes the connection. */
const admissions = new WeakMap<IncomingMessage, Admission>();

/** What was decided about the request of a connection. */
export const admissionOf = (request: IncomingMessage): Admission => admissions.get(request) ?? {};

const asksForWebSocket = ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() === 'websocket';

/**
 * Nest's `ws` adapter, except that: an upgrade is decided before it happens and refused with an HTTP answer;
 * frames are not parsed as `{event, data}` but go, as they are and one after another, to the connection's door;
 * a client's broken frame is counted instead of logged with its stack; nothing is compressed.
 */
export class GatewayWsAdapter extends WsAdapter {
  private readonly servers: (WebSocketServer & { path: string })[] = [];
  private http: Server | undefined;

  constructor(
    app: INestApplicationContext,
    private readonly options: AdapterOptions,
  ) {
    super(app);
  }

  override create(_port: number, { path = '/' }: { path?: string } = {}): WebSocketServer {
    this.http ??= this.takeUpgrades();
    const server = new WebSocketServer({
      noServer: true,
      // The connections are listed once, in `Connections`.
      clientTracking: false,
      perMessageDeflate: false,
      // `Connection.pinged` answers, within bounds.
      autoPong: false,
      maxPayload: this.options.maxFrameBytes,
      WebSocket: ClientSocket,
      handleProtocols: (offered: Set<string>) => (offered.has(nativeSubprotocol) ? nativeSubprotocol : false),
    });
    this.servers.push(Object.assign(server, { path }));
    return server;
  }

  private takeUpgrades(): Server {
    const server: unknown = this.httpServer;
    if (!(server instanceof Server)) throw new TypeError('The WebSocket doors need an HTTP server.');
    server.on('upgrade', this.onUpgrade);
    // Who offers another upgrade (`curl --http2`) goes on in HTTP/1.1. Before Node 24.9 they get 404.
    Object.assign(server, { shouldUpgradeCallback: asksForWebSocket });
    return server;
  }

  private readonly onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    // Between Node and `ws` nobody listens; a client that leaves now must not end the process.
    const ignore = () => undefined;
    socket.on('error', ignore);
    this.upgrade(request, socket, head).then(
      () => socket.off('error', ignore),
      () => refuseUpgrade(socket, { httpStatus: 503, reason: 'The server cannot take connections now.' }),
    );
  };

  private async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const path = pathOf(request.url ?? '/');
    const server = this.servers.find((candidate) => candidate.path === path);
    if (!server) return refuseUpgrade(socket, { httpStatus: 404, reason: 'There is no such door.' });
    const decision = await this.options.guard(path, request);
    if (decision.refusal) return refuseUpgrade(socket, decision.refusal);
    admissions.set(request, decision.admission);
    server.handleUpgrade(request, socket, head, (client) => void server.emit('connection', client, request));
  }

  /** Frames go to the connection's door (`Connection.received`), not to Nest's message handlers. */
  override bindMessageHandlers(): void {}

  /** The connection itself hears of its end (`Connection.closed`). */
  override bindClientDisconnect(): void {}

  /** Nothing is left to end here: the gateway closed its connections with a close frame before. */
  override async close(server: WebSocketServer): Promise<void> {
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  override async dispose(): Promise<void> {
    this.http?.off('upgrade', this.onUpgrade);
    this.servers.length = 0;
    await super.dispose();
  }
}
