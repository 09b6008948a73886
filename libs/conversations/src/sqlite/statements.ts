import { type DatabaseSync, type SQLInputValue } from 'node:sqlite';

/** A prepared statement with the types of its parameters and rows; only this file knows that SQLite itself has none. */
export interface Statement<P extends SQLInputValue[], R = never> {
  get(...values: P): R | undefined;
  all(...values: P): R[];
  run(...values: P): { changes: number | bigint };
}

export interface ConversationRow {
  key: number;
  name: string;
  birth: number;
  version: number;
  seq: number;
  fence: number;
  ended_fence: number;
  attempt: number;
  part: number;
  opened_seq: number;
  state_version: number;
}

export interface BatchRow {
  id: number;
  first_seq: number;
  count: number;
  turn: string;
  ts: number;
  bodies: string;
}

export interface TurnRow {
  number: number;
  conversation: number;
  turn: string;
  message: string;
  opening: string;
}

export interface DeadLetterRow {
  id: number;
  conversation: number;
  name: string;
  turn: string;
  reason: string;
  attempts: number;
  at: number;
  message: string;
  opening: string;
}

export interface StoreRow {
  boot: string;
  clean: number;
  raises: number;
  forgets: number;
  fence_floor: number;
}

type N = number;
type S = string;

const batchColumns = 'batch.id, batch.first_seq, batch.count, batch.turn, batch.ts, batch.bodies';

/** Every statement of the store, prepared once. */
export function prepareStatements(db: DatabaseSync) {
  const prepare = <P extends SQLInputValue[], R = never>(sql: string) =>
    db.prepare(sql) as unknown as Statement<P, R>;
  return {
    ...storeStatements(prepare),
    ...mailboxStatements(prepare),
    ...logStatements(prepare),
  };
}
export type Statements = ReturnType<typeof prepareStatements>;

type Prepare = <P extends SQLInputValue[], R = never>(sql: string) => Statement<P, R>;

function storeStatements(prepare: Prepare) {
  return {
    begin: prepare<[]>('BEGIN IMMEDIATE'),
    commit: prepare<[]>('COMMIT'),
    rollback: prepare<[]>('ROLLBACK'),
    syncEachCommit: prepare<[]>('PRAGMA synchronous = FULL'),
    syncLater: prepare<[]>('PRAGMA synchronous = NORMAL'),
    readStore: prepare<[], StoreRow>('SELECT * FROM store'),
    insertStore: prepare<[S]>('INSERT INTO store VALUES (1, ?, 0, 0, 0, 0)'),
    opened: prepare<[S, N]>('UPDATE store SET boot = ?, clean = 0, raises = ?'),
    closed: prepare<[]>('UPDATE store SET clean = 1'),
    forgot: prepare<[N, N]>('UPDATE store SET forgets = ?, fence_floor = ?'),
    insertDeadLetter: prepare<[N, S, S, N, N, S, S]>(
      'INSERT INTO dead_letter (conversation, turn, reason, attempts, at, message, opening) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    deadLetters: prepare<[N, N], DeadLetterRow>(
      'SELECT d.*, c.name FROM dead_letter d JOIN conversation c ON c.key = d.conversation WHERE d.id < ? ORDER BY d.id DESC LIMIT ?',
    ),
    deadLetter: prepare<[N], DeadLetterRow>(
      'SELECT d.*, c.name FROM dead_letter d JOIN conversation c ON c.key = d.conversation WHERE d.id = ?',
    ),
    deleteDeadLetter: prepare<[N]>('DELETE FROM dead_letter WHERE id = ?'),
    deleteDeadLettersOf: prepare<[N]>('DELETE FROM dead_letter WHERE conversation = ?'),
    countDeadLettersOf: prepare<[N], { n: number }>(
      'SELECT count(*) AS n FROM dead_letter WHERE conversation = ?',
    ),
    countDeadLetters: prepare<[], { n: number }>('SELECT count(*) AS n FROM dead_letter'),
  };
}

