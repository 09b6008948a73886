import {
  type AgentState,
  type ConversationId,
  type EventBody,
  type FeedPosition,
  partitionOf,
  TravelError,
  type Turn,
} from '@travellite/protocol';
import {
  type AcceptOptions,
  type AcceptResult,
  type ClaimOptions,
  type ClaimRef,
  type ClaimResult,
  type CommitResult,
  type Conversations,
  type ConversationsCapabilities,
  type ConversationSummary,
  type DeadLetter,
  type EmitResult,
  type LogPosition,
  type OutboxEntry,
  type ReadEventsResult,
  type RevokeResult,
  type Snapshot,
  type StoreLoad,
} from '../port.js';
import { readDeadLetters } from './dead-letters.js';
import { type PartitionKeys, partitionKeys } from './partition-keys.js';
import { PartitionSteps } from './partition-steps.js';
import {
  addressed,
  fromOutboxEntry,
  fromOutboxId,
  toBodies,
  toEntry,
  toState,
  unknownReply,
} from './records.js';
import { RedisConnection, type Reply } from './redis-connection.js';
import { type RedisOptions } from './redis-options.js';
import { toClaim, toCommitResult, toReadEvents, toRevokeResult, toSnapshot, toSummary } from './replies.js';
import { type StepName } from './scripts.js';

/** How long a turn id is known. A day is promised; three keep the promise when the server's clock jumps a day ahead. */
const rememberIdsMs = 3 * 24 * 60 * 60 * 1000;
/** How long dead letters can be read and replayed; those of visitors without a name only for a day. */
const keepLettersMs = 30 * 24 * 60 * 60 * 1000;
/** Nothing is put off for longer; what seems to be shows a clock that went back. */
const horizonMs = 10 * 60 * 1000;

/** The conversation store on Redis: one Lua script a step, any number of processes. */
export class RedisConversations implements Conversations {
  readonly capabilities: ConversationsCapabilities = { synced: true, shared: true };
  private readonly keys: PartitionKeys[];
  /** Where the next `claim` begins to look: each partition comes first in its turn. */
  private next = 0;
  private readonly steps: PartitionSteps;

  private constructor(
    private readonly redis: RedisConnection,
    private readonly options: RedisOptions,
  ) {
    this.keys = Array.from({ length: options.partitions }, (_, partition) => partitionKeys(partition));
    this.steps = new PartitionSteps(redis, this.keys, options.log);
  }

  static async open(options: RedisOptions): Promise<RedisConversations> {
    return new RedisConversations(await RedisConnection.open(options), options);
  }

  async accept(turn: Turn, options: AcceptOptions): Promise<AcceptResult> {
    const { conversation, id } = turn;
    const reply = await this.step('accept', conversation, [
      conversation,
      id,
      toEntry(turn, options.opening),
      options.onBusy ?? 'enqueue',
      options.maxQueued,
      rememberIdsMs,
      options.fed?.sequence ?? '',
      options.fed?.history ?? '',
      options.fed?.stream ?? '',
    ]);
    if (reply[0] === 'accepted') return { status: 'accepted', position: Number(reply[1]) };
    if (reply[0] === 'duplicate') return { status: 'duplicate', outcome: reply[1] as 'open' | 'ended' };
    if (reply[0] === 'rejected') return { status: 'rejected', code: reply[1] as 'busy' | 'queue_full' };
    if (reply[0] === 'fetched before') {
      throw new TravelError('provider_unavailable', 'The store began anew; the feed is read again.');
    }
    throw unknownReply('accept', reply);
  }

  async claim(options: ClaimOptions): Promise<ClaimResult> {
    let nextDueMs: number | undefined;
    for (const partition of this.partitionsToLookAt(options.near)) {
      const args = [options.leaseMs, options.stateVersion, this.options.maxEvents, horizonMs, options.worker];
      const reply = await this.stepIn('claim', partition, args);
      if (reply[0] === 'claimed') return { status: 'claimed', claim: toClaim(partition, reply) };
      const dueMs = Number(reply[1]);
      if (dueMs >= 0) nextDueMs = Math.min(nextDueMs ?? dueMs, dueMs);
    }
    return { status: 'nothing', nextDueMs };
  }

  async renew({ conversation, fence }: ClaimRef, leaseMs: number): Promise<'ok' | 'lost'> {
    const reply = await this.step('renew', conversation, [conversation, fence, leaseMs]);
    return reply[0] === 'ok' ? 'ok' : 'lost';
  }

  async emit(claim: ClaimRef, part: number, events: EventBody[]): Promise<EmitResult> {
    const { conversation, turn, fence } = claim;
    const args = [conversation, turn, fence, part, this.options.maxEvents, ...toBodies(events)];
    const reply = await this.step('emit', conversation, args);
    if (reply[0] === 'fenced') return { status: 'fenced' };
    if (reply[0] === 'invalid') {
      throw new TravelError('invalid', `Part ${part} does not follow part ${String(reply[1])}.`);
    }
    const at = {
      conversation,
      turn,
      epoch: Number(reply[1]),
      firstSeq: Number(reply[2]),
      ts: Number(reply[3]),
    };
    const outboxId = `${this.partition(conversation)}/${String(reply[4])}`;
    return { status: 'ok', events: addressed(at, events), outboxId };
  }

  async commit(claim: ClaimRef, result: { state?: AgentState; events: EventBody[] }): Promise<CommitResult> {
    const { conversation, turn, fence } = claim;
    const end = [...toState(result.state), ...toBodies(result.events)];
    const reply = await this.step('commit', conversation, [
      conversation,
      turn,
      fence,
      this.options.maxEvents,
      ...end,
    ]);
    return toCommitResult(claim, this.partition(conversation), reply, result.events);
  }

