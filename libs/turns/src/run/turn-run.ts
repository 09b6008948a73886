import { type Bus } from '@travellite/bus';
import { type Claim, type CommitResult, type Conversations } from '@travellite/conversations';
import {
  type Agent,
  type AgentState,
  type ConversationId,
  type EventBody,
  toTravelError,
  TravelError,
} from '@travellite/protocol';
import { type Counters, type Log } from '@travellite/telemetry';
import { type Clock } from '../clock.js';
import { TurnEnding } from '../commit/turn-ending.js';
import { persist } from '../commit/persist.js';
import { type Faults } from '../faults.js';
import { type Relay } from '../relay/relay.js';
import { EventWriter } from './event-writer.js';
import { keepLease } from './lease-keeper.js';
import { Voice } from './voice.js';

/** What every turn of a worker shares. */
export interface RunContext {
  bus: Pick<Bus, 'publishLive'>;
  conversations: Pick<Conversations, 'renew' | 'emit' | 'commit' | 'release' | 'giveUp'>;
  agent: Agent;
  relay: Pick<Relay, 'publish' | 'sweepSoon'>;
  clock: Clock;
  random: () => number;
  log: Log;
  counters: Counters;
  faults?: Faults;
  leaseMs: number;
  maxAttempts: number;
  checkpointMs: number;
  maxTurnMs: number;
  retryBaseMs: number;
  /** Another turn of this conversation is ready now, or will be in `ms`. */
  onReady: (ms: number, conversation: ConversationId) => void;
  /** Tries no longer what the store does not answer. */
  isClosing: () => boolean;
}

/** Why a run ends before its agent does. */
export type StopReason = 'lost' | 'handed_back' | 'timeout';

type Outcome = { state: AgentState } | { thrown: unknown } | { stop: StopReason };

/** One claimed turn: keeps its lease, lets the agent work, ends it one way or another. */
export class TurnRun {
  private readonly abort = new AbortController();
  private readonly writer: EventWriter;
  private readonly voice: Voice;
  private readonly ending: TurnEnding;
  private readonly stopTimers: (() => void)[];
  private stopReason: StopReason | undefined;
  /** Unix ms. */
  readonly since: number;
  private onStop: ((outcome: Outcome) => void) | undefined;

  constructor(
    private readonly context: RunContext,
    readonly claim: Claim,
  ) {
    const { conversations, bus, clock, leaseMs, log, checkpointMs, faults } = context;
    this.since = clock.now();
    const onLost = () => this.stop('lost');
    this.writer = new EventWriter({
      claim,
      conversations,
      persist: (write) => persist(write, clock, () => this.isHopeless()),
      onWritten: ({ events, outboxId }) => this.relayed(events, outboxId),
      onLost,
      faults,
    });
    this.voice = new Voice({ claim, bus, writer: this.writer, clock, checkpointMs });
    this.ending = new TurnEnding(context, claim, (write) => persist(write, clock, () => this.isHopeless()));
    this.stopTimers = [keepLease({ claim, conversations, clock, leaseMs, log, onLost })];
    this.relayed(claim.opened, claim.openedOutboxId ?? '');
  }

  /** Ends the run before its agent is done; the agent's signal says so. The first reason counts. */
  stop(reason: StopReason): void {
    if (this.stopReason !== undefined) return;
    this.stopReason = reason;
    this.onStop?.({ stop: reason });
    this.abort.abort(new TravelError('cancelled', 'The work was stopped.'));
  }

  /** Resolves when the turn has left this worker. Never rejects. */
  async work(): Promise<void> {
    const { faults, log } = this.context;
    try {
      if (faults) await faults.at('claim.after');
      await this.settle(await this.outcome());
    } catch (thrown) {
      const { code } = toTravelError(thrown);
      log.error(
        'A turn could not be ended; its lease will run out.',
        { turn: this.claim.turn, code },
        thrown,
      );
    } finally {
      this.voice.hush();
      this.writer.abandon();
      for (const stop of this.stopTimers) stop();
    }
  }

