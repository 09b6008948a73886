import { type TurnId } from '@travellite/protocol';
import { emptyText } from '../text/assembly.js';
import { isLocal, maxTurns, type TurnView } from './model.js';

/** A turn of which only the id is known. */
export const newTurn = (id: TurnId): TurnView => ({
  id,
  status: 'queued',
  steps: [],
  tools: [],
  intents: [],
  sources: [],
  answer: emptyText,
});

/** Keeps the newest turns. */
export const bounded = (turns: readonly TurnView[]): readonly TurnView[] =>
  turns.length > maxTurns ? turns.slice(turns.length - maxTurns) : turns;

/**
 * Changes one turn; an unknown one is added first. What the server has stands before what it does not have yet, in
 * the order in which it became known.
 */
export function changeTurn(
  turns: readonly TurnView[],
  id: TurnId,
  change: (turn: TurnView) => TurnView,
): readonly TurnView[] {
  const index = turns.findIndex((turn) => turn.id === id);
  const known = turns[index];
  const changed = change(known ?? newTurn(id));
  if (changed === known) return turns;
  if (!known) {
    const split = isLocal(changed) ? turns.length : turns.findLastIndex((turn) => !isLocal(turn)) + 1;
    return bounded([...turns.slice(0, split), changed, ...turns.slice(split)]);
  }
  if (!isLocal(known) || isLocal(changed)) return turns.map((turn) => (turn === known ? changed : turn));
  // It has just reached the server: it follows what the server already has.
  const others = turns.filter((turn) => turn !== known);
  const split = others.findLastIndex((turn) => !isLocal(turn)) + 1;
  return [...others.slice(0, split), changed, ...others.slice(split)];
}
