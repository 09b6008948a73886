import { rmSync } from 'node:fs';
import { type Bus, openBus } from '@travellite/bus';
import { type AcceptResult, type Conversations, openConversations } from '@travellite/conversations';
import {
  type Agent,
  type AgentState,
  type CanonicalEvent,
  type ConversationId,
  type OnBusy,
  type Turn,
  userConversation,
} from '@travellite/protocol';
import { createCounters, silentLog } from '@travellite/telemetry';
import { createDirectIngest } from '../ingest/direct-ingest.js';
import { createWorker, type Worker, type WorkerOptions } from '../worker.js';
import { freshFolder } from './folder.js';
import { SimulatedClock } from './simulated-clock.js';
import { Traffic } from './traffic.js';

export const ann = userConversation('ann');
export const bob = userConversation('bob');

export const turnOf = (id: string, conversation: ConversationId = ann): Turn => ({
  id,
  conversation,
  message: { text: `text of ${id}`, author: { userId: 'somebody' }, ts: 1, door: 'native' },
});

export const stateOf = (data: unknown, version = 1): AgentState => ({ version, view: { history: [] }, data });

/** An agent from its `run` alone. */
export const agentOf = (run: Agent['run'], stateVersion = 1): Agent => ({ stateVersion, run });

/** A store, a bus and a clock that stands still, on which a test puts workers. */
export class Stage {
  readonly counters = createCounters();
  private readonly traffic = new Traffic();
  private readonly workers: Worker[] = [];

  private constructor(
    private readonly folder: string,
    readonly clock: SimulatedClock,
    readonly bus: Bus,
    private readonly store: Conversations,
  ) {}

  static async open(): Promise<Stage> {
    const folder = freshFolder();
    const clock = new SimulatedClock();
    const bus = await openBus({ kind: 'in-process' });
    const store = await openConversations({ kind: 'sqlite', folder, now: () => clock.now() });
    return new Stage(folder, clock, bus, store);
  }

  get conversations(): Conversations {
    return this.traffic.watch(this.store);
  }

  /** A worker with short times: lease 3 s, sweep 1 s, checkpoint 500 ms, first retry 200 ms at most. */
  async startWorker(agent: Agent, options: Partial<WorkerOptions> = {}): Promise<Worker> {
    const worker = createWorker({
      bus: this.traffic.watch(this.bus),
      conversations: this.conversations,
      agent,
      log: silentLog,
      counters: this.counters,
      clock: this.clock,
      random: () => 1,
      ...{ leaseMs: 3000, checkpointMs: 500, sweepMs: 1000, retryBaseMs: 200, maxTurnMs: 60_000 },
      ...options,
    });
    this.workers.push(worker);
    await worker.start();
    await this.advance(0);
    return worker;
  }

  async submit(id: string, conversation: ConversationId = ann, onBusy?: OnBusy): Promise<AcceptResult> {
    const ingest = createDirectIngest({
      conversations: this.conversations,
      bus: this.bus,
      counters: this.counters,
    });
    const result = await ingest.submit(turnOf(id, conversation), { onBusy });
    await this.settle();
    return result;
  }

  settle(): Promise<void> {
    return this.traffic.settle();
  }

  advance(ms: number): Promise<void> {
    return this.clock.advance(ms, () => this.settle());
  }

  async log(conversation: ConversationId = ann): Promise<CanonicalEvent[]> {
    const log = await this.store.readEvents(conversation, { epoch: 0, seq: 0 }, 10_000);
    if (log.status !== 'ok') throw new Error(`the log has a gap: ${log.reason}`);
    return log.events;
  }

  /** The log as `turn type`, one a line. */
  async story(conversation: ConversationId = ann): Promise<string[]> {
    return (await this.log(conversation)).map(({ turn, type }) => `${turn} ${type}`);
  }

  async close(): Promise<void> {
    for (const worker of this.workers) await worker.close();
    await this.store.close();
    await this.bus.close();
    rmSync(this.folder, { recursive: true });
  }
}
