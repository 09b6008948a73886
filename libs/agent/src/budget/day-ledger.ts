import { type ConversationId, type IsoDate } from '@travellite/protocol';

/** Conversations and users remembered; those heard of longest ago are forgotten first. */
const mostEntries = 10_000;

/** Whose tokens they are. */
export interface Spender {
  conversation: ConversationId;
  user: string;
  day: IsoDate;
}

/**
 * What each user is known to have spent on a day, whether or not the turn was kept. A turn that is stopped or fails leaves the
 * conversation's state as it was, so its tokens are only here: until the next turn of this process that is kept, which takes them into
 * the state. Each process knows what its own turns took.
 */
export class DayLedger {
  private readonly known = new Map<string, { day: IsoDate; tokens: number }>();

  /** What is known here, or in the state if that knows of more. */
  spent(spender: Spender, stored: number): number {
    const entry = this.known.get(keyOf(spender));
    return entry?.day === spender.day ? Math.max(entry.tokens, stored) : stored;
  }

  /** The user has spent so many tokens on that day, all turns together. */
  note(spender: Spender, tokens: number): void {
    if (tokens <= 0) return;
    const key = keyOf(spender);
    const before = this.spent(spender, 0);
    this.known.delete(key);
    this.known.set(key, { day: spender.day, tokens: Math.max(before, tokens) });
    const [oldest] = this.known.keys();
    if (this.known.size > mostEntries && oldest !== undefined) this.known.delete(oldest);
  }
}

const keyOf = ({ conversation, user }: Spender): string => JSON.stringify([conversation, user]);
