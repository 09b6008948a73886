import {
  type AgentState,
  type CanonicalEvent,
  type ConversationId,
  type EventBody,
  type FeedPosition,
  type OnBusy,
  type Turn,
  type TurnId,
  type UserMessage,
} from '@travellite/protocol';

/**
 * The conversation store: mailbox, lease, state, event log and outbox of every conversation.
 *
 * Guarantees, each with a file of its own in `conformance/`:
 *
 * 1. **dedupe** — a turn id is accepted once per conversation, for at least 48 h, also after its turn ended.
 * 2. **order** — turns of a conversation are claimed one at a time, in the order they were accepted.
 * 3. **durability** — what `accept` or `commit` answered survives a kill of the process (and, where `capabilities.synced`, of the machine).
 * 4. **lease** — a claimed turn belongs to one claim until its lease ends by the store's clock; then the next claim takes it, with a higher fence. (A store that only one process can hold ends every lease when that process dies.)
 * 5. **fence** — every write of an older claim is refused (`fenced`) and changes nothing.
 * 6. **atomic commit** — state, version, events, outbox and mailbox change together or not at all; a repeated commit answers `already`.
 * 7. **log** — `seq` is dense from 1 within an epoch, in commit order; reading from a position gives every later event or says `gap`. From seq 0 of any epoch nothing can be missing. What the store no longer has is never silence: a loss of data or a forgotten conversation raises the epoch.
 * 8. **outbox** — every durable event stays in the outbox until it is removed, in order per conversation, whatever dies in between.
 * 9. **attempts** — each claim counts; a handed-back one does not; the count survives a crash during the turn.
 * 10. **dead letters** — a turn given up leaves the mailbox with its `done` in the log, is listed, and can be replayed as a turn of its own (id `<turn>~<dead letter id>`, attempts from 1), so that the first one keeps its one `done`.
 * 11. **bounds** — a full mailbox refuses (`queue_full`); the log keeps the newest `maxEvents` of a conversation.
 * 12. **loss** — `feedPosition` names a place such that every turn of the feed up to there is in its mailbox, whatever was lost before; a turn that was fetched from the feed in an earlier history is refused with `provider_unavailable`, so that nothing newer overtakes what was lost.
 * 13. **operators** — `inspect` tells ids and counts, never what was said; `revoke` takes the head turn from whoever holds it or out of its pause, so that it is due at once and every write of the old claim is refused. The attempt still counts.
 *
 * Every method is safe to repeat after an unknown outcome. Every method rejects with a `TravelError`
 * (`provider_unavailable` when the store cannot be reached, `conflict` when stored data is newer than this code).
 */
export interface Conversations {
  readonly capabilities: ConversationsCapabilities;

  /** Takes a turn into its conversation's mailbox. `opening` is appended to the log by the turn's first claim. */
  accept(turn: Turn, options: AcceptOptions): Promise<AcceptResult>;

  /** Takes the ready conversation that is due first, raises its fence, counts the attempt, leases it, and on the turn's first claim appends the opening events. */
  claim(options: ClaimOptions): Promise<ClaimResult>;

  /** Extends the lease of a claim. */
  renew(claim: ClaimRef, leaseMs: number): Promise<'ok' | 'lost'>;

  /**
   * Appends events of the running turn to log and outbox. `part` counts the emits of one claim from 1: the same part again
   * (after an unknown outcome) changes nothing and answers what the first one did. Only the last part may be repeated.
   */
  emit(claim: ClaimRef, part: number, events: EventBody[]): Promise<EmitResult>;

  /** Ends the turn: pops it, stores the state (without one the stored state stays), version + 1, appends the events, all in one step. */
  commit(claim: ClaimRef, result: { state?: AgentState; events: EventBody[] }): Promise<CommitResult>;

  /**
   * Gives the turn back. `countAttempt: false` takes the claim's attempt back (drain: the turn did nothing wrong).
   * The conversation is due again after `delayMs`. The claim is over with it: repeating it answers `fenced`.
   */
  release(claim: ClaimRef, options: { delayMs: number; countAttempt: boolean }): Promise<'ok' | 'fenced'>;

  /** Gives the turn up: pops it, keeps it as a dead letter, appends the events (with `done`), leaves the state as it was. */
  giveUp(claim: ClaimRef, options: { reason: string; events: EventBody[] }): Promise<CommitResult>;

  /** Events after `after`, oldest first, at most `limit`; or why they cannot be had. */
  readEvents(conversation: ConversationId, after: LogPosition, limit: number): Promise<ReadEventsResult>;

  /** What a client that connects needs, as of one moment. A conversation nobody wrote to has version 0 and seq 0. */
  snapshot(conversation: ConversationId): Promise<Snapshot>;

  /** Batches that were written and not yet removed: oldest first; at most `limit` batches. */
  outbox(limit: number): Promise<OutboxEntry[]>;
  /** Whether the batch waits still. */
  isInOutbox(id: string): Promise<boolean>;
  removeFromOutbox(entries: readonly Pick<OutboxEntry, 'id' | 'conversation'>[]): Promise<void>;

  deadLetters(options: { limit: number; before?: number }): Promise<DeadLetter[]>;
  /** Puts a dead letter back at the end of its conversation's mailbox. `false` when there is none of that id. */
  replayDeadLetter(id: number): Promise<boolean>;

