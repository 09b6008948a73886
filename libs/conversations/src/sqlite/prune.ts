import { type Store } from './store.js';

/** How long a turn id is remembered at least after it was accepted: as long as a realtime service may deliver a webhook again. */
const rememberMs = 48 * 60 * 60 * 1000;

/** After this many accepted turns twice as many remembered ids are looked at, so the walk is faster than the growth. */
const everyTurns = 256;

/** Walks the remembered turn ids in the order of their key, a piece at a time, and forgets old ones of turns that have ended. */
export class TurnIdPruner {
  private conversation = 0;
  private turn = '';
  private accepted = 0;

  constructor(private readonly store: Store) {}

  /** Counts an accepted turn; `true` when it is time for `step`. */
  isDue(): boolean {
    this.accepted = (this.accepted + 1) % everyTurns;
    return this.accepted === 0;
  }

  step(): void {
    const rows = this.store.sql.oldTurnIds.all(this.conversation, this.turn, everyTurns * 2);
    const cutoff = this.store.now() - rememberMs;
    for (const { conversation, turn, accepted_at } of rows) {
      if (accepted_at < cutoff) this.store.sql.forgetTurn.run(conversation, turn);
    }
    const last = rows.length < everyTurns * 2 ? undefined : rows.at(-1);
    this.conversation = last?.conversation ?? 0;
    this.turn = last?.turn ?? '';
  }
}
