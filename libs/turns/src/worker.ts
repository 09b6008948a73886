import { type Bus, type Subscription } from '@travellite/bus';
import { type Claim, type Conversations } from '@travellite/conversations';
import { type Agent, type ConversationId, type TurnId } from '@travellite/protocol';
import { type Counters, createCounters, type Log } from '@travellite/telemetry';
import { Claimer } from './claim/claimer.js';
import { type Clock, systemClock } from './clock.js';
import { type Faults } from './faults.js';
import { Relay } from './relay/relay.js';
import { type RunContext, TurnRun } from './run/turn-run.js';

export interface WorkerOptions {
  bus: Bus;
  conversations: Conversations;
  agent: Agent;
  log: Log;
  counters?: Counters;
  clock?: Clock;
  /** 0 to 1, for the spread of retries. */
  random?: () => number;
  faults?: Faults;
  /** Who claims, for operators; `worker` when not given. */
  name?: string;
  /** Turns that run at the same time; 64 when not given. */
  slots?: number;
  /** How long a claim holds without renewal; 30 000 when not given. */
  leaseMs?: number;
  /** Claims of one turn before it is given up; 5 when not given. */
  maxAttempts?: number;
  /** From this attempt on a turn runs alone in its process; 3 when not given. */
  aloneFromAttempt?: number;
  /** Time between two durable checkpoints of streamed text; 1000 when not given. */
  checkpointMs?: number;
  /** Longest time between two looks for ready conversations and for leftovers of dead workers; 1000 when not given. */
  sweepMs?: number;
  /** A turn that takes longer is stopped and tried again; 300 000 when not given. */
  maxTurnMs?: number;
  /** Wait before the second attempt of a failed turn, doubled for each further one; 500 when not given. */
  retryBaseMs?: number;
}

/** Takes ready conversations, runs their turns, and relays what they wrote. */
export interface Worker {
  /** Relays what was left over, then begins to claim. */
  start(): Promise<void>;
  /**
   * A conversation became ready that this process knows of first. `true` when there is a slot for it, and it is claimed at once; else others
   * should be woken.
   */
  offer(conversation: ConversationId): boolean;
  /** Claims no more; running turns end within `graceMs` or are stopped and handed back, which costs them no attempt. */
  drain(graceMs: number): Promise<void>;
  /** Drains without grace. Bus and store stay open: they belong to the caller. Idempotent. */
  close(): Promise<void>;
  /** Turns at work now, and how many may be. */
  load(): WorkerLoad;
  /** The turns at work, the longest running first, by their ids. */
  runs(): RunningTurn[];
}

export interface RunningTurn {
  conversation: ConversationId;
  turn: TurnId;
  /** 1 at the first. */
  attempt: number;
  /** How long it runs in this process. */
  forMs: number;
}

export interface WorkerLoad {
  running: number;
  /** Turns that wait to run alone. */
  waitingAlone: number;
  slots: number;
}

export function createWorker(options: WorkerOptions): Worker {
  return new TurnWorker(options);
}

class TurnWorker implements Worker {
  private readonly relay: Relay;
  private readonly claimer: Claimer;
  private readonly context: RunContext;
  private readonly running = new Set<TurnRun>();
  private readonly alone: TurnRun[] = [];
  private readonly slots: number;
  private runsAlone = false;
  private draining = false;
  private closing = false;
  private wakes: Subscription | undefined;
  private onEmpty: (() => void) | undefined;
  private drained: Promise<void> | undefined;

