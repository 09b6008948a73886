import {
  closeSync,
  existsSync,
  fdatasync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { TravelError } from '@travellite/protocol';
import { applicationId, schema, schemaVersion } from './schema.js';
import { sqliteCode, toStoreError } from './store-fault.js';

/** The data file inside the folder, and the note that says which process holds it. */
export const fileName = 'conversations.db';
const holderName = 'conversations.pid';

const sqliteBusy = 5;

/**
 * The log of changes (`-wal`) is one file for as long as the store is open, because exclusive locking keeps it. It goes back into
 * the main file after 2000 pages, 8 MB, so that pages that many turns change are written back once; the cache holds 16 MB.
 */
const settings = `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY;
  PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 2000`;

/**
 * Opens the store's file for this process alone. The lock is the operating system's, so it ends with the process however that
 * dies. Throws `conflict` when another process holds the file or its layout is newer than this code, `invalid` when the folder
 * cannot be written. A file that is refused is not changed.
 */
export function openFile(folder: string): DataFile {
  makeFolder(folder);
  const path = join(realpathSync(folder), fileName);
  refuseHeldHere(path, folder);
  refuseForeign(path);
  const db = new DatabaseSync(path, { timeout: 0 });
  try {
    lock(db, folder);
    const version = pragma(db, 'user_version');
    if (version > schemaVersion) throw newer(path, version);
    db.exec(settings);
    if (version === 0) create(db);
    writeFileSync(join(folder, holderName), String(process.pid));
    const log = openSync(`${path}-wal`, 'r+');
    heldHere.add(path);
    return { db, sync: () => dataSync(log), close: () => closeFile(db, path, log) };
  } catch (thrown) {
    db.close();
    throw toStoreError(thrown);
  }
}

/** The open file, and its closing, after which another may open it. */
export interface DataFile {
  db: DatabaseSync;
  /** Brings everything committed so far to the disk, on another thread. */
  sync(): Promise<void>;
  /** Idempotent. */
  close(): void;
}

/**
 * Files this process holds. Looking at such a file would be enough to lose its lock: POSIX locks end when the process closes any
 * handle of the file (https://sqlite.org/howtocorrupt.html, "Posix advisory locks canceled").
 */
const heldHere = new Set<string>();

const dataSync = promisify(fdatasync);

function closeFile(db: DatabaseSync, path: string, log: number): void {
  if (!db.isOpen) return;
  closeSync(log);
  db.close();
  heldHere.delete(path);
}

function refuseHeldHere(path: string, folder: string): void {
  if (heldHere.has(path)) throw inUse(folder, `process ${process.pid}`);
}

const inUse = (folder: string, holder: string) =>
  new TravelError('conflict', `The data folder ${folder} is already in use by ${holder}.`);

function makeFolder(folder: string): void {
  const probe = join(folder, holderName);
  try {
    makeEach(resolve(folder));
    closeSync(openSync(probe, 'a'));
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new TravelError('invalid', `The data folder ${folder} cannot be written: ${why}`, {
      cause: thrown,
    });
  }
}

/** Not Node's `recursive`: that never ends where a parent exists and refuses with ENOENT, as /proc does. */
function makeEach(folder: string): void {
  if (existsSync(folder)) return;
  makeEach(dirname(folder));
  mkdirSync(folder);
}

/** Exclusive locking keeps the lock from the first write transaction until the file is closed, and needs no shared memory. */
function lock(db: DatabaseSync, folder: string): void {
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT');
  } catch (thrown) {
    if (sqliteCode(thrown) !== sqliteBusy) throw thrown;
    throw inUse(folder, holder(folder));
  }
}

function holder(folder: string): string {
  const pid = readFileSync(join(folder, holderName), 'utf8').trim();
  return pid === '' ? 'another process' : `process ${pid}`;
}

/**
 * Looks at the file's header (https://sqlite.org/fileformat.html#the_database_header) before SQLite opens it, because opening
 * alone can already write: what another program or a newer TravelLite wrote is left as it is.
 */
function refuseForeign(path: string): void {
  const header = readHeader(path);
  if (header === undefined) return;
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const version = view.getUint32(60);
  const application = view.getUint32(68);
  if (header.toString('latin1', 0, 15) !== 'SQLite format 3' || ![0, applicationId].includes(application)) {
    throw new TravelError('conflict', `The file ${path} is not a TravelLite store.`);
  }
  if (version > schemaVersion) throw newer(path, version);
}

/** The first 100 bytes, or `undefined` when there is no file or nothing was written to it yet. */
function readHeader(path: string): Buffer | undefined {
  if (!existsSync(path)) return undefined;
  const fd = openSync(path, 'r');
  try {
    const header = Buffer.alloc(100);
    const bytes = readSync(fd, header, 0, header.length, 0);
    return bytes === 0 ? undefined : header;
  } finally {
    closeSync(fd);
  }
}

const newer = (path: string, version: number) =>
  new TravelError(
    'conflict',
    `The file ${path} was written by a newer TravelLite (layout ${version}, this one knows ${schemaVersion}).`,
  );

function pragma(db: DatabaseSync, name: 'user_version'): number {
  return Number(db.prepare(`PRAGMA ${name}`).get()?.[name] ?? 0);
}

function create(db: DatabaseSync): void {
  db.exec(`BEGIN;
    ${schema}
    PRAGMA application_id = ${applicationId};
    PRAGMA user_version = ${schemaVersion};
    COMMIT`);
}
