import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Bus, openBus } from '@travellite/bus';
import { type AcceptResult, type Conversations, openConversations } from '@travellite/conversations';
import { type ConversationId, type Turn } from '@travellite/protocol';
import { createCounters, silentLog } from '@travellite/telemetry';
import { createDirectIngest } from '../ingest/direct-ingest.js';
import { createWorker, type Worker } from '../worker.js';
import { freshFolder } from './folder.js';
import { type Fate, Life, type Mishap } from './life.js';
import { scriptedAgent } from './scripted-agent.js';
import { SimulatedClock } from './simulated-clock.js';
import { Traffic } from './traffic.js';
import { Witness } from './witness.js';

/** Breaks the store on purpose, for the negative controls. */
export type Sabotage = (store: Conversations) => Conversations;

const unreliableStore = [
  ...(['accept', 'claim', 'renew', 'emit', 'commit', 'release'] as const),
  ...(['giveUp', 'outbox', 'isInOutbox', 'removeFromOutbox'] as const),
] as const;

interface Member {
  life: Life;
  worker: Worker;
}

/** A store, a bus, some workers, a door and a witness a conversation, under one clock; anything may die at any step. */
export class World {
  readonly clock = new SimulatedClock();
  readonly accepted: Turn[] = [];
  readonly witnesses: Witness[];
  readonly counters = createCounters();
  private readonly root = freshFolder();
  private lives = 0;
  private processes = 0;
  private folder = join(this.root, '0');
  private store!: Conversations;
  private bus!: Bus;
  private members: Member[] = [];
  private readonly traffic = new Traffic();
  private peaceful = false;

  private constructor(
    conversations: readonly ConversationId[],
    private readonly sabotage: Sabotage,
    private readonly mishap: () => Mishap,
  ) {
    this.witnesses = conversations.map((conversation) => new Witness(conversation, this.clock));
  }

  static async open(
    conversations: readonly ConversationId[],
    {
      sabotage = (store) => store,
      mishap = () => undefined,
    }: { sabotage?: Sabotage; mishap?: () => Mishap } = {},
  ): Promise<World> {
    const world = new World(conversations, sabotage, mishap);
    await world.boot();
    return world;
  }

  /** The store as an observer sees it. */
  get conversations(): Conversations {
    return this.store;
  }

  /** Starts a worker with what is to befall it. */
  async startWorker(fates: Fate[]): Promise<Life> {
    const life = new Life(fates, () => (this.peaceful ? undefined : this.mishap()));
    const worker = createWorker({
      bus: life.reach(() => this.bus, ['publishEvents']),
      conversations: life.reach(() => this.store, unreliableStore),
      agent: scriptedAgent(this.clock, `process ${++this.processes}`, () => life.die()),
      log: silentLog,
      counters: this.counters,
      clock: life.clock(this.clock),
      random: () => 0.5,
      faults: life.faults,
      ...{ slots: 3, leaseMs: 3000, checkpointMs: 500, sweepMs: 1000, retryBaseMs: 200, maxTurnMs: 60_000 },
    });
    this.members.push({ life, worker });
    void worker.start();
    await this.traffic.settle();
    return life;
  }

  /** A door takes a message; when it dies on the way, or gets no answer, its client knows nothing and may send it again. */
  async submit(turn: Turn, fates: Fate[]): Promise<AcceptResult | undefined> {
    const life = new Life(fates, () => (this.peaceful ? undefined : this.mishap()));
    const conversations = life.reach(() => this.store, unreliableStore);
    const ingest = createDirectIngest({
      conversations,
      bus: life.reach(() => this.bus),
      faults: life.faults,
    });
    let result: AcceptResult | undefined;
    ingest.submit(turn).then(
      (answer) => (result = answer),
      () => undefined,
    );
    await this.traffic.settle();
    if (result?.status === 'accepted') this.accepted.push(turn);
    return result;
  }

  /** Ends the worker without a word. */
  killWorker(index: number): void {
    this.at(index)?.life.die();
  }

  killWorkers(): void {
    for (const { life } of this.members) life.die();
  }

  thaw(index: number): void {
    this.at(index)?.life.thaw();
  }

  /** Everything dies at once, as one process does, and the data stays as the operating system has it. */
  async killEverything(): Promise<void> {
    this.killWorkers();
    this.members = [];
    for (const witness of this.witnesses) await witness.disconnect();
    const next = join(this.root, String(++this.lives));
    cpSync(this.folder, next, { recursive: true });
    await this.close();
    this.folder = next;
    await this.boot();
  }

  async reconnect(index: number): Promise<void> {
    const witness = this.witnesses[index % this.witnesses.length];
    await witness?.disconnect();
    await witness?.connect(this.bus, this.store);
  }

  advance(ms: number): Promise<void> {
    return this.clock.advance(ms, () => this.traffic.settle());
  }

  /** Nothing goes wrong any more; runs until nothing is left to do. `false` when that takes for ever. */
  async calmDown(): Promise<boolean> {
    this.peaceful = true;
    for (const { life } of this.members) {
      life.spare();
      life.thaw();
    }
    await this.startWorker([]);
    for (let round = 0; round < 120; round += 1) {
      await this.advance(1000);
      // Poison ends its process each time.
      if (this.members.every(({ life }) => life.isDead)) await this.startWorker([]);
      const { ready, running, outbox } = await this.store.load();
      if (ready + running + outbox === 0) return true;
    }
    return false;
  }

  async end(): Promise<void> {
    for (const { life, worker } of this.members) if (!life.isDead) await worker.close();
    for (const witness of this.witnesses) await witness.disconnect();
    await this.close();
    rmSync(this.root, { recursive: true });
  }

  private at(index: number): Member | undefined {
    return this.members[index % Math.max(1, this.members.length)];
  }

  private async boot(): Promise<void> {
    const now = () => this.clock.now();
    this.store = this.sabotage(
      this.traffic.watch(await openConversations({ kind: 'sqlite', folder: this.folder, now })),
    );
    this.bus = this.traffic.watch(await openBus({ kind: 'in-process' }));
    for (const witness of this.witnesses) await witness.connect(this.bus, this.store);
  }

  private async close(): Promise<void> {
    await this.store.close();
    await this.bus.close();
  }
}
