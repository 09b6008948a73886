import { toTravelError, TravelError } from '@travellite/protocol';

/** SQLite's primary result codes that a person can do something about (https://sqlite.org/rescode.html). */
const explained = new Map<number, string>([
  [5, 'The conversation store is locked by another process.'],
  [8, 'The conversation store is read-only.'],
  [10, 'The disk under the conversation store failed.'],
  [13, 'The disk under the conversation store is full.'],
]);

const damaged = new Set([11, 26]);

interface SqliteError extends Error {
  errcode: number;
}

const isSqliteError = (thrown: unknown): thrown is SqliteError =>
  typeof thrown === 'object' && thrown !== null && 'errcode' in thrown && typeof thrown.errcode === 'number';

/** SQLite's primary result code of a thrown value, or `undefined` when SQLite did not throw it. */
export const sqliteCode = (thrown: unknown): number | undefined =>
  isSqliteError(thrown) ? thrown.errcode & 0xff : undefined;

/** A fault of the file as the port promises it: `conflict` for a damaged file, `provider_unavailable` for what may pass. */
export function toStoreError(thrown: unknown): TravelError {
  const code = sqliteCode(thrown);
  if (code === undefined) return toTravelError(thrown);
  if (damaged.has(code)) {
    return new TravelError('conflict', 'The conversation store is damaged or not a TravelLite store.', {
      cause: thrown,
    });
  }
  const message = explained.get(code) ?? 'The conversation store does not work.';
  return new TravelError('provider_unavailable', message, { cause: thrown });
}
