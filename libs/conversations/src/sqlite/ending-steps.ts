import { type ConversationId, type EventBody, TravelError } from '@travellite/protocol';
import {
  type ClaimRef,
  type CommitResult,
  type DeadLetter,
  type EmitResult,
  type Snapshot,
} from '../port.js';
import { append, durableText, lastBatch, trim } from './log.js';
import { enqueue, held, readState } from './mailbox-steps.js';
import { type Mailbox } from './mailboxes.js';
import { type TurnRow } from './statements.js';
import { type Store } from './store.js';

/** Events with their text, written out before the transaction begins. */
export interface EventsInput {
  bodies: EventBody[];
  json: string;
}

export function emit(store: Store, claim: ClaimRef, part: number, { bodies, json }: EventsInput): EmitResult {
  const box = held(store, claim);
  if (typeof box === 'string') return { status: 'fenced' };
  if (part === box.part) return { status: 'ok', ...lastBatch(store, box) };
  if (part !== box.part + 1)
    throw new TravelError('invalid', `Part ${part} does not follow part ${box.part}.`);
  box.part = part;
  const appended = append(store, box, claim.turn, bodies, json);
  store.boxes.save(box);
  return { status: 'ok', ...appended };
}

/** The state with its version, written out before the transaction begins. */
export interface StateInput {
  version: number;
  body: string;
}

export function commit(
  store: Store,
  claim: ClaimRef,
  { bodies, json }: EventsInput,
  state: StateInput | undefined,
): CommitResult {
  const box = held(store, claim);
  if (typeof box === 'string') return { status: box };
  if (state !== undefined) {
    store.sql.writeState.run(box.key, state.body);
    box.stateVersion = state.version;
  }
  box.version += 1;
  return end(store, box, claim, { bodies, json });
}

export function giveUp(store: Store, claim: ClaimRef, reason: string, events: EventsInput): CommitResult {
  const box = held(store, claim);
  if (typeof box === 'string') return { status: box };
  const { message, opening } = store.sql.turn.get(box.turns[0]?.number ?? 0) as TurnRow;
  const at = store.now();
  store.sql.insertDeadLetter.run(box.key, claim.turn, reason, box.attempt, at, message, opening);
  return end(store, box, claim, events);
}

function end(store: Store, box: Mailbox, claim: ClaimRef, { bodies, json }: EventsInput): CommitResult {
  const written =
    bodies.length === 0 ? { events: [], outboxId: '' } : append(store, box, claim.turn, bodies, json);
  store.sql.deleteTurn.run(box.turns[0]?.number ?? 0);
  box.endedFence = claim.fence;
  box.attempt = 0;
  box.part = 0;
  box.openedSeq = 0;
  store.boxes.pop(box);
  store.boxes.save(box);
  trim(store, box);
  return { status: 'ok', version: box.version, ...written, more: box.turns.length > 0 };
}

export function snapshot(store: Store, conversation: ConversationId): Snapshot {
  const box = store.boxes.find(conversation);
  const epoch = store.epochOf(box);
  if (box === undefined) return { epoch, seq: 0, version: 0, queued: [] };
  const open = box.turns.map(({ number, turn }) => {
    const row = store.sql.turn.get(number) as TurnRow;
    return { turn, message: JSON.parse(row.message) as Snapshot['queued'][number]['message'] };
  });
  const begun = box.openedSeq > 0 ? open.shift() : undefined;
  const running = begun && { ...begun, text: durableText(store, box), fence: box.fence };
  return { epoch, seq: box.seq, version: box.version, state: readState(store, box), running, queued: open };
}

export function deadLetters(store: Store, limit: number, before = Number.MAX_SAFE_INTEGER): DeadLetter[] {
  return store.sql.deadLetters.all(before, limit).map(({ id, name, turn, reason, attempts, at }) => {
    return { id, conversation: name as ConversationId, turn, reason, attempts, at };
  });
}

export function replayDeadLetter(store: Store, id: number): boolean {
  const letter = store.sql.deadLetter.get(id);
  const box = letter && store.boxes.find(letter.name as ConversationId);
  if (letter === undefined || box === undefined) return false;
  const turn = `${letter.turn}~${id}`;
  store.sql.deleteDeadLetter.run(id);
  store.sql.rememberTurn.run(box.key, turn, store.now());
  enqueue(store, box, turn, letter.message, letter.opening);
  return true;
}

export function forget(store: Store, conversation: ConversationId): void {
  const box = store.boxes.find(conversation);
  if (box === undefined) return;
  for (const { number } of box.turns) store.sql.deleteTurn.run(number);
  store.sql.deleteOutbox.run(box.key);
  store.sql.deleteBatches.run(box.key);
  store.sql.deleteState.run(box.key);
  store.sql.deleteTurnIds.run(box.key);
  store.sql.deleteDeadLettersOf.run(box.key);
  store.sql.deleteConversation.run(box.key);
  store.boxes.drop(box);
  store.noteForgotten(box);
  store.count();
}
