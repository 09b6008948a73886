import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { type Faults } from '../faults/faults.js';
import { type Observer } from '../rooms/namespace.js';
import { type PresenceChange } from '../rooms/presence.js';
import { type Publication } from '../rooms/stream.js';
import { postJson } from './post-json.js';
import { type RetryOptions, WebhookLane } from './webhook-lane.js';

/** Where a namespace's webhooks go. */
export interface WebhookTarget {
  url: string;
  /** Standard Webhooks (`whsec_…`); without it they are unsigned. */
  secret?: string;
}

export interface WebhookCounts {
  delivered: number;
  /** Answered with a 4xx that will not change. */
  refused: number;
  /** Attempts that failed. */
  failed: number;
  /** Given up after the last attempt. */
  givenUp: number;
}

interface Item {
  id: string;
  body: string;
}

/** Webhooks of the native contract, one lane a room, signed by Standard Webhooks with the same id at each attempt. */
export class NativeWebhooks implements Observer {
  readonly counts: WebhookCounts = { delivered: 0, refused: 0, failed: 0, givenUp: 0 };
  private readonly lanes = new Map<string, WebhookLane<Item>>();
  private readonly signer?: Webhook;

  constructor(
    private readonly target: WebhookTarget,
    private readonly faults: Faults,
    private readonly retry: RetryOptions,
  ) {
    if (target.secret !== undefined) this.signer = new Webhook(target.secret);
  }

  onMessage({ room, userId, message, ts, id }: Publication, { name }: { name?: string }): void {
    const said = typeof message === 'object' && message !== null ? message : { text: message };
    this.push(room, {
      type: 'message',
      room,
      userId,
      message: { ...said, ...(name === undefined ? {} : { name }), id },
      timestamp: ts,
    });
  }

  onPresence(room: string, { userId, status }: PresenceChange): void {
    this.push(room, { type: 'presence', room, userId, status, timestamp: Date.now() });
  }

  onConnection(room: string, userId: string, status: string): void {
    this.push(room, { type: 'connection', room, userId, status, timestamp: Date.now() });
  }

  get waiting(): number {
    return [...this.lanes.values()].reduce((sum, lane) => sum + lane.waiting, 0);
  }

  async close(): Promise<void> {
    await Promise.all([...this.lanes.values()].map((lane) => lane.close()));
  }

  private push(room: string, body: object): void {
    const lane = this.lanes.get(room) ?? this.openLane(room);
    lane.push({ id: `msg_${randomUUID()}`, body: JSON.stringify(body) });
  }

  private openLane(room: string): WebhookLane<Item> {
    const lane = new WebhookLane<Item>(
      (item) => this.deliver(item),
      this.faults,
      this.retry,
      () => (this.counts.givenUp += 1),
    );
    this.lanes.set(room, lane);
    return lane;
  }

  private async deliver({ id, body }: Item): Promise<boolean> {
    const outcome = await postJson(this.target.url, body, this.signed(id, body));
    this.counts[outcome] += 1;
    return outcome !== 'failed';
  }

  /** Signed at each attempt: the timestamp is the attempt's. */
  private signed(id: string, body: string): Record<string, string> {
    const at = new Date();
    return {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      ...(this.signer ? { 'webhook-signature': this.signer.sign(id, at, body) } : {}),
    };
  }
}
