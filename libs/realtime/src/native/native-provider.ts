import {
  type ConnectionHandlers,
  type Publishing,
  type RealtimeCapabilities,
  type RealtimeConnection,
  type RealtimeHealth,
  type RealtimeProvider,
  type Refusal,
  type RoomMember,
  type RoomPublication,
  type Webhook,
  type WebhookHeaders,
} from '../port.js';
import { ProviderHealth } from '../provider-health.js';
import { refusalReply } from '../webhook/replies.js';
import { signatureHeaders, standardWebhooksCheck } from '../webhook/standard-webhooks.js';
import { NativeConnection } from './native-connection.js';
import { NativeHttp } from './native-http.js';
import { openSocket } from './open-socket.js';
import { invalidSignature, parseNativeWebhook } from './parse-webhook.js';

/** How to reach a service of the native contract, and how it proves to us who it is. */
export interface NativeOptions {
  /** `ws://` or `wss://`, up to before `/namespaces`. */
  wsUrl: string;
  /** `http://` or `https://`, up to before `/accounts`. */
  apiUrl: string;
  namespace: string;
  /** The namespace when not given. */
  account?: string;
  token: string;
  /** Secrets of Standard Webhooks (`whsec_…`); none: webhooks are taken unsigned. */
  webhookSecrets?: readonly string[];
  /** How long one attempt, request or confirmation may take (ms). */
  timeoutMs?: number;
  /** After this (ms) a publication without its confirmation is given back, to be made again with the same id; 1 500 or `timeoutMs`, whichever is less. */
  confirmMs?: number;
  /** A connection that is silent for two of these (ms) is lost. */
  heartbeatMs?: number;
  /** Messages a second the service takes for one room, when it says so. */
  perRoomPerSecond?: number;
}

const maxMessageBytes = 256 * 1024;
const usualConfirmMs = 1_500;

/** The native contract: docs/design/wire-contracts.md, door 2. */
export class NativeProvider implements RealtimeProvider {
  readonly name = 'native';
  readonly capabilities: RealtimeCapabilities;
  readonly http: Publishing;
  private readonly api: NativeHttp;
  private readonly check?: ReturnType<typeof standardWebhooksCheck>;
  private readonly state = new ProviderHealth();
  /** The service's last word about confirmations; nothing before the first connection. */
  private confirms: boolean | undefined;

  /** @throws {Error} when a webhook secret is none */
  constructor(private readonly options: NativeOptions) {
    this.capabilities = {
      confirms: 'by_service',
      idempotencyMs: 2 * 60_000,
      recovery: true,
      presence: true,
      history: true,
      socketPublish: true,
      maxMessageBytes,
      maxBatch: 100,
      rateLimits: true,
      ...(options.perRoomPerSecond === undefined ? {} : { perRoomPerSecond: options.perRoomPerSecond }),
    };
    if (options.webhookSecrets?.length) this.check = standardWebhooksCheck(options.webhookSecrets);
    this.api = new NativeHttp({
      ...options,
      account: options.account ?? options.namespace,
      timeoutMs: options.timeoutMs ?? 5000,
      capabilities: this.capabilities,
      plain: () => this.confirms === false,
    });
    this.http = {
      publish: (room, messages, id) => this.state.noting(() => this.api.publish(room, messages, id)),
    };
  }

  parseWebhook(raw: Uint8Array, headers: WebhookHeaders): Webhook {
    return parseNativeWebhook(raw, headers, this.check);
  }

  checkHeaders(headers: WebhookHeaders): void {
    const given = this.check ? signatureHeaders(headers) : {};
    if (typeof given === 'string') throw invalidSignature(given);
  }

  refuse(refusal: Refusal) {
    return refusalReply(refusal);
  }

  async connect(handlers: ConnectionHandlers = {}, signal?: AbortSignal): Promise<RealtimeConnection> {
    const { timeoutMs = 5000, heartbeatMs = 15_000 } = this.options;
    const { confirmMs = Math.min(timeoutMs, usualConfirmMs) } = this.options;
    const { socket, confirms } = await this.state.noting(() => openSocket(this.address(), timeoutMs, signal));
    this.confirms = confirms;
    const connection = new NativeConnection(socket, {
      confirms,
      capabilities: this.capabilities,
      timeoutMs,
      confirmMs,
      heartbeatMs,
      handlers,
    });
    this.state.add(connection);
    return connection;
  }

  presence(room: string): Promise<readonly RoomMember[]> {
    return this.state.noting(() => this.api.presence(room));
  }

  history(room: string, limit = 100): Promise<readonly RoomPublication[]> {
    return this.state.noting(() => this.api.history(room, limit));
  }

  health(): RealtimeHealth {
    return this.state.read();
  }

  close(): Promise<void> {
    return this.state.close();
  }

  /** The token goes into the address because the contract wants it there; the address is never shown. */
  private address(): URL {
    const url = new URL(
      `${this.options.wsUrl.replace(/\/+$/, '')}/namespaces/${encodeURIComponent(this.options.namespace)}/server`,
    );
    url.searchParams.set('token', this.options.token);
    return url;
  }
}
