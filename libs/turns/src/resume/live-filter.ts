import { type CanonicalEvent, type LiveText } from '@travellite/protocol';
import { EndedTurns } from './ended-turns.js';

/** Lets live deltas through, but none of a turn that has ended and none of a claim that a newer one has replaced. */
export class LiveFilter {
  private fence = 0;
  private readonly ended = new EndedTurns();

  note(event: CanonicalEvent): void {
    if (event.type === 'done') this.ended.add(event.turn);
    if (event.type === 'text_reset') this.fence = Math.max(this.fence, event.fence ?? 0);
  }

  passes(delta: LiveText): boolean {
    if (this.ended.has(delta.turn) || delta.fence < this.fence) return false;
    this.fence = delta.fence;
    return true;
  }
}
