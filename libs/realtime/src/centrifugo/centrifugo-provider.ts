import {
  type ConnectionHandlers,
  type Publishing,
  type RealtimeCapabilities,
  type RealtimeConnection,
  type RealtimeProvider,
  type Refusal,
  type RoomMember,
  type RoomPublication,
  type Webhook,
  type WebhookHeaders,
} from '../port.js';
import { ProviderHealth } from '../provider-health.js';
import { checkPublication } from '../publication-ids.js';
import { CentrifugoApi } from './centrifugo-api.js';
import { CentrifugoConnection } from './centrifugo-connection.js';
import { signConnectionToken } from './connection-token.js';
import { openClient } from './open-client.js';
import { checkProxySecret, parseProxyRequest, toProxyError } from './parse-proxy.js';

/** How to reach Centrifugo (v6), and how it proves to us who it is. */
export interface CentrifugoOptions {
  /** `ws://…/connection/websocket`. */
  wsUrl: string;
  /** `http://…/api`. */
  apiUrl: string;
  /** `http_api.key`. */
  apiKey: string;
  /** `client.token.hmac_secret_key`: signs the token of our own connection. */
  tokenSecret: string;
  /** Channel namespace of the rooms. History, recovery and presence are to be enabled in it. */
  namespace: string;
  /** User of our own connection; not shown as a member. */
  serverUser?: string;
  /** Values of `X-Webhook-Secret` that proxies show (`http.static_headers`); none: anybody is believed. */
  webhookSecrets?: readonly string[];
  /** Connects clients without a token as whoever they say they are. For development. */
  trustConnect?: boolean;
  /** How long one attempt or request may take (ms). */
  timeoutMs?: number;
  /** Messages a second Centrifugo is to take for one room; no limit when not given. */
  perRoomPerSecond?: number;
}

/** Centrifugo keeps results of idempotent publications for 5 minutes (docs: server/server_api). */
const idempotencyMs = 5 * 60_000;
const tokenSeconds = 24 * 3600;

const usualCapabilities: RealtimeCapabilities = {
  confirms: true,
  idempotencyMs,
  recovery: true,
  presence: true,
  history: true,
  socketPublish: false,
  rateLimits: true,
  maxMessageBytes: 64 * 1024,
  maxBatch: 100,
};

/** Centrifugo: proxies in, server API out, the official client to listen. */
export class CentrifugoProvider implements RealtimeProvider {
  readonly name = 'centrifugo';
  readonly capabilities: RealtimeCapabilities;
  readonly http: Publishing;
  private readonly api: CentrifugoApi;
  private readonly state = new ProviderHealth();
  private readonly timeoutMs: number;
  private readonly serverUser: string;

  constructor(private readonly options: CentrifugoOptions) {
    const rate = options.perRoomPerSecond;
    this.capabilities = { ...usualCapabilities, ...(rate === undefined ? {} : { perRoomPerSecond: rate }) };
    this.timeoutMs = options.timeoutMs ?? 5000;
    this.serverUser = options.serverUser ?? 'travellite';
    this.api = new CentrifugoApi({ ...options, timeoutMs: this.timeoutMs });
    this.http = {
      publish: (room, messages, id) =>
        this.state.noting(async () => {
          checkPublication(messages, id, this.capabilities);
          const outcomes = await this.api.publish(this.api.commandsOf(room, messages, id));
          const fault = outcomes.find((outcome) => outcome !== undefined);
          if (fault) throw fault;
          return { confirmed: true };
        }),
    };
  }

  parseWebhook(raw: Uint8Array, headers: WebhookHeaders): Webhook {
    const { namespace, webhookSecrets: secrets = [], trustConnect = false } = this.options;
    return parseProxyRequest(raw, headers, { namespace, secrets, trustConnect });
  }

  checkHeaders(headers: WebhookHeaders): void {
    checkProxySecret(headers, this.options.webhookSecrets ?? []);
  }

  refuse(refusal: Refusal) {
    return toProxyError(refusal);
  }

  async connect(handlers: ConnectionHandlers = {}, signal?: AbortSignal): Promise<RealtimeConnection> {
    const expiresAt = Math.floor(Date.now() / 1000) + tokenSeconds;
    const token = signConnectionToken(this.options.tokenSecret, this.serverUser, expiresAt);
    const client = await this.state.noting(() =>
      openClient(this.options.wsUrl, token, this.timeoutMs, signal),
    );
    const connection = new CentrifugoConnection(client, this.api, this.capabilities, handlers);
    this.state.add(connection);
    return connection;
  }

  async presence(room: string): Promise<readonly RoomMember[]> {
    const members = await this.state.noting(() => this.api.presence(room));
    return members.filter(({ userId }) => userId !== this.serverUser);
  }

  history(room: string, limit = 100): Promise<readonly RoomPublication[]> {
    return this.state.noting(() => this.api.history(room, limit));
  }

  health() {
    return this.state.read();
  }

  close(): Promise<void> {
    return this.state.close();
  }
}
