import { type CanonicalEvent, type ConversationId, type ErrorCode } from '@travellite/protocol';
import { type Subscription } from './port.js';

/**
 * Answers on their way to the rooms of a realtime service. Whoever publishes knows no service; one process at a time drains the
 * answers of a namespace (it holds that namespace's lease).
 */
export interface Outbound {
  /** Queues an answer durably. Resolves when the server has it. Repeating it is harmless within the duplicate window. */
  publish(answer: OutboundAnswer): Promise<void>;
  /**
   * Takes the answers of one namespace: those of one conversation in order and one at a time, conversations beside each other.
   * An answer is done with when the handler resolves; a handler that rejects gets the same one again, before any later one of its conversation.
   * Meant for one process at a time: a second one would share the answers, and the order of a conversation with it.
   */
  consume(namespace: string, handler: (answer: OutboundAnswer) => Promise<void>): Promise<Subscription>;
  /** How much waits in a namespace, for readiness pages and metrics. */
  load(namespace: string): Promise<OutboundLoad>;

  /** Keeps an answer that cannot be delivered, and why, for an operator. */
  bury(answer: OutboundAnswer, reason: BurialReason): Promise<void>;
  /** Answers that could not be delivered, newest first; `before` pages on. */
  buried(options: { limit: number; before?: number }): Promise<BuriedAnswer[]>;
  /** Queues a buried answer again and forgets the burial. `false` when there is none of that id. */
  replay(id: number): Promise<boolean>;

  /**
   * Asks for a lease and goes on asking: `onChange(true)` when it is held, `onChange(false)` when it is lost. Of all who ask for a name one
   * holds it; when that one goes, or cannot be heard any more, another holds it within `leaseTakeoverMs`. Closing gives it up.
   */
  holdLease(name: string, onChange: (held: boolean) => void): Promise<Subscription>;
}

/** How soon a lease whose holder died is held by another who asks, in ms. */
export const leaseTakeoverMs = 3_000;

/** What the members of a room are to see of a turn: that it has begun, or how it ended. */
export interface OutboundAnswer {
  /** `conversation:epoch:seq` of its last event: the same however often it is published. */
  id: string;
  conversation: ConversationId;
  /** Namespace of the realtime service; empty for its only one. */
  namespace: string;
  /** Whose message is answered. */
  userId: string;
  /** `turn_started`, with the `message` where it came by another door, or `response` or `error` with `done`. */
  events: readonly CanonicalEvent[];
}

export interface OutboundLoad {
  /** Answers not yet done with. */
  waiting: number;
  /** Answers kept for an operator. */
  buried: number;
}

export interface BurialReason {
  code: ErrorCode;
  /** For operators; holds no text of a message. */
  sentence: string;
}

export interface BuriedAnswer {
  id: number;
  /** Unix ms. */
  at: number;
  reason: BurialReason;
  answer: OutboundAnswer;
}
