import {
  type ConversationId,
  type ErrorCode,
  type Intent,
  type RoomView,
  type Source,
  type Stage,
  type TripView,
  type TurnId,
  type UserMessage,
} from '@travellite/protocol';
import { type ConnectionView } from '../client/options.js';
import { emptyTrip } from '../frames/view.js';
import { type TextAssembly } from '../text/assembly.js';

/** What a person may read about a fault, and whether trying again can help. */
export interface Fault {
  code: ErrorCode;
  message: string;
  retryable: boolean;
}

/**
 * Where a turn stands. `unsent`: waits for a connection; `sent`: no answer of the door yet; `rejected`: the door said
 * no; `queued`: accepted, waits for its turn; `working`: the agent is at it; the others are how it ended.
 */
export type TurnStatus =
  'unsent' | 'sent' | 'rejected' | 'queued' | 'working' | 'complete' | 'cancelled' | 'failed' | 'superseded';

/** A search the agent made. `ok` is absent while it runs. */
export interface ToolView {
  call: string;
  tool: string;
  ok?: boolean;
  summary?: string;
  /** Made-up data for trying things out. */
  sample?: boolean;
  /** The stage it belongs to, when one had begun. */
  step?: Stage;
}

/** A stage of the agent, announced when it began. */
export interface StepView {
  step: Stage;
  label: string;
}

/** One message and everything that is known about its answer. */
export interface TurnView {
  id: TurnId;
  status: TurnStatus;
  /** Absent when only the answer is known. */
  question?: Pick<UserMessage, 'text' | 'author' | 'ts'>;
  /** Turns before this one, as the door counted them. */
  position?: number;
  steps: StepView[];
  tools: ToolView[];
  intents: Intent[];
  sources: Source[];
  progress?: string;
  answer: TextAssembly;
  /** Unix ms of the last event. */
  updatedAt?: number;
  fault?: Fault;
}

/** Everything a page shows of a conversation. Immutable: a change makes a new model and keeps what did not change. */
export interface ConversationModel {
  conversation?: ConversationId;
  /** Something was received: before, an empty list only means that nothing is known yet. */
  loaded: boolean;
  /** Oldest first; at most `maxTurns`. */
  turns: readonly TurnView[];
  trip: TripView;
  /** The trip as of the last turn that ended well: what a failed turn falls back to. */
  settledTrip: TripView;
  members: readonly { userId: string; status: string }[];
  /** Of a shared room: roles, disagreements, votes. */
  room?: RoomView;
  connection: ConnectionView;
  /** The turn at work that is only recorded (who came, who went): nothing of it is shown. */
  recording?: TurnId;
  /** A fault of the connection rather than of a turn. */
  notice?: Fault;
}

/** Turns a page keeps; older ones are dropped from view. */
export const maxTurns = 200;
/** Steps, tools and sources kept of one turn. */
export const maxDetails = 60;

export function emptyModel(): ConversationModel {
  const trip = emptyTrip();
  return { loaded: false, turns: [], trip, settledTrip: trip, members: [], connection: { phase: 'idle' } };
}

const ended: ReadonlySet<TurnStatus> = new Set(['complete', 'cancelled', 'failed', 'superseded']);

/** No event of this turn comes any more. */
export const hasEnded = (turn: TurnView): boolean => ended.has(turn.status);

/** The server does not have this turn as far as is known. */
export const isLocal = (turn: TurnView): boolean =>
  turn.status === 'unsent' || turn.status === 'sent' || turn.status === 'rejected';
