import {
  type AgentState,
  type CanonicalEvent,
  type EventBody,
  type Turn,
  type UserMessage,
} from '@travellite/protocol';
import {
  type AcceptOptions,
  type AcceptResult,
  type ClaimOptions,
  type ClaimResult,
  type ClaimRef,
} from '../port.js';
import { append } from './log.js';
import { type Mailbox, noState } from './mailboxes.js';
import { type TurnRow } from './statements.js';
import { type Store } from './store.js';

/** A turn with its parts as text, written out before the transaction begins. */
export interface AcceptInput extends Pick<AcceptOptions, 'onBusy' | 'maxQueued'> {
  turn: Turn;
  message: string;
  opening: string;
}

export function accept(
  store: Store,
  { turn, message, opening, onBusy, maxQueued }: AcceptInput,
): AcceptResult {
  const box = store.boxFor(turn.conversation);
  if (box.turns.some((open) => open.turn === turn.id)) return { status: 'duplicate', outcome: 'open' };
  const position = box.turns.length;
  const refusal =
    position > maxQueued ? 'queue_full' : onBusy === 'reject' && position > 0 ? 'busy' : undefined;
  if (refusal !== undefined) {
    const known = store.sql.knowsTurn.get(box.key, turn.id) !== undefined;
    return known ? { status: 'duplicate', outcome: 'ended' } : { status: 'rejected', code: refusal };
  }
  const fresh = Number(store.sql.rememberTurn.run(box.key, turn.id, store.now()).changes) === 1;
  if (!fresh) return { status: 'duplicate', outcome: 'ended' };
  enqueue(store, box, turn.id, message, opening);
  return { status: 'accepted', position };
}

interface Opened {
  events: CanonicalEvent[];
  outboxId?: string;
}

/** Puts a turn at the end of its mailbox. */
export function enqueue(store: Store, box: Mailbox, turn: string, message: string, opening: string): void {
  store.sql.insertTurn.run(store.boxes.push(box, turn), box.key, turn, message, opening);
}

export function claim(store: Store, { worker, leaseMs, stateVersion }: ClaimOptions): ClaimResult {
  const now = store.now();
  const { box, nextAt } = takeReady(store, now, stateVersion);
  const head = box?.turns[0];
  if (box === undefined || head === undefined) {
    return nextAt === undefined ? { status: 'nothing' } : { status: 'nothing', nextDueMs: nextAt - now };
  }
  const row = store.sql.turn.get(head.number) as TurnRow;
  box.attempt += 1;
  box.fence += 1;
  box.part = 0;
  box.holder = worker;
  store.boxes.lease(box, now + leaseMs);
  const opened = open(store, box, row);
  store.boxes.save(box);
  return {
    status: 'claimed',
    claim: {
      conversation: box.name,
      turn: head.turn,
      fence: box.fence,
      message: JSON.parse(row.message) as UserMessage,
      attempt: box.attempt,
      state: readState(store, box),
      version: box.version,
      opened: opened.events,
      openedOutboxId: opened.outboxId,
    },
  };
}

/** The first conversation that is due and whose state is not newer than the claimer knows (the others keep their place), or when the next is due. */
function takeReady(store: Store, now: number, stateVersion: number): { box?: Mailbox; nextAt?: number } {
  const { due } = store.boxes;
  const tooNew: Mailbox[] = [];
  let box = due.takeDue(now);
  while (box !== undefined && box.stateVersion > stateVersion) {
    tooNew.push(box);
    box = due.takeDue(now);
  }
  const nextAt = due.first()?.at;
  for (const left of tooNew) due.schedule(left, Math.max(left.leaseUntil, left.dueAt));
  return { box, nextAt };
}

function open(store: Store, box: Mailbox, row: TurnRow): Opened {
  if (box.openedSeq > 0) return { events: [] };
  box.openedSeq = box.seq + 1;
  const opening = JSON.parse(row.opening) as EventBody[];
  return opening.length === 0 ? { events: [] } : append(store, box, row.turn, opening, row.opening);
}

export function readState(store: Store, box: Mailbox): AgentState | undefined {
  if (box.stateVersion === noState) return undefined;
  const row = store.sql.state.get(box.key);
  return row && (JSON.parse(row.body) as AgentState);
}

/** The mailbox whose head the claim holds, or why it does not. */
export function held(store: Store, claim: ClaimRef): Mailbox | 'already' | 'fenced' | 'not_head' {
  const box = store.boxes.find(claim.conversation);
  if (box === undefined) return 'fenced';
  if (box.endedFence === claim.fence) return 'already';
  if (box.fence !== claim.fence) return 'fenced';
  return box.turns[0]?.turn === claim.turn ? box : 'not_head';
}

/** Only memory knows leases, so this costs the disk nothing. */
export function renew(store: Store, claim: ClaimRef, leaseMs: number): 'ok' | 'lost' {
  const box = held(store, claim);
  if (typeof box === 'string') return 'lost';
  store.boxes.lease(box, store.now() + leaseMs);
  return 'ok';
}

export function release(
  store: Store,
  claim: ClaimRef,
  { delayMs, countAttempt }: { delayMs: number; countAttempt: boolean },
): 'ok' | 'fenced' {
  const box = held(store, claim);
  if (typeof box === 'string') return 'fenced';
  box.fence += 1;
  if (!countAttempt) box.attempt = Math.max(0, box.attempt - 1);
  store.boxes.makeDue(box, store.now() + delayMs);
  store.boxes.save(box);
  return 'ok';
}