  /** What operators may know of a conversation. One nobody wrote to is empty. */
  inspect(conversation: ConversationId): Promise<ConversationSummary>;
  /** Takes the turn at work away from its worker: for one that is stuck. */
  revoke(conversation: ConversationId): Promise<RevokeResult>;

  /** Forgets a conversation wholly: an unnamed visitor's, or on request. A running turn of it is fenced. */
  forget(conversation: ConversationId): Promise<void>;

  /** From after where the partition's feed is to be read in the present history. Cheap to ask often. */
  feedPosition(partition: number): Promise<FeedPosition>;

  /** How much waits: for readiness, scaling and tests. Ages in ms by the store's clock. */
  load(): Promise<StoreLoad>;

  /** Idempotent. Pending writes end first. */
  close(): Promise<void>;
}

export interface ConversationsCapabilities {
  /** An answered write is on disk, not only in the operating system's cache. */
  synced: boolean;
  /** Several processes may use the same data at the same time. */
  shared: boolean;
}

export interface AcceptOptions {
  opening: EventBody[];
  onBusy?: OnBusy;
  /** Turns that may wait in this conversation, the running one not counted. */
  maxQueued: number;
  /** Its position in the feed, when it came by one, with the history that it was fetched for. */
  fed?: FeedPosition;
}

export type AcceptResult =
  /** `position`: turns of this conversation before this one; 0 means it is next. */
  | { status: 'accepted'; position: number }
  /** Known already: still waiting or running (`open`), or ended. */
  | { status: 'duplicate'; outcome: 'open' | 'ended' }
  | { status: 'rejected'; code: 'busy' | 'queue_full' };

export interface ClaimOptions {
  /** Who claims, for operators: process and slot. */
  worker: string;
  leaseMs: number;
  /** Only turns whose stored state is not newer than this are claimed. */
  stateVersion: number;
  /**
   * Looks at least where the turns of this conversation wait, and need not look elsewhere: the cheap answer to a wake-up. Without it
   * `nothing` speaks for the whole store.
   */
  near?: ConversationId;
}

/** Proof of a claim: every write of a turn carries it. */
export interface ClaimRef {
  conversation: ConversationId;
  turn: TurnId;
  fence: number;
}

export interface Claim extends ClaimRef {
  message: UserMessage;
  /** 1 at the first. */
  attempt: number;
  state?: AgentState;
  /** Commits of this conversation so far. */
  version: number;
  /** The opening events as appended by this claim; empty from the second attempt on. */
  opened: CanonicalEvent[];
  /** Where the opening events wait for the relay. */
  openedOutboxId?: string;
  /**
   * The last batch before this claim's, where it still waits for the relay: another process may be about to relay it, and what this claim
   * writes comes after it. Never set by a store that one process has for itself.
   */
  follows?: string;
}

/** `nothing` says in how many ms the earliest waiting conversation is due or a lease runs out, if any. */
export type ClaimResult = { status: 'claimed'; claim: Claim } | { status: 'nothing'; nextDueMs?: number };

/** `outboxId`: under which the events wait for the relay, so that the writer can relay them without reading them back. */
export type EmitResult = { status: 'ok'; events: CanonicalEvent[]; outboxId: string } | { status: 'fenced' };

export type CommitResult =
  /** `more`: another turn of this conversation waits. */
  | { status: 'ok'; version: number; events: CanonicalEvent[]; outboxId: string; more: boolean }
  | { status: 'already' }
  | { status: 'fenced' }
  | { status: 'not_head' };

export interface LogPosition {
  epoch: number;
  seq: number;
}

export type ReadEventsResult =
  | { status: 'ok'; events: CanonicalEvent[]; head: LogPosition }
  | { status: 'gap'; reason: 'epoch_changed' | 'trimmed' | 'unknown_position'; head: LogPosition };

export interface Snapshot extends LogPosition {
  version: number;
  state?: AgentState;
  /** The turn that has begun and not ended, with the durable part of its text and the fence of its newest claim. */
  running?: { turn: TurnId; message: UserMessage; text: string; fence: number };
  queued: { turn: TurnId; message: UserMessage }[];
}

/** Events that became durable together. */
export interface OutboxEntry {
  id: string;
  conversation: ConversationId;
  events: CanonicalEvent[];
}

export interface DeadLetter {
  id: number;
  conversation: ConversationId;
  turn: TurnId;
  reason: string;
  attempts: number;
  /** Unix ms by the store's clock. */
  at: number;
}

/** A conversation by ids and counts; times in ms by the store's clock. */
export interface ConversationSummary extends LogPosition {
  version: number;
  /** The stored state: the version its agent gave it, and its length as JSON in bytes. */
  state?: { version: number; bytes: number };
  /** The turn that is worked on or is next. */
  head?: {
    turn: TurnId;
    /** Claims so far that count. */
    attempt: number;
    fence: number;
    /** Who has it, and how long without another sign of life. */
    held?: { worker: string; leaseMs: number };
    /** When it may be claimed, from now; 0 or less: it is due and waits for a worker. */
    dueInMs: number;
  };
  /** Turns behind the head. */
  queued: TurnId[];
  /** Events that are still kept. */
  logEvents: number;
  deadLetters: number;
}

/** `revoked`: a worker had the turn; `due`: nobody had it; `idle`: there is no open turn. */
export type RevokeResult = { status: 'revoked' | 'due'; turn: TurnId } | { status: 'idle' };

export interface StoreLoad {
  ready: number;
  running: number;
  outbox: number;
  deadLetters: number;
  oldestReadyMs: number;
}
