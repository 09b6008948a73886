import { createHmac } from 'node:crypto';
import { type Faults } from '../faults/faults.js';
import { type Observer } from '../rooms/namespace.js';
import { type PresenceChange } from '../rooms/presence.js';
import { type Publication } from '../rooms/stream.js';
import { type WebhookCounts } from '../webhooks/native-webhooks.js';
import { postJson } from '../webhooks/post-json.js';
import { type RetryOptions, WebhookLane } from '../webhooks/webhook-lane.js';
import { channelOf } from './publish.js';
import { presenceActions, toWire } from './wire.js';

/** An integration rule: where, one event a request or many, and how they are vouched for. */
export interface AblyRuleTarget {
  url: string;
  mode: 'single' | 'batch';
  /** `app.key:secret`: signs batches. Single requests are not signed. */
  signingKey?: string;
  /** Headers of the rule's settings. */
  headers?: Readonly<Record<string, string>>;
}

interface Event {
  source: 'channel.message' | 'channel.presence';
  name: string;
  channel: string;
  content: { messages: object[] } | { presence: object[] };
}

/** How long events wait for others of their batch (ms); the service itself: up to a second. */
const batchMs = 20;
const mostOfABatch = 1000;

/** Webhooks as Ably's integrations send them (docs: platform/integrations/webhooks). */
export class AblyRule implements Observer {
  readonly counts: WebhookCounts = { delivered: 0, refused: 0, failed: 0, givenUp: 0 };
  private readonly lane: WebhookLane<string>;
  private readonly batch: object[] = [];
  private timer?: NodeJS.Timeout;
  private serial = 0;

  constructor(
    private readonly target: AblyRuleTarget,
    private readonly namespace: string,
    faults: Faults,
    retry: RetryOptions,
  ) {
    this.lane = new WebhookLane(
      (body) => this.deliver(body),
      faults,
      retry,
      () => (this.counts.givenUp += 1),
    );
  }

  onMessage(publication: Publication): void {
    const channel = channelOf(this.namespace, publication.room);
    const content = { messages: [toWire(publication)] };
    this.push({ source: 'channel.message', name: 'channel.message', channel, content });
  }

  onPresence(room: string, { userId, status }: PresenceChange): void {
    const action = presenceActions[status === 'joined' ? 'enter' : status === 'left' ? 'leave' : 'update'];
    const timestamp = Date.now();
    const id = `of-${userId}:${timestamp}:0`;
    const presence = [{ action, clientId: userId, connectionId: `of-${userId}`, id, timestamp }];
    const channel = channelOf(this.namespace, room);
    this.push({ source: 'channel.presence', name: 'presence.message', channel, content: { presence } });
  }

  /** Ably tells of channels, not of connections. */
  onConnection(): void {
    return undefined;
  }

  get waiting(): number {
    return this.lane.waiting + this.batch.length;
  }

  async close(): Promise<void> {
    clearTimeout(this.timer);
    this.batch.length = 0;
    await this.lane.close();
  }

  private push({ source, name, channel, content }: Event): void {
    if (this.target.mode === 'single') {
      const about = { source, appId: 'local', channel, site: 'local', ruleId: 'rule' };
      return this.lane.push(JSON.stringify({ ...about, ...content }));
    }
    this.serial += 1;
    this.batch.push({
      webhookId: 'rule',
      source,
      serial: `local:${this.serial}`,
      timestamp: Date.now(),
      name,
      data: { channelId: channel, site: 'local', ...content },
    });
    this.timer ??= setTimeout(() => this.flush(), batchMs);
  }

  private flush(): void {
    delete this.timer;
    this.lane.push(JSON.stringify({ items: this.batch.splice(0, mostOfABatch) }));
    if (this.batch.length > 0) this.timer = setTimeout(() => this.flush(), batchMs);
  }

  private async deliver(body: string): Promise<boolean> {
    const headers = { 'x-ably-version': '1.2', ...this.target.headers, ...this.signed(body) };
    const outcome = await postJson(this.target.url, body, headers);
    this.counts[outcome] += 1;
    return outcome !== 'failed';
  }

  private signed(body: string): Record<string, string> {
    const { mode, signingKey } = this.target;
    if (mode === 'single' || signingKey === undefined) return {};
    const [keyId = '', secret = ''] = signingKey.split(':');
    return {
      'x-ably-key': keyId,
      'x-ably-signature': createHmac('sha256', secret).update(body).digest('base64'),
    };
  }
}
