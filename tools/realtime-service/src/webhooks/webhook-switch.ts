import { AblyRule, type AblyRuleTarget } from '../ably/ably-rule.js';
import { type ProxyTarget } from '../centrifugo/proxy.js';
import { type Faults } from '../faults/faults.js';
import { type Namespace } from '../rooms/namespace.js';
import { NativeWebhooks, type WebhookCounts, type WebhookTarget } from './native-webhooks.js';
import { type RetryOptions } from './webhook-lane.js';

/** Where the service tells what people say, and in whose words; `native` when not given. Centrifugo asks before it publishes. */
export type Target =
  | ({ as?: 'native' } & WebhookTarget)
  | ({ as: 'centrifugo' } & ProxyTarget)
  | ({ as: 'ably' } & AblyRuleTarget);

const noCounts = { delivered: 0, refused: 0, failed: 0, givenUp: 0, waiting: 0 };

/** Sends webhooks to one target at a time. */
export class WebhookSwitch {
  private current?: { webhooks: NativeWebhooks | AblyRule; stop: () => void };
  private asked?: ProxyTarget;

  constructor(
    private readonly namespace: Namespace,
    private readonly faults: Faults,
    private readonly retry: RetryOptions,
  ) {}

  /** The proxy to ask, when the target is one. */
  readonly proxy = (): ProxyTarget | undefined => this.asked;

  /** What waits for the target before is dropped. */
  async set(target: Target | undefined): Promise<void> {
    const before = this.current;
    delete this.current;
    delete this.asked;
    before?.stop();
    if (target?.as === 'centrifugo') this.asked = target;
    else if (target) {
      const webhooks =
        target.as === 'ably'
          ? new AblyRule(target, this.namespace.id, this.faults, this.retry)
          : new NativeWebhooks(target, this.faults, this.retry);
      this.current = { webhooks, stop: this.namespace.observe(webhooks) };
    }
    await before?.webhooks.close();
  }

  inspect(): WebhookCounts & { waiting: number } {
    const { current } = this;
    return current ? { ...current.webhooks.counts, waiting: current.webhooks.waiting } : noCounts;
  }
}