  private async outcome(): Promise<Outcome> {
    const { maxAttempts, faults } = this.context;
    if (this.stopReason !== undefined) return { stop: this.stopReason };
    if (this.claim.attempt > maxAttempts) {
      return {
        thrown: new TravelError('internal', 'This message could not be answered. Please try another one.'),
      };
    }
    if (faults) await faults.at('run.before');
    const outcome = await this.runAgent();
    if (faults) await faults.at('run.after');
    return this.stopReason === undefined ? outcome : { stop: this.stopReason };
  }

  private async runAgent(): Promise<Outcome> {
    const { agent, clock, maxTurnMs } = this.context;
    const { conversation, turn: id, message, state, attempt, fence, opened } = this.claim;
    try {
      const again = attempt > 1 || opened.length === 0;
      if (again) await this.writer.write({ type: 'text_reset', attempt, fence });
      if (this.stopReason !== undefined) return { stop: this.stopReason };
      this.stopTimers.push(clock.after(maxTurnMs, () => this.stop('timeout')));
      // An agent that does not heed its signal keeps nothing but itself waiting.
      return await new Promise<Outcome>((resolve, reject) => {
        this.onStop = resolve;
        agent
          .run({ id, conversation, message }, state, this.voice, this.abort.signal)
          .then((next) => resolve({ state: next }), reject);
      });
    } catch (thrown) {
      return { thrown };
    }
  }

  private async settle(outcome: Outcome): Promise<void> {
    this.voice.hush();
    if ('state' in outcome) return this.complete(outcome.state);
    if ('thrown' in outcome) return this.failed(outcome.thrown);
    if (outcome.stop === 'timeout') return this.failed(new TravelError('timeout', 'This took too long.'));
    this.writer.abandon();
    if (outcome.stop === 'handed_back') return this.ending.handBack();
    this.context.counters.add('turns_lost');
  }

  private async complete(state: AgentState): Promise<void> {
    const rest = await this.writer.finish();
    if (this.stopReason === 'lost') return this.settle({ stop: 'lost' });
    const text = this.voice.answer;
    // An agent that says nothing has taken note and does not answer.
    const answer: EventBody[] = text === '' ? [] : [{ type: 'response', text }];
    try {
      this.after(await this.ending.complete(state, [...rest, ...answer]));
    } catch (thrown) {
      if (toTravelError(thrown).code !== 'invalid') throw thrown;
      await this.failed(thrown);
    }
  }

  private async failed(thrown: unknown): Promise<void> {
    const rest = await this.writer.finish();
    if (this.stopReason === 'lost') return this.settle({ stop: 'lost' });
    const { attempt, turn } = this.claim;
    const { maxAttempts, log } = this.context;
    const fault = toTravelError(thrown);
    log.warn('A turn failed.', {
      turn,
      attempt,
      code: fault.code,
      cause: String(fault.cause ?? fault.message),
    });
    const mayHelp = thrown instanceof TravelError && fault.retryable;
    if (mayHelp && attempt < maxAttempts) return this.ending.retryLater();
    this.after(mayHelp ? await this.ending.giveUp(fault, rest) : await this.ending.fail(fault, rest));
  }

  private after(result: CommitResult): void {
    if (result.status === 'ok') this.relayed(result.events, result.outboxId);
    // An earlier try succeeded without our learning what it wrote.
    else if (result.status === 'already') this.context.relay.sweepSoon();
    else this.context.counters.add('turns_lost');
  }

  private relayed(events: Claim['opened'], id: string): void {
    const { conversation, follows } = this.claim;
    this.context.relay.publish({ id, conversation, events }, follows);
  }

  /** Nobody would be helped by another try: the claim is gone, or the process is going. */
  private isHopeless(): boolean {
    return this.stopReason === 'lost' || this.context.isClosing();
  }
}
