import { type CanonicalEvent } from '@travellite/protocol';
import { type OutboundAnswer } from '../outbound.js';

/** Conversations remembered: those whose turns began last. */
const maxKept = 10_000;

/** Turns that were seen to begin and not yet to end. What belongs to a later turn of the conversation has overtaken the end. */
export class OpenTurns {
  private readonly begun = new Map<string, CanonicalEvent>();

  /** Whether the end of an earlier turn is to come before this answer. */
  isEarly({ conversation, events: [first] }: OutboundAnswer): boolean {
    const begun = this.begun.get(conversation);
    if (!begun || !first) return false;
    return first.turn !== begun.turn && first.epoch === begun.epoch && first.seq > begun.seq;
  }

  /** The answer was handed over. */
  note({ conversation, events }: OutboundAnswer): void {
    const [first] = events;
    const begin = events.find(({ type }) => type === 'turn_started');
    if (begin) {
      this.begun.delete(conversation);
      this.begun.set(conversation, begin);
      const [oldest] = this.begun.keys();
      if (this.begun.size > maxKept && oldest !== undefined) this.begun.delete(oldest);
    } else if (first && this.begun.get(conversation)?.turn === first.turn) this.begun.delete(conversation);
  }

  /** The end does not come any more. */
  giveUp(conversation: string): void {
    this.begun.delete(conversation);
  }
}
