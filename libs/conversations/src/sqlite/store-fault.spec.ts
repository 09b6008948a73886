import { DatabaseSync } from 'node:sqlite';
import { TravelError } from '@travellite/protocol';
import { readBootId } from './boot.js';
import { sqliteCode, toStoreError } from './store-fault.js';

const sqliteFault = (errcode: number) => Object.assign(new Error('from SQLite'), { errcode });

it.each([
  [5, 'provider_unavailable', 'locked'],
  [8, 'provider_unavailable', 'read-only'],
  [10 | (3 << 8), 'provider_unavailable', 'disk'],
  [13, 'provider_unavailable', 'full'],
  [11, 'conflict', 'damaged'],
  [26, 'conflict', 'damaged'],
  [1, 'provider_unavailable', 'does not work'],
])('explains result code %i as %s', (errcode, code, words) => {
  const fault = toStoreError(sqliteFault(errcode));
  expect(fault).toMatchObject({ code, message: expect.stringContaining(words) as string });
  expect(fault.cause).toBeInstanceOf(Error);
});

it('reads the code of a real SQLite error and of nothing else', () => {
  const db = new DatabaseSync(':memory:');
  let thrown: unknown;
  try {
    db.exec('nonsense');
  } catch (fault) {
    thrown = fault;
  }
  expect(sqliteCode(thrown)).toBe(1);
  expect(sqliteCode(new Error('other'))).toBeUndefined();
});

it('passes our own errors on and wraps strangers', () => {
  const ours = new TravelError('busy', 'wait');
  expect(toStoreError(ours)).toBe(ours);
  expect(toStoreError('odd')).toMatchObject({ code: 'internal', cause: 'odd' });
});

it('names the boot of this machine the same way twice', () => {
  const now = () => 1_800_000_000_000;
  expect(readBootId(now)).toBe(readBootId(now));
  expect(readBootId(now)).not.toBe('');
});
