import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type BuriedAnswer, type BurialReason, type OutboundAnswer } from '../outbound.js';

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

/** Where the answers of one process wait: a file in its data folder, or memory where nothing is to outlive it. */
export class OutboundShelf {
  private readonly db: DatabaseSync;
  private synced: 'FULL' | 'NORMAL' | undefined;
  private prunedAt = 0;

  /** Without a folder: in memory. Throws what SQLite throws when the file cannot be opened. */
  constructor(
    folder: string | undefined,
    private readonly now: () => number,
    /** How long the id of an answer that is done with is known, in ms. */
    private readonly rememberMs: number,
  ) {
    if (folder !== undefined) mkdirSync(folder, { recursive: true });
    this.db = new DatabaseSync(folder === undefined ? ':memory:' : join(folder, 'outbound.sqlite'));
    this.db.exec('PRAGMA journal_mode = WAL;');
    this.db.exec(schema);
  }

  /** `undefined` when the answer is known already. */
  put(answer: OutboundAnswer, id = answer.id): ShelvedAnswer | undefined {
    const now = this.now();
    // That a turn has begun is of no worth after a power cut; how it ended is.
    this.sync(answer.events.some(({ type }) => type === 'done') ? 'FULL' : 'NORMAL');
    this.prune(now);
    const insert = 'INSERT OR IGNORE INTO answer (id, namespace, body, published_at) VALUES (?, ?, ?, ?)';
    const { changes, lastInsertRowid } = this.db
      .prepare(insert)
      .run(id, answer.namespace, JSON.stringify(answer), now);
    return changes === 0 ? undefined : { number: Number(lastInsertRowid), answer };
  }

  private prune(now: number): void {
    if (now - this.prunedAt < pruneEveryMs) return;
    this.prunedAt = now;
    this.db.prepare('DELETE FROM answer WHERE done = 1 AND published_at < ?').run(now - this.rememberMs);
    this.db.prepare('DELETE FROM answer WHERE done = 0 AND published_at < ?').run(now - keptMs);
  }

  /** What is lost with `NORMAL` is lost with the power, never with the process. */
  private sync(how: 'FULL' | 'NORMAL'): void {
    if (how !== this.synced) this.db.exec(`PRAGMA synchronous = ${how}`);
    this.synced = how;
  }

  waiting(namespace: string): ShelvedAnswer[] {
    const rows = this.db
      .prepare('SELECT number, body FROM answer WHERE namespace = ? AND done = 0 ORDER BY number')
      .all(namespace) as Row[];
    return rows.map(({ number, body }) => ({ number: Number(number), answer: read<OutboundAnswer>(body) }));
  }

  /** The words are not kept any longer than they are needed. Forgotten, it would be published again under the same id. */
  done(number: number): void {
    this.sync('NORMAL');
    this.db.prepare(`UPDATE answer SET done = 1, body = '' WHERE number = ?`).run(number);
  }

  bury(answer: OutboundAnswer, reason: BurialReason): void {
    this.sync('FULL');
    this.db
      .prepare('INSERT INTO buried (at, reason, body) VALUES (?, ?, ?)')
      .run(this.now(), JSON.stringify(reason), JSON.stringify(answer));
  }

  buried(limit: number, before = Number.MAX_SAFE_INTEGER): BuriedAnswer[] {
    const rows = this.db
      .prepare('SELECT * FROM buried WHERE number < ? ORDER BY number DESC LIMIT ?')
      .all(before, limit) as Row[];
    return rows.map(toBuried);
  }

  /** Puts a buried answer back into its queue, at the end; `undefined` when there is none of that number. */
  replay(number: number): ShelvedAnswer | undefined {
    const row = this.db.prepare('SELECT * FROM buried WHERE number = ?').get(number) as Row | undefined;
    if (!row) return undefined;
    const { answer } = toBuried(row);
    const again = this.put(answer, `${answer.id}/${number}`);
    this.db.prepare('DELETE FROM buried WHERE number = ?').run(number);
    return again;
  }

  count(namespace: string): { waiting: number; buried: number } {
    const row = this.db
      .prepare(
        `SELECT (SELECT count(*) FROM answer WHERE namespace = ? AND done = 0) AS waiting,
                (SELECT count(*) FROM buried) AS buried`,
      )
      .get(namespace) as Row;
    return { waiting: Number(row['waiting']), buried: Number(row['buried']) };
  }

  close(): void {
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
