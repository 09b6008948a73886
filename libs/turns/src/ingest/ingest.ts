import { type AcceptResult } from '@travellite/conversations';
import { type OnBusy, type Turn } from '@travellite/protocol';

/** How a door hands a message over. */
export interface Ingest {
  /**
   * Resolves when the turn is in its conversation's mailbox, durably, or was refused. Safe to repeat with the same turn id.
   * Rejects with `provider_unavailable` ("try again") when no mailbox answered in time; then the turn may or may not be taken,
   * and repeating it with the same id is the way to find out.
   */
  submit(turn: Turn, options?: { onBusy?: OnBusy }): Promise<AcceptResult>;
}
