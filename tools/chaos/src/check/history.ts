import { type CanonicalEvent, type DoneStatus, type TurnId } from '@travellite/protocol';

/** What a client saw, in the order it saw it. */
export type Sight =
  /** The message was sent; `connection` counts the client's connections. */
  | { kind: 'sent'; turn: TurnId; connection: number }
  /** The mailbox's receipt came. */
  | { kind: 'receipt'; turn: TurnId; connection: number; status: 'accepted' | 'duplicate' }
  | { kind: 'event'; event: CanonicalEvent }
  /** The client was told that events are missing, and goes on from the snapshot at `epoch`+`seq`. */
  | { kind: 'gap'; epoch: number; seq: number };

/** What the store holds of a conversation once everything has come to rest. */
export interface Rest {
  version: number;
  /** Turns whose result is in the state, in the order they were committed. */
  committed: readonly TurnId[];
  deadLetters: readonly TurnId[];
  /** Durable ends in the log that is still kept. */
  ended: readonly { turn: TurnId; status: DoneStatus }[];
  /** Turns that still wait or run. */
  open: readonly TurnId[];
}

export interface History {
  conversation: string;
  /** Where the client's first event is expected: the position its first welcome gave. */
  begin: { epoch: number; seq: number };
  sights: readonly Sight[];
  rest: Rest;
  /** Of a room: the turns whose answers each of its members was shown, in the order they came. */
  shown?: readonly (readonly TurnId[])[];
}
