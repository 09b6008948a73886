import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { type BuriedAnswer, type BurialReason, type OutboundAnswer } from '../outbound.js';
import { FileSync, type SyncFile } from './file-sync.js';

const schema = `
CREATE TABLE IF NOT EXISTS answer (
  number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, namespace TEXT NOT NULL, body TEXT NOT NULL,
  published_at INTEGER NOT NULL, done INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX IF NOT EXISTS answer_waiting ON answer (namespace, number) WHERE done = 0;
CREATE INDEX IF NOT EXISTS answer_age ON answer (done, published_at);
CREATE TABLE IF NOT EXISTS buried (
  number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, reason TEXT NOT NULL, body TEXT NOT NULL
) STRICT;`;

/** Nobody waits any longer for an answer in a room; it is in the history. As long as the stream `OUTBOUND` keeps them. */
const keptMs = 24 * 60 * 60 * 1000;

const pruneEveryMs = 10_000;

export interface ShelvedAnswer {
  number: number;
  answer: OutboundAnswer;
}

type Row = Record<string, number | string>;

const statements = {
  put: 'INSERT OR IGNORE INTO answer (id, namespace, body, published_at) VALUES (?, ?, ?, ?)',
  pruneDone: 'DELETE FROM answer WHERE done = 1 AND published_at < ?',
  pruneWaiting: 'DELETE FROM answer WHERE done = 0 AND published_at < ?',
  waiting: 'SELECT number, body FROM answer WHERE namespace = ? AND done = 0 ORDER BY number',
  done: `UPDATE answer SET done = 1, body = '' WHERE number = ?`,
  bury: 'INSERT INTO buried (at, reason, body) VALUES (?, ?, ?)',
  buried: 'SELECT * FROM buried WHERE number < ? ORDER BY number DESC LIMIT ?',
  oneBuried: 'SELECT * FROM buried WHERE number = ?',
  unbury: 'DELETE FROM buried WHERE number = ?',
  count: `SELECT (SELECT count(*) FROM answer WHERE namespace = ? AND done = 0) AS waiting,
                 (SELECT count(*) FROM buried) AS buried`,
};

/**
 * Where the answers of one process wait: a file in its data folder, or memory where nothing is to outlive it. What is written outlives
 * the process at once, and a power cut when a `synced` asked for afterwards has resolved: the write-ahead log is synced off the main thread.
 */
export class OutboundShelf {
  private readonly db: DatabaseSync;
  private readonly log: FileSync | undefined;
  private readonly sql: Readonly<Record<keyof typeof statements, StatementSync>>;
  private prunedAt = 0;

  /** Without a folder: in memory. Throws what SQLite throws when the file cannot be opened. */
  constructor(
    folder: string | undefined,
    private readonly now: () => number,
    /** How long the id of an answer that is done with is known, in ms. */
    private readonly rememberMs: number,
    syncFile?: SyncFile,
  ) {
    if (folder !== undefined) mkdirSync(folder, { recursive: true });
    const file = folder === undefined ? ':memory:' : join(folder, 'outbound.sqlite');
    this.db = new DatabaseSync(file);
    this.db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    this.db.exec(schema);
    if (folder !== undefined) this.log = new FileSync(`${file}-wal`, syncFile);
    const prepared = Object.entries(statements).map(([name, text]) => [name, this.db.prepare(text)]);
    this.sql = Object.fromEntries(prepared) as Record<keyof typeof statements, StatementSync>;
  }

  /** `undefined` when the answer is known already. */
  put(answer: OutboundAnswer, id = answer.id): ShelvedAnswer | undefined {
    const now = this.now();
    this.prune(now);
    const { changes, lastInsertRowid } = this.sql.put.run(id, answer.namespace, JSON.stringify(answer), now);
    return changes === 0 ? undefined : { number: Number(lastInsertRowid), answer };
  }

  /** Resolves when everything written so far outlives a power cut. */
  async synced(): Promise<void> {
    await this.log?.sync();
  }

  private prune(now: number): void {
    if (now - this.prunedAt < pruneEveryMs) return;
    this.prunedAt = now;
    this.sql.pruneDone.run(now - this.rememberMs);
    this.sql.pruneWaiting.run(now - keptMs);
  }

  waiting(namespace: string): ShelvedAnswer[] {
    const rows = this.sql.waiting.all(namespace) as Row[];
    return rows.map(({ number, body }) => ({ number: Number(number), answer: read<OutboundAnswer>(body) }));
  }

  /** The words are not kept any longer than they are needed. Forgotten, it would be published again under the same id. */
  done(number: number): void {
    this.sql.done.run(number);
  }

  bury(answer: OutboundAnswer, reason: BurialReason): void {
    this.sql.bury.run(this.now(), JSON.stringify(reason), JSON.stringify(answer));
  }

  buried(limit: number, before = Number.MAX_SAFE_INTEGER): BuriedAnswer[] {
    return (this.sql.buried.all(before, limit) as Row[]).map(toBuried);
  }

  /** Puts a buried answer back into its queue, at the end; `undefined` when there is none of that number. */
  replay(number: number): ShelvedAnswer | undefined {
    const row = this.sql.oneBuried.get(number) as Row | undefined;
    if (!row) return undefined;
    const { answer } = toBuried(row);
    const again = this.put(answer, `${answer.id}/${number}`);
    this.sql.unbury.run(number);
    return again;
  }

  count(namespace: string): { waiting: number; buried: number } {
    const row = this.sql.count.get(namespace) as Row;
    return { waiting: Number(row['waiting']), buried: Number(row['buried']) };
  }

  /** Waits for a sync that runs. */
  async close(): Promise<void> {
    await this.log?.close();
    this.db.close();
  }
}

const read = <T>(json: number | string | undefined) => JSON.parse(String(json)) as T;

const toBuried = ({ number, at, reason, body }: Row): BuriedAnswer => ({
  id: Number(number),
  at: Number(at),
  reason: read<BurialReason>(reason),
  answer: read<OutboundAnswer>(body),
});
