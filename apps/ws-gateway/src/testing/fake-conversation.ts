import { type Bus, type ConversationSubscriber } from '@travellite/bus';
import { type LogPosition, type ReadEventsResult, type Snapshot } from '@travellite/conversations';
import { type CanonicalEvent, type EventBody } from '@travellite/protocol';
import { createCounters, silentLog } from '@travellite/telemetry';
import { type HubPorts } from '../outbound/hubs.js';

/** One conversation's log and bus, under the test's hands: what is written may be published late, twice or not at all. */
export class FakeConversation {
  readonly conversation = 'user:ada';
  epoch = 1;
  readonly log: CanonicalEvent[] = [];
  readonly subscribers = new Set<ConversationSubscriber>();
  /** Set: the log answers with this instead. */
  answer: (() => Promise<ReadEventsResult>) | undefined;
  snapshotFault: Error | undefined;
  running: Snapshot['running'];

  readonly ports: HubPorts = {
    bus: {
      subscribe: async (_conversation: string, subscriber: ConversationSubscriber) => {
        this.subscribers.add(subscriber);
        return { close: async () => void this.subscribers.delete(subscriber) };
      },
    } as unknown as Bus,
    conversations: {
      snapshot: async () => {
        if (this.snapshotFault) throw this.snapshotFault;
        return { ...this.head, version: 0, queued: [], ...(this.running ? { running: this.running } : {}) };
      },
      readEvents: async (_conversation, after, limit) => this.read(after, limit),
      forget: async () => undefined,
    },
    log: silentLog,
    counters: createCounters(),
    now: () => 1_000,
  };

  get head(): LogPosition {
    return { epoch: this.epoch, seq: this.log.length };
  }

  /** Appends to the log without telling anybody. */
  write(turn: string, ...bodies: EventBody[]): CanonicalEvent[] {
    const events = bodies.map((body, i) => ({
      conversation: 'user:ada' as const,
      epoch: this.epoch,
      seq: this.log.length + 1 + i,
      turn,
      ts: 5_000,
      ...body,
    }));
    this.log.push(...events);
    return events;
  }

  publish(events: CanonicalEvent[]): void {
    for (const subscriber of this.subscribers) {
      subscriber.onEvents({ id: 'batch', conversation: this.conversation, events });
    }
  }

  live(turn: string, offset: number, delta: string, fence = 1): void {
    for (const subscriber of this.subscribers) {
      subscriber.onLive({
        type: 'text',
        conversation: this.conversation,
        turn,
        fence,
        delta,
        offset,
        ts: 5_000,
      });
    }
  }

  private async read(after: LogPosition, limit: number): Promise<ReadEventsResult> {
    if (this.answer) return this.answer();
    const { head } = this;
    if (after.epoch !== head.epoch) return { status: 'gap', reason: 'epoch_changed', head };
    return { status: 'ok', events: this.log.slice(after.seq, after.seq + limit), head };
  }
}