  async release(
    claim: ClaimRef,
    options: { delayMs: number; countAttempt: boolean },
  ): Promise<'ok' | 'fenced'> {
    const { conversation, fence } = claim;
    const args = [conversation, fence, options.delayMs, options.countAttempt ? 1 : 0];
    const reply = await this.step('release', conversation, args);
    return reply[0] === 'ok' ? 'ok' : 'fenced';
  }

  async giveUp(claim: ClaimRef, options: { reason: string; events: EventBody[] }): Promise<CommitResult> {
    const { conversation, turn, fence } = claim;
    const partition = this.partition(conversation);
    const { maxEvents, partitions } = this.options;
    const args = [conversation, turn, fence, maxEvents, partition, partitions, options.reason, keepLettersMs];
    const reply = await this.stepIn(
      'give-up',
      partition,
      [...args, ...toBodies(options.events)],
      this.deadKeys(partition),
    );
    return toCommitResult(claim, partition, reply, options.events);
  }

  async readEvents(
    conversation: ConversationId,
    after: LogPosition,
    limit: number,
  ): Promise<ReadEventsResult> {
    const reply = await this.step('read-events', conversation, [conversation, after.epoch, after.seq, limit]);
    return toReadEvents(conversation, reply);
  }

  async snapshot(conversation: ConversationId): Promise<Snapshot> {
    return toSnapshot(conversation, await this.step('snapshot', conversation, [conversation]));
  }

  async outbox(limit: number): Promise<OutboxEntry[]> {
    const entries: OutboxEntry[] = [];
    for (let partition = 0; partition < this.keys.length && entries.length < limit; partition += 1) {
      const key = this.keysOf(partition).outbox;
      const found = (await this.redis.call(
        'XRANGE',
        key,
        '-',
        '+',
        'COUNT',
        limit - entries.length,
      )) as Reply[];
      entries.push(...found.map((entry) => fromOutboxEntry(partition, entry)));
    }
    return entries;
  }

  async isInOutbox(id: string): Promise<boolean> {
    const { partition, streamId } = fromOutboxId(id);
    const found = await this.redis.call('XRANGE', this.keysOf(partition).outbox, streamId, streamId);
    return (found as Reply[]).length > 0;
  }

  async removeFromOutbox(entries: readonly Pick<OutboxEntry, 'id' | 'conversation'>[]): Promise<void> {
    const byPartition = new Map<number, string[]>();
    for (const { id } of entries) {
      if (id === '') continue;
      const { partition, streamId } = fromOutboxId(id);
      byPartition.set(partition, [...(byPartition.get(partition) ?? []), streamId]);
    }
    const removals = [...byPartition].map(([partition, ids]) =>
      this.redis.call('XDEL', this.keysOf(partition).outbox, ...ids),
    );
    await Promise.all(removals);
  }

  deadLetters(page: { limit: number; before?: number }): Promise<DeadLetter[]> {
    return readDeadLetters(this.redis, this.keys, page);
  }

  async replayDeadLetter(id: number): Promise<boolean> {
    if (!Number.isSafeInteger(id) || id < 1) return false;
    const partition = id % this.options.partitions;
    const reply = await this.stepIn('replay', partition, [id, `~${id}`], this.deadKeys(partition));
    return reply[0] === 'ok';
  }

  async inspect(conversation: ConversationId): Promise<ConversationSummary> {
    return toSummary(await this.step('inspect', conversation, [conversation]));
  }

  async revoke(conversation: ConversationId): Promise<RevokeResult> {
    return toRevokeResult(await this.step('revoke', conversation, [conversation]));
  }

  async forget(conversation: ConversationId): Promise<void> {
    const partition = this.partition(conversation);
    await this.stepIn('forget', partition, [conversation], this.deadKeys(partition));
  }

  async feedPosition(partition: number): Promise<FeedPosition> {
    const [history, stream, sequence] = await this.stepIn('feed-position', partition, []);
    return { history: String(history), stream: String(stream), sequence: Number(sequence) };
  }

  async load(): Promise<StoreLoad> {
    const total: StoreLoad = { ready: 0, running: 0, outbox: 0, deadLetters: 0, oldestReadyMs: 0 };
    const parts = this.keys.map(({ deadOrder }, partition) =>
      this.stepIn('load', partition, [], [deadOrder]),
    );
    for (const [, ready, running, outbox, dead, oldest] of await Promise.all(parts)) {
      total.ready += Number(ready);
      total.running += Number(running);
      total.outbox += Number(outbox);
      total.deadLetters += Number(dead);
      total.oldestReadyMs = Math.max(total.oldestReadyMs, Number(oldest));
    }
    return total;
  }

  close(): Promise<void> {
    return this.redis.close();
  }

  /** All of them, each first in its turn; near a conversation just its own. */
  private partitionsToLookAt(near: ConversationId | undefined): number[] {
    if (near !== undefined) return [this.partition(near)];
    const first = this.next++;
    return this.keys.map((_, i) => (first + i) % this.keys.length);
  }

  private step(name: StepName, conversation: ConversationId, args: (string | number)[]): Promise<Reply> {
    return this.stepIn(name, this.partition(conversation), args);
  }

  private stepIn(
    name: StepName,
    partition: number,
    args: (string | number)[],
    more?: string[],
  ): Promise<Reply> {
    return this.steps.run(name, partition, args, more);
  }

  private partition(conversation: ConversationId): number {
    return partitionOf(conversation, this.options.partitions);
  }

  private keysOf(partition: number): PartitionKeys {
    return this.steps.keysOf(partition);
  }

  private deadKeys(partition: number): string[] {
    const { dead, deadOrder } = this.keysOf(partition);
    return [dead, deadOrder];
  }
}
