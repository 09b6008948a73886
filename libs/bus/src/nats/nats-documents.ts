import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { subjects } from '@travellite/protocol';
import { type Log } from '@travellite/telemetry';
import { type Consumer, DeliverPolicy, type JetStreamClient, type JetStreamManager, type JsMsg } from 'nats';
import { type Documents, type SharedDocument } from '../documents.js';
import { type Subscription } from '../port.js';
import { documentsAckMs, ensureDocumentGroup } from './streams.js';

const pullMs = 1_000;
/** A pull that has not ended by then never will: its request or its answer was lost. */
const stalledMs = pullMs + 1_000;
const retryMs = 200;
const stillWorkingMs = documentsAckMs / 3;

export interface NatsDocumentsParts {
  stream: JetStreamClient;
  manager: JetStreamManager;
  /** Publishes and waits for the server's answer. */
  store(subject: string, value: unknown, options: object): Promise<void>;
  repair(): Promise<void>;
  /** Makes a request of the server; its faults become ours. */
  ask<T>(request: () => Promise<T>): Promise<T>;
  log: Log;
}

type Handler = (document: SharedDocument) => Promise<void>;

/** Documents in the stream `KNOWLEDGE`, the newest of each name: it is read from its beginning, or by a group from where the group is. */
export class NatsDocuments implements Documents {
  private readonly open = new Set<Subscription>();

  constructor(private readonly parts: NatsDocumentsParts) {}

  async publish(document: SharedDocument): Promise<void> {
    const name = JSON.stringify([document.namespace, document.id]);
    const key = createHash('sha256').update(name).digest('base64url');
    await this.parts.store(subjects.document(key), document, {});
  }

  async follow(handler: Handler, { group }: { group?: string } = {}): Promise<Subscription> {
    const { manager, ask } = this.parts;
    if (group !== undefined) await ask(() => ensureDocumentGroup(manager, group));
    const follower = new Follower(this.parts, handler, group);
    const running = follower.run();
    const subscription = {
      close: async () => {
        this.open.delete(subscription);
        follower.stop();
        await running;
      },
    };
    this.open.add(subscription);
    return subscription;
  }

  async close(): Promise<void> {
    await Promise.all([...this.open].map((subscription) => subscription.close()));
  }
}

class Follower {
  private readonly stopping = new AbortController();
  /** Sequence of the last document that was taken; a group's is kept by the server. */
  private taken = 0;

  constructor(
    private readonly parts: NatsDocumentsParts,
    private readonly handler: Handler,
    private readonly group: string | undefined,
  ) {}

  stop(): void {
    this.stopping.abort();
  }

  async run(): Promise<void> {
    const { signal } = this.stopping;
    let consumer: Consumer | undefined;
    while (!signal.aborted) {
      try {
        consumer ??= await this.consumer();
        await this.pull(consumer);
      } catch (error) {
        if (signal.aborted) break;
        consumer = undefined;
        this.parts.log.warn('documents were interrupted; repairing', { cause: (error as Error).message });
        await pause(retryMs);
        await this.repair();
      }
    }
  }

  private consumer(): Promise<Consumer> {
    const { consumers } = this.parts.stream;
    if (this.group !== undefined) return consumers.get('KNOWLEDGE', this.group);
    const from = { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: this.taken + 1 };
    return consumers.get('KNOWLEDGE', from);
  }

  private async pull(consumer: Consumer): Promise<void> {
    const messages = await consumer.fetch({
      max_messages: this.group === undefined ? 64 : 1,
      expires: pullMs,
    });
    const stop = () => messages.stop();
    const stalled = setTimeout(() => messages.stop(new Error('the pull stalled')), stalledMs);
    this.stopping.signal.addEventListener('abort', stop);
    try {
      for await (const message of messages) {
        clearTimeout(stalled);
        await this.take(message);
      }
    } finally {
      clearTimeout(stalled);
      this.stopping.signal.removeEventListener('abort', stop);
    }
  }

  /** Until it is taken: what is newer waits. */
  private async take(message: JsMsg): Promise<void> {
    // An ordered reader that had to begin again may bring what was taken already.
    if (this.group === undefined && message.seq <= this.taken) return;
    const document = readDocument(message);
    if (document === undefined) {
      // It would hold up all that comes after it.
      this.parts.log.error('what is in the stream is no document; it is left out', { sequence: message.seq });
      this.taken = message.seq;
      return message.term();
    }
    const working = setInterval(() => message.working(), stillWorkingMs);
    try {
      while (!this.stopping.signal.aborted) {
        try {
          await this.handler(document);
          this.taken = message.seq;
          message.ack();
          return;
        } catch (error) {
          this.parts.log.warn('a document was not taken and is handed over again', { cause: String(error) });
          await pause(retryMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
        }
      }
      message.nak();
    } finally {
      clearInterval(working);
    }
  }

  private async repair(): Promise<void> {
    try {
      await this.parts.repair();
      // A stream that was made anew counts from 1 again.
      const { state } = await this.parts.manager.streams.info('KNOWLEDGE');
      if (state.last_seq < this.taken) this.taken = 0;
      if (this.group !== undefined) await ensureDocumentGroup(this.parts.manager, this.group);
    } catch (error) {
      this.parts.log.warn('documents could not be repaired yet', { cause: (error as Error).message });
    }
  }
}

/** A document as `publish` wrote it; `undefined` for what somebody else put into the stream. */
function readDocument(message: JsMsg): SharedDocument | undefined {
  try {
    const document = message.json<SharedDocument>();
    const ours = typeof document.namespace === 'string' && typeof document.id === 'string';
    return ours && document.content !== undefined ? document : undefined;
  } catch {
    return undefined;
  }
}
