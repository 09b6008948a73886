import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { TravelError } from '@travellite/protocol';
import { type PreparedDocument } from '../documents.js';
import { type KnowledgeDocument, type Namespace } from '../port.js';

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA busy_timeout = 5000;
  CREATE TABLE IF NOT EXISTS documents (
    namespace TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, expires_at INTEGER,
    PRIMARY KEY (namespace, id)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS vectors (
    model TEXT NOT NULL, hash TEXT NOT NULL, vector BLOB NOT NULL,
    PRIMARY KEY (model, hash)) WITHOUT ROWID;
`;

export interface StoredDocument {
  namespace: Namespace;
  prepared: PreparedDocument;
}

/** Documents and vectors on disk (or in memory, without a folder). Vectors are found by the hash of what was embedded. */
export class PassageStore {
  readonly #db: DatabaseSync;

  /** @throws {TravelError} `provider_unavailable` when the file cannot be opened */
  constructor(folder: string | undefined) {
    try {
      if (folder !== undefined) mkdirSync(folder, { recursive: true });
      this.#db = new DatabaseSync(folder === undefined ? ':memory:' : join(folder, 'knowledge.db'));
      this.#db.exec(schema);
    } catch (cause) {
      throw new TravelError('provider_unavailable', 'The knowledge store cannot be opened.', { cause });
    }
  }

  /** Everything that has not expired; what has is deleted first. */
  load(now: number): StoredDocument[] {
    this.#run('DELETE FROM documents WHERE expires_at <= ?', now);
    const rows = this.#db.prepare('SELECT namespace, body FROM documents').all();
    return rows.map((row) => ({
      namespace: row['namespace'] as Namespace,
      prepared: JSON.parse(row['body'] as string) as PreparedDocument,
    }));
  }

  /** Writes all of them or none. */
  put(namespace: Namespace, documents: readonly PreparedDocument[]): void {
    const insert = this.#db.prepare(
      'INSERT OR REPLACE INTO documents (namespace, id, body, expires_at) VALUES (?, ?, ?, ?)',
    );
    this.#atOnce(() => {
      for (const prepared of documents) {
        const { id, expiresAt } = prepared.document;
        insert.run(namespace, id, JSON.stringify(prepared), expiresAt ?? null);
      }
    });
  }

  remove(namespace: Namespace, ids: readonly KnowledgeDocument['id'][] | undefined): void {
    if (ids === undefined) this.#run('DELETE FROM documents WHERE namespace = ?', namespace);
    else {
      this.#atOnce(() => {
        for (const id of ids)
          this.#run('DELETE FROM documents WHERE namespace = ? AND id = ?', namespace, id);
      });
    }
  }

  vectors(model: string): Map<string, Float32Array> {
    const rows = this.#db.prepare('SELECT hash, vector FROM vectors WHERE model = ?').all(model);
    return new Map(
      // Copied, because a blob's bytes need not be aligned for 32-bit floats.
      rows.map((row) => [
        row['hash'] as string,
        new Float32Array((row['vector'] as Uint8Array).slice().buffer),
      ]),
    );
  }

  putVector(model: string, hash: string, vector: Float32Array): void {
    const bytes = new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
    this.#run('INSERT OR REPLACE INTO vectors (model, hash, vector) VALUES (?, ?, ?)', model, hash, bytes);
  }

  /** Deletes the vectors that no passage uses any more. */
  dropVectors(model: string, hashes: readonly string[]): void {
    this.#atOnce(() => {
      for (const hash of hashes) this.#run('DELETE FROM vectors WHERE model = ? AND hash = ?', model, hash);
    });
  }

  close(): void {
    this.#db.close();
  }

  #run(sql: string, ...values: SQLInputValue[]): void {
    this.#db.prepare(sql).run(...values);
  }

  #atOnce(work: () => void): void {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.#db.exec('COMMIT');
    } catch (cause) {
      this.#db.exec('ROLLBACK');
      throw new TravelError('provider_unavailable', 'The knowledge store cannot be written.', { cause });
    }
  }
}
