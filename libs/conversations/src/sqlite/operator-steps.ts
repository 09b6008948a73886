import { type ConversationId } from '@travellite/protocol';
import { type ConversationSummary, type RevokeResult } from '../port.js';
import { type Mailbox } from './mailboxes.js';
import { type Store } from './store.js';

/** A conversation by ids and counts. */
export function inspect(store: Store, conversation: ConversationId): ConversationSummary {
  const box = store.boxes.find(conversation);
  const epoch = store.epochOf(box);
  if (box === undefined) return { epoch, seq: 0, version: 0, queued: [], logEvents: 0, deadLetters: 0 };
  const state = store.sql.state.get(box.key);
  const head = headOf(box, store.now());
  return {
    epoch,
    seq: box.seq,
    version: box.version,
    ...(state ? { state: { version: box.stateVersion, bytes: Buffer.byteLength(state.body) } } : {}),
    ...(head ? { head } : {}),
    queued: box.turns.slice(1).map(({ turn }) => turn),
    logEvents: Number(store.sql.countEvents.get(box.key)?.n ?? 0),
    deadLetters: store.sql.countDeadLettersOf.get(box.key)?.n ?? 0,
  };
}

function headOf(box: Mailbox, now: number): ConversationSummary['head'] {
  const { turns, attempt, fence, leaseUntil, holder } = box;
  const [head] = turns;
  if (head === undefined) return undefined;
  return {
    turn: head.turn,
    attempt,
    fence,
    ...(leaseUntil > now ? { held: { worker: holder, leaseMs: leaseUntil - now } } : {}),
    dueInMs: Math.max(leaseUntil, box.dueAt) - now,
  };
}

/** Takes the head away from whoever holds it, or out of its pause. */
export function revoke(store: Store, conversation: ConversationId): RevokeResult {
  const box = store.boxes.find(conversation);
  const head = box?.turns[0];
  if (box === undefined || head === undefined) return { status: 'idle' };
  const status = box.leaseUntil > store.now() ? 'revoked' : 'due';
  box.fence += 1;
  store.boxes.makeDue(box, store.now());
  store.boxes.save(box);
  return { status, turn: head.turn };
}
