import { setTimeout as pause } from 'node:timers/promises';
import { parseConversation } from '@travellite/protocol';
import { type Log } from '@travellite/telemetry';
import { type Consumer, type JetStreamClient, type JetStreamManager, type JsMsg } from 'nats';
import { type OutboundAnswer } from '../outbound.js';
import { Lanes } from '../outbound/lanes.js';
import { type Subscription } from '../port.js';
import { ensureOutbound, outboundName } from './streams.js';

const pullMs = 1_000;
/** A pull that has not ended by then never will: its request or its answer was lost. */
const stalledMs = pullMs + 1_000;
const batch = 64;
const retryMs = 200;
/** What a dead process held comes back within `ack_wait`, on a busy server later; after that it is not waited for any longer. */
const recoverMs = 4_000;
/** Acknowledgements that may have got lost: answers that come again are not handed over again. */
const rememberedAcks = 4_096;

interface Parts {
  stream: JetStreamClient;
  manager: JetStreamManager;
  /** Makes streams again that someone deleted. */
  repair(): Promise<void>;
  /** How long an answer stays with a process that gives no sign of life. */
  ackMs: number;
  log: Log;
}

type Handler = (answer: OutboundAnswer) => Promise<void>;

/** Drains the answers of a namespace for ever. Every fault is logged, repaired and tried again. */
export async function consumeNatsOutbound(
  parts: Parts,
  namespace: string,
  handler: Handler,
): Promise<Subscription> {
  await ensureOutbound(parts.manager, namespace, parts.ackMs);
  const drain = new OutboundConsumer(parts, namespace, handler);
  const running = drain.run();
  return {
    close: async () => {
      await drain.stop();
      await running;
    },
  };
}

class OutboundConsumer {
  private readonly lanes: Lanes<number>;
  /** By sequence: what was delivered and is not done with. The newest delivery is the one to acknowledge. */
  private readonly inHand = new Map<number, JsMsg>();
  /** Delivered while something older may be missing. */
  private readonly held = new Map<number, JsMsg>();
  private readonly acknowledged = new Set<number>();
  private lastDelivery: number | undefined;
  private isBroken = true;
  private readonly stopping = new AbortController();
  private readonly ticking: NodeJS.Timeout;
  private readonly log: Log;

  constructor(
    private readonly parts: Parts,
    private readonly namespace: string,
    handler: Handler,
  ) {
    this.log = parts.log.with({ namespace });
    this.lanes = new Lanes({ handler, retryMs, log: this.log, onDone: (sequence) => this.done(sequence) });
    this.ticking = setInterval(() => this.stillWorking(), parts.ackMs / 3);
  }

  async run(): Promise<void> {
    const { signal } = this.stopping;
    let consumer: Consumer | undefined;
    while (!signal.aborted) {
      try {
        consumer ??= await this.parts.stream.consumers.get('OUTBOUND', outboundName(this.namespace));
        if (this.isBroken) await this.recover(consumer);
        await this.pull(consumer, batch);
      } catch (error) {
        consumer = undefined;
        this.isBroken = true;
        if (signal.aborted) break;
        this.log.warn('the answers were interrupted; repairing', { cause: (error as Error).message });
        await pause(retryMs);
        await this.repair();
      }
    }
  }

  /** What was not begun is handed back at once, so that whoever goes on gets it without waiting. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.lanes.close();
    clearInterval(this.ticking);
    for (const message of [...this.inHand.values(), ...this.held.values()]) message.nak();
    this.inHand.clear();
  }

  /**
   * What was delivered to a process that died, or into a connection that broke, comes back one by one, each when its time is up, and
   * would be overtaken by what is newer. So all of it is waited for and put in order before anything is handed over.
   */
  private async recover(consumer: Consumer): Promise<void> {
    const until = performance.now() + recoverMs;
    while (!this.stopping.signal.aborted) {
      const { num_ack_pending: open } = await consumer.info();
      const missing = open - new Set([...this.held.keys(), ...this.inHand.keys()]).size;
      if (missing <= 0 || performance.now() > until) break;
      await this.pull(consumer, missing);
      for (const message of this.held.values()) message.working();
    }
    const inOrder = [...this.held.values()].sort((a, b) => a.seq - b.seq);
    this.held.clear();
    this.isBroken = false;
    for (const message of inOrder) this.handOver(message);
  }

  /** Ends when `count` have come or the time is up; never stopped before but to end, so that nothing is delivered to nobody. */
  private async pull(consumer: Consumer, count: number): Promise<void> {
    const messages = await consumer.fetch({ max_messages: count, expires: pullMs });
    const stop = () => messages.stop();
    const stalled = setTimeout(() => messages.stop(new Error('the pull stalled')), stalledMs);
    this.stopping.signal.addEventListener('abort', stop);
    try {
      for await (const message of messages) this.take(message);
    } finally {
      clearTimeout(stalled);
      this.stopping.signal.removeEventListener('abort', stop);
    }
  }

  /** Deliveries are numbered without holes: a hole means that one went astray. */
  private take(message: JsMsg): void {
    const { deliverySequence } = message.info;
    if (this.lastDelivery !== undefined && deliverySequence !== this.lastDelivery + 1) this.isBroken = true;
    this.lastDelivery = deliverySequence;
    if (this.stopping.signal.aborted) message.nak();
    else if (this.acknowledged.has(message.seq)) message.ack();
    else if (this.isBroken) this.held.set(message.seq, message);
    else this.handOver(message);
  }

  private handOver(message: JsMsg): void {
    const answer = readAnswer(message);
    if (answer === undefined) {
      // It would hold up its namespace for ever.
      this.log.error('what is in the stream is no answer; it is left out', { sequence: message.seq });
      return message.term();
    }
    const known = this.inHand.has(message.seq);
    this.inHand.set(message.seq, message);
    if (!known) this.lanes.push(message.seq, answer);
  }

  private done(sequence: number): void {
    this.inHand.get(sequence)?.ack();
    this.inHand.delete(sequence);
    this.acknowledged.add(sequence);
    const [oldest] = this.acknowledged;
    if (this.acknowledged.size > rememberedAcks && oldest !== undefined) this.acknowledged.delete(oldest);
  }

  /** In one go, so that what a process held comes back about the same time after its death. */
  private stillWorking(): void {
    for (const message of [...this.inHand.values(), ...this.held.values()]) message.working();
  }

  private async repair(): Promise<void> {
    try {
      await this.parts.repair();
      await ensureOutbound(this.parts.manager, this.namespace, this.parts.ackMs);
    } catch (error) {
      this.log.warn('the answers could not be repaired yet', { cause: (error as Error).message });
    }
  }
}

/** An answer as `publish` wrote it; `undefined` for what somebody else put into the stream. */
function readAnswer(message: JsMsg): OutboundAnswer | undefined {
  try {
    const answer = message.json<OutboundAnswer>();
    const ours = parseConversation(answer.conversation) !== undefined && typeof answer.id === 'string';
    return ours && Array.isArray(answer.events) ? answer : undefined;
  } catch {
    return undefined;
  }
}
