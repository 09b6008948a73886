import { type Claim, type CommitResult } from '@travellite/conversations';
import { type AgentState, type DoneStatus, type EventBody, type TravelError } from '@travellite/protocol';
import { type StepPoint } from '../faults.js';
import { outboundOf } from '../opening.js';
import { type RunContext } from '../run/turn-run.js';

type Persist = <T>(write: () => Promise<T>) => Promise<T>;

/** The longest wait before a failed turn is tried again. */
const maxRetryMs = 30_000;

/** The ways a claimed turn leaves its worker. Each is one step of the store. */
export class TurnEnding {
  constructor(
    private readonly context: RunContext,
    private readonly claim: Claim,
    private readonly persist: Persist,
  ) {}

  /** State and answer become durable together. */
  async complete(state: AgentState, events: EventBody[]): Promise<CommitResult> {
    const result = await this.commit(state, [...events, this.done('complete')]);
    return this.ended(result, 'turns_committed');
  }

  /** No other try would help: the state stays as it was, and the person is told. */
  async fail(fault: TravelError, events: EventBody[]): Promise<CommitResult> {
    const result = await this.commit(undefined, [...events, ...this.failure(fault)]);
    return this.ended(result, 'turns_failed');
  }

  /** Too many tries: a dead letter for operators, and the person is told. */
  async giveUp(fault: TravelError, events: EventBody[]): Promise<CommitResult> {
    const input = { reason: fault.code, events: [...events, ...this.failure(fault)] };
    const write = () => this.context.conversations.giveUp(this.claim, input);
    return this.ended(await this.step('give_up', write), 'turns_dead');
  }

  /** The turn is tried again, by whoever claims it then, after twice the wait of the time before. */
  async retryLater(): Promise<void> {
    const { retryBaseMs, random, counters } = this.context;
    const wait = Math.min(maxRetryMs, retryBaseMs * 2 ** (this.claim.attempt - 1));
    const delayMs = Math.round(wait * (0.5 + random() / 2));
    counters.add('turns_retried');
    await this.release(delayMs, true);
  }

  /** The turn did nothing wrong; its worker goes. */
  async handBack(): Promise<void> {
    this.context.counters.add('turns_handed_back');
    await this.release(0, false);
  }

  private async release(delayMs: number, countAttempt: boolean): Promise<void> {
    await this.step('release', () =>
      this.context.conversations.release(this.claim, { delayMs, countAttempt }),
    );
    this.context.onReady(delayMs, this.claim.conversation);
  }

  private done(status: DoneStatus): EventBody {
    return { type: 'done', status, ...outboundOf(this.claim) };
  }

  private failure({ code, message, retryable }: TravelError): EventBody[] {
    return [{ type: 'error', code, message, retryable }, this.done('failed')];
  }

  private commit(state: AgentState | undefined, events: EventBody[]): Promise<CommitResult> {
    return this.step('commit', () => this.context.conversations.commit(this.claim, { state, events }));
  }

  private async step<T>(name: 'commit' | 'release' | 'give_up', write: () => Promise<T>): Promise<T> {
    const { faults } = this.context;
    const at = (side: 'before' | 'after') => faults?.at(`${name}.${side}` satisfies StepPoint);
    if (faults) await at('before');
    const result = await this.persist(write);
    if (faults) await at('after');
    return result;
  }

  private ended(result: CommitResult, counter: string): CommitResult {
    if (result.status === 'ok' || result.status === 'already') this.context.counters.add(counter);
    if (result.status === 'ok' && result.more) this.context.onReady(0, this.claim.conversation);
    return result;
  }
}