function mailboxStatements(prepare: Prepare) {
  return {
    conversation: prepare<[S], ConversationRow>('SELECT * FROM conversation WHERE name = ?'),
    visitors: prepare<[], { name: string }>(
      "SELECT name FROM conversation WHERE name >= 'anon:' AND name < 'anon;'",
    ),
    openConversations: prepare<[], ConversationRow>(
      'SELECT * FROM conversation WHERE key IN (SELECT conversation FROM mailbox)',
    ),
    insertConversation: prepare<[N, S, N, N]>(
      'INSERT INTO conversation VALUES (?, ?, ?, 0, 0, ?, -1, 0, 0, 0, -1)',
    ),
    updateConversation: prepare<[N, N, N, N, N, N, N, N, N]>(
      'UPDATE conversation SET version = ?, seq = ?, fence = ?, ended_fence = ?, attempt = ?, part = ?, opened_seq = ?, state_version = ? WHERE key = ?',
    ),
    deleteConversation: prepare<[N]>('DELETE FROM conversation WHERE key = ?'),
    lastConversation: prepare<[], { n: number | null }>('SELECT max(key) AS n FROM conversation'),
    state: prepare<[N], { body: string }>('SELECT body FROM state WHERE conversation = ?'),
    writeState: prepare<[N, S]>(
      'INSERT INTO state VALUES (?, ?) ON CONFLICT (conversation) DO UPDATE SET body = excluded.body',
    ),
    deleteState: prepare<[N]>('DELETE FROM state WHERE conversation = ?'),
    knowsTurn: prepare<[N, S], { n: number }>(
      'SELECT 1 AS n FROM turn_id WHERE conversation = ? AND turn = ?',
    ),
    rememberTurn: prepare<[N, S, N]>('INSERT INTO turn_id VALUES (?, ?, ?) ON CONFLICT DO NOTHING'),
    deleteTurnIds: prepare<[N]>('DELETE FROM turn_id WHERE conversation = ?'),
    oldTurnIds: prepare<[N, S, N], { conversation: number; turn: string; accepted_at: number }>(
      'SELECT * FROM turn_id WHERE (conversation, turn) > (?, ?) ORDER BY conversation, turn LIMIT ?',
    ),
    forgetTurn: prepare<[N, S]>('DELETE FROM turn_id WHERE conversation = ? AND turn = ?'),
    insertTurn: prepare<[N, N, S, S, S]>('INSERT INTO mailbox VALUES (?, ?, ?, ?, ?)'),
    turn: prepare<[N], TurnRow>('SELECT * FROM mailbox WHERE number = ?'),
    openTurns: prepare<[], { number: number; conversation: number; turn: string }>(
      'SELECT number, conversation, turn FROM mailbox ORDER BY number',
    ),
    deleteTurn: prepare<[N]>('DELETE FROM mailbox WHERE number = ?'),
    lastTurn: prepare<[], { n: number | null }>('SELECT max(number) AS n FROM mailbox'),
  };
}

function logStatements(prepare: Prepare) {
  return {
    insertBatch: prepare<[N, N, N, N, S, N, S]>('INSERT INTO batch VALUES (?, ?, ?, ?, ?, ?, ?)'),
    lastBatch: prepare<[], { n: number | null }>('SELECT max(id) AS n FROM batch'),
    /** From the batch that holds the given event on. */
    batchesFrom: prepare<[N, N, N, N], BatchRow>(
      `SELECT ${batchColumns} FROM batch WHERE conversation = ? AND first_seq >=
         (SELECT max(first_seq) FROM batch WHERE conversation = ? AND first_seq <= ?) ORDER BY first_seq LIMIT ?`,
    ),
    trim: prepare<[N, N]>(
      'DELETE FROM batch WHERE conversation = ? AND first_seq + count <= ? AND id NOT IN (SELECT batch FROM outbox)',
    ),
    countEvents: prepare<[N], { n: number | null }>(
      'SELECT sum(count) AS n FROM batch WHERE conversation = ?',
    ),
    deleteBatches: prepare<[N]>('DELETE FROM batch WHERE conversation = ?'),
    addToOutbox: prepare<[N]>('INSERT INTO outbox VALUES (?)'),
    isInOutbox: prepare<[N], { n: number }>('SELECT count(*) AS n FROM outbox WHERE batch = ?'),
    removeFromOutbox: prepare<[N]>('DELETE FROM outbox WHERE batch = ?'),
    outbox: prepare<[N], BatchRow & { name: string; birth: number }>(
      `SELECT ${batchColumns}, c.name, c.birth FROM outbox JOIN batch ON batch.id = outbox.batch
         JOIN conversation c ON c.key = batch.conversation ORDER BY outbox.batch LIMIT ?`,
    ),
    countOutbox: prepare<[], { n: number }>('SELECT count(*) AS n FROM outbox'),
    deleteOutbox: prepare<[N]>(
      'DELETE FROM outbox WHERE batch IN (SELECT id FROM batch WHERE conversation = ?)',
    ),
  };
}
