import { type EventBody, type TripView } from './events/events.js';
import { type RoomView } from './room.js';
import { type Turn, type TurnId } from './turn.js';

/** Events an agent may produce itself; the engine adds the others (`message`, `turn_started`, `text`, `text_reset`, `response`, `done`). */
export type AgentEvent = Exclude<
  EventBody,
  { type: 'message' | 'turn_started' | 'text' | 'text_reset' | 'response' | 'done' }
>;

/** How an agent speaks while it works. */
export interface Emit {
  /** Makes a stage event durable and shows it. Rejects with `cancelled` when the turn no longer belongs to this worker. */
  event(event: AgentEvent): Promise<void>;
  /** Appends to the streamed answer. All of it together is the turn's `response`; a turn without any has none. */
  text(delta: string): void;
}

/** A line of the visible history. `ts` in Unix ms. */
export interface HistoryLine {
  turn: TurnId;
  role: 'user' | 'assistant';
  text: string;
  ts: number;
  /** Who wrote it, in a room with several people. */
  author?: string;
  /** Whose name `author` is, where it is not the id itself. */
  userId?: string;
}

/** What a client that connects is shown of a conversation. */
export interface ConversationView {
  /** Oldest first, bounded by the agent. */
  history: HistoryLine[];
  trip?: TripView;
  /** Of a shared room: who is there and what they agree on. */
  room?: RoomView;
}

/**
 * State as the engine keeps it. `version` is the agent's schema number; a worker whose agent supports only lower ones leaves
 * the turn to a newer worker. `view` is for the doors; `data` is JSON that only the agent reads.
 */
export interface AgentState {
  version: number;
  view: ConversationView;
  data: unknown;
}

/** An agent, as the turn engine sees it. */
export interface Agent {
  /** Highest state schema this agent reads; what it returns has this version. */
  readonly stateVersion: number;
  /**
   * Works one turn. A turn whose message is a `note` is taken into the state and not answered. `state` is what the conversation's last committed turn returned (`undefined` at the first).
   * The result becomes the conversation's state in the same step that publishes the answer. A thrown `TravelError`
   * with `retryable` is tried again; any other ends the turn as failed and leaves the state as it was.
   */
  run(turn: Turn, state: AgentState | undefined, emit: Emit, signal: AbortSignal): Promise<AgentState>;
}
