import { randomUUID } from 'node:crypto';
import { subjects, type TurnId } from '@travellite/protocol';
import { type Log } from '@travellite/telemetry';
import { type JetStreamClient, type JetStreamManager } from 'nats';
import {
  type BurialReason,
  type BuriedAnswer,
  type Outbound,
  type OutboundAnswer,
  type OutboundLoad,
} from '../outbound.js';
import { type Subscription } from '../port.js';
import { type Burial, countBurials, readBurial, readBurials } from './burials.js';
import { holdNatsLease } from './lease.js';
import { consumeNatsOutbound } from './outbound-consumer.js';
import { isMissing, outboundName } from './streams.js';

export interface NatsOutboundParts {
  stream: JetStreamClient;
  manager: JetStreamManager;
  replicas: number;
  /** A publisher that was not heard for so long has lost its lease and what it had in hand. */
  leaseMs: number;
  /** Publishes and waits for the server's answer. What is said about a turn carries its trace. */
  store(subject: string, value: unknown, options: { msgID?: string; turn?: TurnId }): Promise<void>;
  repair(): Promise<void>;
  /** Makes a request of the server; its faults become ours. */
  ask<T>(request: () => Promise<T>): Promise<T>;
  log: Log;
}

const turnOf = ({ events: [first] }: OutboundAnswer) => (first === undefined ? {} : { turn: first.turn });

/** Answers to realtime services: the streams `OUTBOUND` and `DLQ`, leases in a key-value bucket. */
export class NatsOutbound implements Outbound {
  private readonly open = new Set<Subscription>();

  constructor(private readonly parts: NatsOutboundParts) {}

  publish(answer: OutboundAnswer): Promise<void> {
    return this.store(answer, answer.id);
  }

  consume(namespace: string, handler: (answer: OutboundAnswer) => Promise<void>): Promise<Subscription> {
    return this.parts.ask(async () =>
      this.keep(await consumeNatsOutbound({ ...this.parts, ackMs: this.parts.leaseMs }, namespace, handler)),
    );
  }

  load(namespace: string): Promise<OutboundLoad> {
    const { manager, ask } = this.parts;
    return ask(async () => {
      const [consumer, buried] = await Promise.all([
        manager.consumers.info('OUTBOUND', outboundName(namespace)).catch((error: unknown) => {
          if (isMissing(error)) return undefined;
          throw error;
        }),
        countBurials(manager),
      ]);
      return { waiting: consumer ? consumer.num_pending + consumer.num_ack_pending : 0, buried };
    });
  }

  async bury(answer: OutboundAnswer, reason: BurialReason): Promise<void> {
    const burial: Burial = { at: Date.now(), reason, answer };
    const msgID = encodeURIComponent(`buried/${answer.id}`);
    await this.parts.store(subjects.buried(answer.conversation), burial, { msgID, ...turnOf(answer) });
  }

  buried(options: { limit: number; before?: number }): Promise<BuriedAnswer[]> {
    return this.parts.ask(() => readBurials(this.parts.manager, options));
  }

  replay(id: number): Promise<boolean> {
    const { manager, ask } = this.parts;
    return ask(async () => {
      const burial = await readBurial(manager, id);
      if (!burial) return false;
      await this.store(burial.answer, `${burial.answer.id}/${id}`);
      await manager.streams.deleteMessage('DLQ', id, false);
      return true;
    });
  }

  holdLease(name: string, onChange: (held: boolean) => void): Promise<Subscription> {
    const { stream, replicas, leaseMs, log, ask } = this.parts;
    const parts = { stream, replicas, leaseMs, holder: randomUUID(), log };
    return ask(async () => this.keep(await holdNatsLease(parts, name, onChange)));
  }

  /** Running handlers end; leases are given up. */
  async close(): Promise<void> {
    await Promise.all([...this.open].map((one) => one.close()));
  }

  private store(answer: OutboundAnswer, id: string): Promise<void> {
    const subject = subjects.outbound(answer.namespace, answer.conversation);
    return this.parts.store(subject, answer, { msgID: encodeURIComponent(id), ...turnOf(answer) });
  }

  private keep(one: Subscription): Subscription {
    const kept = {
      close: async () => {
        this.open.delete(kept);
        await one.close();
      },
    };
    this.open.add(kept);
    return kept;
  }
}
