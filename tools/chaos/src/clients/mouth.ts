import { type TurnId } from '@travellite/protocol';

/** What the mailbox said of a message. */
export type Answer = 'accepted' | 'duplicate' | 'rejected';

/** A way to say something. It says it again until there is an answer; the same message always has the same id. */
export interface Mouth {
  /** Says messages in the order of the calls. */
  say(turn: TurnId, text: string): void;
  /** Messages that have no answer yet. */
  readonly unanswered: number;
  close(): Promise<void>;
}
