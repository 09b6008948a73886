import { TravelError } from '@travellite/protocol';

/** Most tokens, in and out together; absent: as many as it takes. */
export interface TokenLimits {
  /** For one message. */
  turnTokens?: number;
  /** For one user in one conversation on one day, UTC. */
  dayTokens?: number;
}

/** Which budget is used up. */
export type SpentBudget = 'turn' | 'day';

/** What one turn may spend on the language model, and what it has spent. Requests may run side by side: each takes before it spends. */
export class TokenBudget {
  private taken = 0;
  private over: SpentBudget | undefined;

  constructor(
    private readonly limits: TokenLimits,
    /** Tokens of this user and day before this turn. */
    private readonly spentBefore: number,
  ) {}

  /** There is an end to what may be spent. */
  get limited(): boolean {
    return this.limits.turnTokens !== undefined || this.limits.dayTokens !== undefined;
  }

  /** Tokens of this user and day, with those of this turn. */
  get spentOnDay(): number {
    return this.spentBefore + this.taken;
  }

  /** Tokens of this turn so far, with what is still under way. */
  get spent(): number {
    return this.taken;
  }

  /** The budget that ended a request of this turn, if one did. */
  get exceeded(): SpentBudget | undefined {
    return this.over;
  }

  /** Takes so many tokens. @throws {TravelError} `budget_exceeded`, taking nothing, when fewer are left */
  take(tokens: number): void {
    const { turnTokens = Infinity, dayTokens = Infinity } = this.limits;
    const wanted = this.taken + tokens;
    // The day is told first: a further message does not help with it.
    const over = this.spentBefore + wanted > dayTokens ? 'day' : wanted > turnTokens ? 'turn' : undefined;
    if (over === undefined) {
      this.taken = wanted;
      return;
    }
    this.over = over;
    const whose = over === 'day' ? 'this day' : 'this message';
    throw new TravelError('budget_exceeded', `The token budget of ${whose} is used up.`);
  }

  /** Puts what a request really took in the place of what was taken for it. */
  settle(taken: number, really: number): void {
    this.taken = Math.max(0, this.taken - taken + really);
  }
}
