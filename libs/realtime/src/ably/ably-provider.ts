import type { ClientOptions, Rest } from 'ably';
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
import { refusalReply } from '../webhook/replies.js';
import { AblyConnection } from './ably-connection.js';
import { toAblyFault } from './ably-fault.js';
import { toChannel } from './channel.js';
import { loadAbly, openClient } from './open-client.js';
import { checkAblyHeaders, parseAblyWebhook } from './parse-webhook.js';
import { toAblyMessages, toPublication } from './to-messages.js';

/** How to reach Ably, and how it proves to us who it is. */
export interface AblyOptions {
  /** `app.key:secret`, with the capabilities publish, subscribe, history, presence and privileged-headers for the namespace. */
  key: string;
  /** First part of the rooms' channels, up to before the `:`. */
  namespace: string;
  /** Keys that sign batched webhooks (`app.key:secret`). */
  signingKeys?: readonly string[];
  /** Values of `X-Webhook-Secret`, a header of the rule, for single requests. With neither: anybody is believed. */
  webhookSecrets?: readonly string[];
  /** Where to find it instead of Ably’s own hosts. */
  server?: { host: string; port: number; tls: boolean };
  /** How long one attempt, request or confirmation may take (ms). */
  timeoutMs?: number;
  /** Messages a second Ably takes for one room, where it is not Ably's usual 50. */
  perRoomPerSecond?: number;
  /** Unix ms. */
  now?: () => number;
}

const usualCapabilities: RealtimeCapabilities = {
  confirms: true,
  // Two minutes by the documentation of idempotent publishing.
  idempotencyMs: 2 * 60_000,
  recovery: false,
  presence: true,
  history: true,
  socketPublish: true,
  rateLimits: true,
  // 64 KiB with name and extras.
  maxMessageBytes: 63 * 1024,
  maxBatch: 100,
  perRoomPerSecond: 50,
};

/** Ably: integrations in, its official client out, by connection and by REST. */
export class AblyProvider implements RealtimeProvider {
  readonly name = 'ably';
  readonly capabilities: RealtimeCapabilities;
  readonly http: Publishing;
  private readonly state = new ProviderHealth();
  private readonly timeoutMs: number;
  private rest?: Promise<Rest>;

  constructor(private readonly options: AblyOptions) {
    const rate = options.perRoomPerSecond;
    this.capabilities = { ...usualCapabilities, ...(rate === undefined ? {} : { perRoomPerSecond: rate }) };
    this.timeoutMs = options.timeoutMs ?? 5000;
    this.http = {
      publish: (room, messages, id) =>
        this.asking(async () => {
          checkPublication(messages, id, this.capabilities);
          await (await this.channel(room)).publish(toAblyMessages(messages, id));
          return { confirmed: true };
        }),
    };
  }

  parseWebhook(raw: Uint8Array, headers: WebhookHeaders): Webhook {
    const { namespace, signingKeys = [], webhookSecrets: secrets = [], now = Date.now } = this.options;
    return parseAblyWebhook(raw, headers, { namespace, signingKeys, secrets, now });
  }

  checkHeaders(headers: WebhookHeaders): void {
    const { signingKeys = [], webhookSecrets: secrets = [] } = this.options;
    checkAblyHeaders(headers, { signingKeys, secrets });
  }

  refuse(refusal: Refusal) {
    return refusalReply(refusal);
  }

  async connect(handlers: ConnectionHandlers = {}, signal?: AbortSignal): Promise<RealtimeConnection> {
    const { timeoutMs, capabilities } = this;
    const client = await this.state.noting(() => openClient(this.clientOptions(), timeoutMs, signal));
    const { namespace } = this.options;
    const connection = new AblyConnection(client, { namespace, capabilities, timeoutMs, handlers });
    this.state.add(connection);
    return connection;
  }

  presence(room: string): Promise<readonly RoomMember[]> {
    return this.asking(async () => {
      const { items } = await (await this.channel(room)).presence.get();
      return [...new Set(items.map(({ clientId }) => clientId))].map((userId) => ({ userId }));
    });
  }

  history(room: string, limit = 100): Promise<readonly RoomPublication[]> {
    return this.asking(async () => {
      const { items } = await (await this.channel(room)).history({ limit, direction: 'backwards' });
      return items.toReversed().map((message) => toPublication(room, message));
    });
  }

  health() {
    return this.state.read();
  }

  close(): Promise<void> {
    return this.state.close();
  }

  private asking<T>(work: () => Promise<T>): Promise<T> {
    return this.state.noting(async () => {
      try {
        return await work();
      } catch (thrown) {
        throw toAblyFault(thrown);
      }
    });
  }

  private async channel(room: string) {
    this.rest ??= loadAbly().then(({ Rest }) => new Rest(this.clientOptions()));
    return (await this.rest).channels.get(toChannel(this.options.namespace, room));
  }

  private clientOptions(): ClientOptions {
    const { key, server } = this.options;
    return {
      key,
      // What we published ourselves is known already, and nothing waits in the client: the app decides what is sent again.
      echoMessages: false,
      queueMessages: false,
      useBinaryProtocol: false,
      httpRequestTimeout: this.timeoutMs,
      realtimeRequestTimeout: this.timeoutMs,
      logLevel: 0,
      ...(server
        ? {
            realtimeHost: server.host,
            restHost: server.host,
            ...(server.tls ? { tlsPort: server.port } : { port: server.port }),
            tls: server.tls,
            fallbackHosts: [],
          }
        : {}),
    };
  }
}
