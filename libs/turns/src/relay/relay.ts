import { type Bus, type OutboundAnswer } from '@travellite/bus';
import { type Conversations, type OutboxEntry } from '@travellite/conversations';
import { type ConversationId, toTravelError } from '@travellite/protocol';
import { type Counters, type Log } from '@travellite/telemetry';
import { type Clock } from '../clock.js';
import { type Faults } from '../faults.js';
import { hasAnswers, outboundAnswersOf } from './outbound-answers.js';
import { OutboxRemover } from './outbox-remover.js';
import { publishBatch, toBatch } from './publish-batch.js';

export interface RelayOptions {
  bus: Pick<Bus, 'publishEvents'> & { outbound: Pick<Bus['outbound'], 'publish'> };
  conversations: Pick<Conversations, 'outbox' | 'isInOutbox' | 'removeFromOutbox'>;
  clock: Clock;
  log: Log;
  counters?: Counters;
  faults?: Faults;
  /** Time between two looks for what dead workers left; also between two tries while the bus does not answer. */
  sweepMs: number;
}

/** Batches read from the outbox at a time. */
const pageSize = 256;

/** How long another process may take to relay what comes before, until that is done here; and from one look to the next, ever longer. */
const othersMs = 500;
const firstLookMs = 5;
const longestLookMs = 80;

/** A batch of a lane, and that which another process may be about to relay before it. */
interface Waiting {
  entry: OutboxEntry;
  follows: string | undefined;
}

/**
 * Brings events from the outbox to the bus. The writer hands its batches over at once, so that nothing is read back; what was
 * written and never relayed (its worker died, the bus was away) is found by sweeping. Batches of one conversation go one after
 * another. After a failed one everything is left to the sweep until it has caught up, so that the order is kept. Answers to rooms are
 * in order also where two processes wrote them: the later waits for the earlier. Other readers go by `seq`, and fill holes from the log.
 */
export class Relay {
  private readonly lanes = new Map<ConversationId, Waiting[]>();
  private readonly remover: OutboxRemover;
  private behind = true;
  private skipped = 0;
  private sweeping: Promise<void> | undefined;
  private seenBefore = new Set<string>();
  private stopTimer: (() => void) | undefined;
  private closed = false;
  private idle: (() => void)[] = [];

  constructor(private readonly options: RelayOptions) {
    this.remover = new OutboxRemover(options);
  }

  /** Relays what earlier processes left, then begins its rounds. Resolves after the first try, also when the bus is away. */
  async start(): Promise<void> {
    await this.catchUp();
    this.nextRound();
  }

  /**
   * Takes a batch that was just written, and the id of one before it that another process may have in hand. Returns at once; a failure is
   * healed by the sweep.
   */
  publish(entry: OutboxEntry, follows?: string): void {
    if (entry.events.length === 0) return;
    if (this.behind) {
      this.skipped += 1;
      return;
    }
    const lane = this.lanes.get(entry.conversation);
    if (lane !== undefined) {
      lane.push({ entry, follows });
      return;
    }
    const fresh = [{ entry, follows }];
    this.lanes.set(entry.conversation, fresh);
    void this.work(entry.conversation, fresh);
  }

  /** Looks for leftovers now: the writer knows that some of its events are written, but not which. */
  sweepSoon(): void {
    // A look that is under way may have been there before the events were.
    this.fellBehind();
    void this.catchUp();
  }

  /** Resolves when everything handed over was relayed and removed, or is left to a later sweep. */
  async flush(): Promise<void> {
    if (this.lanes.size > 0) await new Promise<void>((resolve) => this.idle.push(resolve));
    await this.sweeping;
    await this.remover.flush();
  }

  async close(): Promise<void> {
    this.closed = true;
    this.stopTimer?.();
    await this.flush();
  }

  private async work(conversation: ConversationId, lane: Waiting[]): Promise<void> {
    for (let next = lane[0]; next !== undefined; next = lane[0]) {
      const { entry, follows } = next;
      const inOrder =
        follows === undefined || !hasAnswers(entry.events) || (await this.follow(entry, follows));
      if (!inOrder || !(await this.relayOne(entry))) {
        this.fellBehind();
        break;
      }
      lane.shift();
    }
    this.lanes.delete(conversation);
    if (this.lanes.size > 0) return;
    for (const resolve of this.idle.splice(0)) resolve();
  }

