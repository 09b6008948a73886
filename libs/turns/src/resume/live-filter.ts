import { type CanonicalEvent, type LiveText, type TurnId } from '@travellite/protocol';
import { EndedTurns } from './ended-turns.js';

/**
 * Decides about live deltas by the durable events seen so far: none of a turn that has ended, none of a claim that a newer one has
 * replaced, and none of a turn that has not begun here yet. The last kind is ahead of its events, which are in the log by then.
 */
export class LiveFilter {
  private fence = 0;
  /** The turn at work; `undefined` until an event says which, `null` between turns. */
  private current: TurnId | null | undefined;
  private readonly ended = new EndedTurns();

  note(event: CanonicalEvent): void {
    if (event.type === 'turn_started') this.current = event.turn;
    if (event.type === 'text_reset') this.fence = Math.max(this.fence, event.fence ?? 0);
    if (event.type !== 'done') return;
    this.ended.add(event.turn);
    if (this.current === event.turn) this.current = null;
  }

  /** `caughtUp`: the log was read after the delta came. Where no event has said which turn is at work, the delta does. */
  judge(delta: LiveText, caughtUp: boolean): 'pass' | 'drop' | 'ahead' {
    if (this.ended.has(delta.turn) || delta.fence < this.fence) return 'drop';
    const isCurrent = this.current === delta.turn || (this.current === undefined && caughtUp);
    if (!isCurrent) return 'ahead';
    this.current = delta.turn;
    this.fence = delta.fence;
    return 'pass';
  }
}
