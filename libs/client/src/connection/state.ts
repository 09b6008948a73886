/** Why a server will not have this client back as it is: an identity that is missing or not allowed. */
export interface Refusal {
  code: number;
  reason: string;
}

/** Reconnect attempts since the last healthy connection; `fresh` asks for a snapshot instead of a continuation. */
interface Effort {
  attempt: number;
  fresh: boolean;
}

/** The states of a connection, as drawn in SPEC.md. */
export type ConnectionState =
  /** Not wanted. */
  | { phase: 'idle' }
  /** A socket was asked for and is not open. */
  | ({ phase: 'connecting' } & Effort)
  /** Open; the server has not said `welcome`. */
  | ({ phase: 'greeting' } & Effort)
  /** Welcomed; what was missed is on its way. */
  | ({ phase: 'catching_up' } & Effort)
  /** Caught up. `probing`: nothing came for a while and a `ping` is out. */
  | { phase: 'live'; attempt: number; probing: boolean }
  /** Lost; the next attempt begins after `delayMs`. */
  | ({ phase: 'waiting'; delayMs: number } & Effort)
  /** Turned away; only `start` leaves this state. */
  | ({ phase: 'refused' } & Refusal);

export type ConnectionPhase = ConnectionState['phase'];
export const connectionPhases = [
  'idle',
  'connecting',
  'greeting',
  'catching_up',
  'live',
  'waiting',
  'refused',
] as const satisfies readonly ConnectionPhase[];

export type TimerName = 'deadline' | 'retry' | 'silence' | 'settle';

export type ConnectionEvent =
  /** The connection is wanted. */
  | { type: 'start' }
  /** It is not wanted any more. */
  | { type: 'stop' }
  | { type: 'opened' }
  /** Any frame came. */
  | { type: 'received' }
  | { type: 'welcomed' }
  /** A `snapshot` or `replayed` came. */
  | { type: 'caught_up' }
  | { type: 'closed'; code: number; reason: string }
  | { type: 'timer'; timer: TimerName }
  /** The network or the screen came back: do not wait any longer. */
  | { type: 'wake' }
  /** An event is missing in the stream: only a snapshot helps. */
  | { type: 'hole' };

export type ConnectionEventType = ConnectionEvent['type'];

/** What the owner of the socket does, in this order. */
export type ConnectionEffect =
  | { type: 'open_socket'; fresh: boolean }
  | { type: 'close_socket'; code: number }
  /** Starts a timer; one of the same name is replaced. */
  | { type: 'schedule'; timer: TimerName; ms: number }
  | { type: 'cancel'; timer: TimerName }
  | { type: 'ping' }
  /** Send every message that has no `ack`. */
  | { type: 'flush' };

export interface Transition {
  state: ConnectionState;
  effects: ConnectionEffect[];
}
