import { type CanonicalEvent, type ConversationId, type EventBody, type TurnId } from '@travellite/protocol';
import { type LogPosition, type OutboxEntry, type ReadEventsResult } from '../port.js';
import { type Mailbox } from './mailboxes.js';
import { type BatchRow } from './statements.js';
import { type Store } from './store.js';

/** Appends events to a conversation's log and outbox. `json` is `bodies` as text, so that nothing is written out twice. */
export function append(
  store: Store,
  box: Mailbox,
  turn: TurnId,
  bodies: readonly EventBody[],
  json: string,
): { events: CanonicalEvent[]; outboxId: string } {
  const id = store.nextBatchId();
  const row = { id, first_seq: box.seq + 1, count: bodies.length, turn, ts: store.now() };
  box.seq += bodies.length;
  store.sql.insertBatch.run(id, box.key, row.first_seq, row.count, turn, row.ts, json);
  store.sql.addToOutbox.run(id);
  store.outboxSize += 1;
  return { events: addressed(box.name, store.epochOf(box), row, bodies), outboxId: String(id) };
}

/** The events of the batch that ends the log. */
export function lastBatch(store: Store, box: Mailbox): { events: CanonicalEvent[]; outboxId: string } {
  const [row] = store.sql.batchesFrom.all(box.key, box.key, box.seq, 1);
  if (row === undefined) return { events: [], outboxId: '' };
  return { events: eventsOf(store, box, row), outboxId: String(row.id) };
}

export function readEvents(
  store: Store,
  conversation: ConversationId,
  after: LogPosition,
  limit: number,
): ReadEventsResult {
  const box = store.boxes.find(conversation);
  const head = { epoch: store.epochOf(box), seq: box?.seq ?? 0 };
  if (after.seq > 0 && after.epoch !== head.epoch) return { status: 'gap', reason: 'epoch_changed', head };
  if (after.seq > head.seq) return { status: 'gap', reason: 'unknown_position', head };
  if (box === undefined || after.seq === head.seq) return { status: 'ok', events: [], head };
  const events = contiguous(store, box, after.seq, limit);
  return events === undefined
    ? { status: 'gap', reason: 'trimmed', head }
    : { status: 'ok', events: events.slice(0, limit), head };
}

/** Events from `after` on without a hole, or `undefined` when the next one is no longer kept. */
function contiguous(store: Store, box: Mailbox, after: number, limit: number): CanonicalEvent[] | undefined {
  const rows = store.sql.batchesFrom.all(box.key, box.key, after + 1, limit);
  const events: CanonicalEvent[] = [];
  let next = after + 1;
  for (const row of rows) {
    // A batch that still waits for the relay outlives its neighbours in trimming: what lies behind the hole is another read.
    if (row.first_seq > next) break;
    const fresh = eventsOf(store, box, row).filter((event) => event.seq >= next);
    events.push(...fresh);
    next += fresh.length;
  }
  return events.length === 0 ? undefined : events;
}

/** The durable part of the text of the turn at the head. */
export function durableText(store: Store, box: Mailbox): string {
  let text = '';
  for (const row of store.sql.batchesFrom.all(box.key, box.key, box.openedSeq, -1)) {
    for (const body of parseBodies(row)) {
      if (body.type === 'text') text = text.slice(0, body.offset) + body.delta;
      if (body.type === 'text_reset') text = '';
    }
  }
  return text;
}

/** Keeps the newest `maxEvents`; done in tenths, so that most turns delete nothing. */
export function trim(store: Store, box: Mailbox): void {
  const tooMany = box.seq - box.keptFrom > store.maxEvents + store.maxEvents / 10;
  if (!tooMany) return;
  box.keptFrom = box.seq - store.maxEvents + 1;
  store.sql.trim.run(box.key, box.keptFrom);
}

export function readOutbox(store: Store, limit: number): OutboxEntry[] {
  return store.sql.outbox.all(limit).map((row) => {
    const conversation = row.name as ConversationId;
    const epoch = store.epochOf(store.boxes.find(conversation));
    return {
      id: String(row.id),
      conversation,
      events: addressed(conversation, epoch, row, parseBodies(row)),
    };
  });
}

export const isInOutbox = (store: Store, id: string): boolean =>
  (store.sql.isInOutbox.get(Number(id))?.n ?? 0) > 0;

export function removeFromOutbox(store: Store, ids: readonly string[]): void {
  for (const id of ids) store.outboxSize -= Number(store.sql.removeFromOutbox.run(Number(id)).changes);
}

const parseBodies = (row: BatchRow) => JSON.parse(row.bodies) as EventBody[];

const eventsOf = (store: Store, box: Mailbox, row: BatchRow) =>
  addressed(box.name, store.epochOf(box), row, parseBodies(row));

function addressed(
  conversation: ConversationId,
  epoch: number,
  { first_seq, turn, ts }: Pick<BatchRow, 'first_seq' | 'turn' | 'ts'>,
  bodies: readonly EventBody[],
): CanonicalEvent[] {
  return bodies.map((body, at) => ({ conversation, epoch, seq: first_seq + at, turn, ts, ...body }));
}