  /** Waits for what comes before, or relays it here when whoever has it in hand seems to have died or to be behind. */
  private async follow({ id, conversation }: OutboxEntry, before: string): Promise<boolean> {
    if (await this.isRelayed(before)) return true;
    const entries = this.closed ? undefined : await this.read();
    if (entries === undefined) return false;
    const mine = entries.findIndex((entry) => entry.id === id);
    for (const entry of entries.slice(0, Math.max(0, mine))) {
      if (entry.conversation === conversation && !(await this.relayOne(entry))) return false;
    }
    // Not there and nothing beyond: another process has relayed it, and once more does no harm.
    return mine >= 0 || entries.length < pageSize;
  }

  private async isRelayed(id: string): Promise<boolean> {
    const { conversations, clock, log } = this.options;
    const until = clock.now() + othersMs;
    try {
      for (let lookMs = firstLookMs; ; lookMs = Math.min(lookMs * 2, longestLookMs)) {
        if (this.remover.has(id) || !(await conversations.isInOutbox(id))) return true;
        if (this.closed || clock.now() >= until) return false;
        await new Promise<void>((resolve) => clock.after(lookMs, resolve));
      }
    } catch (thrown) {
      log.warn('The outbox could not be read.', { cause: String(thrown) });
      return false;
    }
  }

  private async relayOne(entry: OutboxEntry): Promise<boolean> {
    const { bus, faults, counters, log } = this.options;
    const { conversation, events, id } = entry;
    if (events.length === 0) return true;
    try {
      if (faults) await faults.at('relay.before');
      const batch = toBatch(conversation, events);
      await publishBatch(bus, batch, log);
      for (const answer of outboundAnswersOf(batch)) await this.publishAnswer(answer);
      if (faults) await faults.at('relay.published');
    } catch (thrown) {
      counters?.add('relay_failures');
      log.warn('Events could not be relayed and stay in the outbox.', { cause: String(thrown) });
      return false;
    }
    counters?.add('events_relayed', events.length);
    this.remover.remove({ id, conversation });
    return true;
  }

  /** What the bus will never take must not hold up everything after it. */
  private async publishAnswer(answer: OutboundAnswer): Promise<void> {
    const { bus, counters, log } = this.options;
    try {
      await bus.outbound.publish(answer);
    } catch (thrown) {
      const { code, retryable } = toTravelError(thrown);
      if (retryable) throw thrown;
      counters?.add('answers_refused');
      log.error('An answer cannot be sent to its room; it stays in the log.', { answer: answer.id, code });
    }
  }

  private fellBehind(): void {
    this.behind = true;
    this.skipped += 1;
  }

  private nextRound(): void {
    if (this.closed) return;
    this.stopTimer = this.options.clock.after(this.options.sweepMs, () => {
      void (this.behind ? this.catchUp() : this.sweepLeftovers()).then(() => this.nextRound());
    });
  }

  /** Relays the whole outbox, oldest first; afterwards the writer relays its own again. */
  private catchUp(): Promise<void> {
    this.sweeping ??= this.relayAll().finally(() => (this.sweeping = undefined));
    return this.sweeping;
  }

  private async relayAll(): Promise<void> {
    for (;;) {
      this.skipped = 0;
      const entries = await this.read();
      if (entries === undefined) return;
      if (!(await this.relaySideBySide(entries))) return;
      await this.remover.flush();
      if (entries.length < pageSize && this.skipped === 0) {
        this.behind = false;
        return;
      }
    }
  }

  /** What has been in the outbox for a whole round belongs to no living writer. */
  private async sweepLeftovers(): Promise<void> {
    const entries = (await this.read()) ?? [];
    const left = entries.filter((entry) => this.seenBefore.has(entry.id));
    this.seenBefore = new Set(entries.map((entry) => entry.id));
    await this.relaySideBySide(left);
  }

  /** Conversations at the same time, the batches of each one after another: else who fell behind under load would stay behind. */
  private async relaySideBySide(entries: readonly OutboxEntry[]): Promise<boolean> {
    const relayed = [...Map.groupBy(entries, ({ conversation }) => conversation).values()].map(
      async (batches) => {
        for (const entry of batches) if (this.closed || !(await this.relayOne(entry))) return false;
        return true;
      },
    );
    return (await Promise.all(relayed)).every(Boolean);
  }

  private async read(): Promise<OutboxEntry[] | undefined> {
    try {
      return await this.options.conversations.outbox(pageSize);
    } catch (thrown) {
      this.options.log.warn('The outbox could not be read.', { cause: String(thrown) });
      return undefined;
    }
  }
}