  constructor(private readonly options: WorkerOptions) {
    const { bus, conversations, agent, log, clock = systemClock, counters = createCounters() } = options;
    const { sweepMs = 1000, faults, leaseMs = 30_000, name: worker = 'worker' } = options;
    this.slots = options.slots ?? 64;
    this.relay = new Relay({ bus, conversations, clock, log, counters, faults, sweepMs });
    this.claimer = new Claimer({
      claim: async (near) => {
        if (faults) await faults.at('claim.before');
        return conversations.claim({
          worker,
          leaseMs,
          stateVersion: agent.stateVersion,
          ...(near && { near }),
        });
      },
      freeSlots: () => this.freeSlots(),
      onClaimed: (claim) => this.take(claim),
      onSettled: () => this.next(),
      onFault: (thrown) => log.warn('The store gave no claim.', { cause: String(thrown) }),
      clock,
      sweepMs,
    });
    this.context = {
      ...{ bus, conversations, agent, log, clock, counters, faults, leaseMs, relay: this.relay },
      random: options.random ?? Math.random,
      maxAttempts: options.maxAttempts ?? 5,
      checkpointMs: options.checkpointMs ?? 1000,
      maxTurnMs: options.maxTurnMs ?? 300_000,
      retryBaseMs: options.retryBaseMs ?? 500,
      onReady: (ms, conversation) => (ms === 0 ? this.claimer.wake(conversation) : this.claimer.lookIn(ms)),
      isClosing: () => this.closing,
    };
  }

  async start(): Promise<void> {
    this.wakes = await this.options.bus.onWake((conversation) => this.claimer.wake(conversation));
    await this.relay.start();
    this.claimer.look();
  }

  offer(conversation: ConversationId): boolean {
    return this.claimer.offer(conversation);
  }

  drain(graceMs: number): Promise<void> {
    this.drained ??= this.endAll(graceMs);
    return this.drained;
  }

  async close(): Promise<void> {
    if (this.drained !== undefined) this.stopRuns();
    await this.drain(0);
  }

  load(): WorkerLoad {
    return { running: this.running.size, waitingAlone: this.alone.length, slots: this.slots };
  }

  runs(): RunningTurn[] {
    const now = this.context.clock.now();
    const runs = [...this.running, ...this.alone].sort((a, b) => a.since - b.since);
    return runs.map(({ claim: { conversation, turn, attempt }, since }) => ({
      ...{ conversation, turn, attempt, forMs: now - since },
    }));
  }

  private async endAll(graceMs: number): Promise<void> {
    this.draining = true;
    await this.wakes?.close();
    await this.claimer.stop();
    for (const run of this.alone.splice(0)) this.launch(run, true);
    const stopGrace = (this.options.clock ?? systemClock).after(graceMs, () => this.stopRuns());
    if (graceMs === 0) this.stopRuns();
    if (this.running.size > 0) await new Promise<void>((resolve) => (this.onEmpty = resolve));
    stopGrace();
    await this.relay.close();
  }

  private stopRuns(): void {
    this.closing = true;
    for (const run of this.running) run.stop('handed_back');
  }

  private freeSlots(): number {
    return this.draining || this.runsAlone || this.alone.length > 0 ? 0 : this.slots - this.running.size;
  }

  private take(claim: Claim): void {
    const { counters, maxAttempts } = this.context;
    counters.add('turns_claimed');
    const run = new TurnRun(this.context, claim);
    const mustBeAlone = claim.attempt >= (this.options.aloneFromAttempt ?? 3) && claim.attempt <= maxAttempts;
    if (this.draining) this.launch(run, true);
    else if (mustBeAlone) this.alone.push(run);
    else this.launch(run);
  }

  /** A turn that ended its process before gets no neighbours: it waits until nothing else runs, and nothing starts beside it. */
  private next(): void {
    if (this.runsAlone || this.running.size > 0 || this.claimer.claiming > 0) return;
    const run = this.alone.shift();
    if (run === undefined) return;
    this.runsAlone = true;
    this.launch(run);
  }

  private launch(run: TurnRun, handBack = false): void {
    this.running.add(run);
    if (handBack) run.stop('handed_back');
    void run.work().then(() => this.ended(run));
  }

  private ended(run: TurnRun): void {
    this.running.delete(run);
    if (this.running.size === 0) {
      this.runsAlone = false;
      this.onEmpty?.();
    }
    this.next();
    this.claimer.pump();
  }
}
