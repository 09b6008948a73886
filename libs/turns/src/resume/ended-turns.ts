import { type TurnId } from '@travellite/protocol';

/** A worker that lost its lease goes on for a while at most; so many turns do not end meanwhile. */
const maxRemembered = 32;

/** The turns of a conversation that ended lately: what still comes of them is from a worker that does not know. */
export class EndedTurns {
  private readonly turns = new Set<TurnId>();

  add(turn: TurnId): void {
    this.turns.add(turn);
    if (this.turns.size <= maxRemembered) return;
    for (const oldest of this.turns) {
      this.turns.delete(oldest);
      return;
    }
  }

  has(turn: TurnId): boolean {
    return this.turns.has(turn);
  }
}
