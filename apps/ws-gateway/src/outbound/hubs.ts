import { type Bus } from '@travellite/bus';
import { type ConversationId } from '@travellite/protocol';
import { type Counters, type Log } from '@travellite/telemetry';
import { type GatewayStore } from '../options.js';
import { Hub } from './hub.js';

export interface HubPorts {
  bus: Bus;
  conversations: GatewayStore;
  log: Log;
  counters: Counters;
  now: () => number;
}

/** The hubs of all conversations somebody listens to in this process. */
export class Hubs {
  private readonly hubs = new Map<ConversationId, Hub>();

  constructor(private readonly ports: HubPorts) {}

  get size(): number {
    return this.hubs.size;
  }

  /** The conversation's hub, opened by the first who needs it. Every `enter` ends with one `leave`. */
  enter(conversation: ConversationId): Hub {
    const existing = this.hubs.get(conversation);
    const hub = existing ?? new Hub(conversation, this.ports);
    hub.users += 1;
    if (!existing) {
      this.hubs.set(conversation, hub);
      this.ports.counters.set('hubs_open', this.hubs.size);
      hub.opening = hub.open().catch((error: unknown) => {
        // The next one tries again with a new hub.
        if (this.hubs.get(conversation) === hub) this.hubs.delete(conversation);
        throw error;
      });
      // Whoever entered hears of a failure through `opening`; nobody may have.
      hub.opening.catch(() => undefined);
    }
    return hub;
  }

  /** Whoever still waits for an answer is told that none comes. */
  async close(): Promise<void> {
    await Promise.all([...this.hubs.values()].map((hub) => hub.close()));
  }

  /** Somebody does not need the hub any more; after the last one it is closed. */
  leave(hub: Hub): void {
    hub.users -= 1;
    if (hub.users > 0) return;
    if (this.hubs.get(hub.conversation) === hub) this.hubs.delete(hub.conversation);
    this.ports.counters.set('hubs_open', this.hubs.size);
    hub.close().catch((error: unknown) => {
      this.ports.log.warn('a subscription could not be closed', { detail: String(error) });
    });
  }
}
