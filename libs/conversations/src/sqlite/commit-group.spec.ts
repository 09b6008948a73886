import { DatabaseSync } from 'node:sqlite';
import { TravelError } from '@travellite/protocol';
import { CommitGroup } from './commit-group.js';
import { schema } from './schema.js';
import { prepareStatements, type Statements } from './statements.js';

let db: DatabaseSync;
let sql: Statements;
let group: CommitGroup;
let rollbacks: number;
let transactions: string[];

beforeEach(() => {
  db = new DatabaseSync(':memory:');
  db.exec(schema);
  sql = prepareStatements(db);
  rollbacks = 0;
  transactions = [];
  const noting = (name: 'begin' | 'commit' | 'rollback' | 'syncEachCommit' | 'syncLater') => ({
    ...sql[name],
    run: () => (transactions.push(name), sql[name].run()),
  });
  const noted = {
    ...sql,
    begin: noting('begin'),
    commit: noting('commit'),
    rollback: noting('rollback'),
    syncEachCommit: noting('syncEachCommit'),
    syncLater: noting('syncLater'),
  };
  group = new CommitGroup(noted, () => (rollbacks += 1));
});
afterEach(() => db.close());

const write = (text: string) => () => {
  sql.writeState.run(1, text);
  return text;
};
const stored = () => sql.state.get(1)?.body;

describe('CommitGroup', () => {
  it('runs what is asked for in one turn of the event loop in one transaction, in order', async () => {
    const order: number[] = [];
    const asked = [1, 2, 3].map((n) => group.run('synced', () => order.push(n)));
    expect(order).toEqual([]);
    expect(await Promise.all(asked)).toEqual([1, 2, 3]);
    expect(order).toEqual([1, 2, 3]);
    expect(transactions).toEqual(['begin', 'commit']);
  });

  it('reads without a transaction', async () => {
    expect(await group.run('read', () => 'seen')).toBe('seen');
    expect(transactions).toEqual([]);
  });

  it('syncs a group when one of its operations asks for it, and only then', async () => {
    await group.run('written', write('a'));
    await Promise.all([group.run('written', write('b')), group.run('synced', write('c'))]);
    await group.run('synced', write('d'));
    expect(transactions).toEqual([
      ...['syncLater', 'begin', 'commit'],
      ...['syncEachCommit', 'begin', 'commit'],
      ...['begin', 'commit'],
    ]);
  });

  it('lets an operation that throws take no other with it, and undoes what it wrote', async () => {
    const failing = () => {
      write('half')();
      throw new TravelError('invalid', 'no');
    };
    const [first, second, third] = await Promise.allSettled([
      group.run('written', write('first')),
      group.run('written', failing),
      group.run('read', stored),
    ]);
    expect(first).toMatchObject({ status: 'fulfilled' });
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'invalid' } });
    expect(third).toMatchObject({ value: 'first' });
    expect(stored()).toBe('first');
    // Once for the whole group, once for the failing one alone.
    expect(rollbacks).toBe(2);
  });

  it('tells a failure of the file as one that may pass', async () => {
    db.exec('PRAGMA max_page_count = 1');
    const big = write('x'.repeat(1_000_000));
    await expect(group.run('synced', big)).rejects.toMatchObject({
      code: 'provider_unavailable',
      message: expect.stringContaining('full') as string,
    });
    db.exec('PRAGMA max_page_count = 100000');
    expect(await group.run('synced', write('small'))).toBe('small');
  });

  it('rejects every operation of a group that cannot be committed, and goes on afterwards', async () => {
    db.exec('PRAGMA foreign_keys = ON; CREATE TABLE parent (id INTEGER PRIMARY KEY)');
    db.exec('CREATE TABLE child (id REFERENCES parent DEFERRABLE INITIALLY DEFERRED)');
    const orphan = () => db.exec('INSERT INTO child VALUES (7)');
    const results = await Promise.allSettled([
      group.run('synced', orphan),
      group.run('synced', write('good')),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(stored()).toBe('good');
  });

  it('ends what waits when it is closed, and refuses what comes later', async () => {
    const waiting = group.run('synced', write('last'));
    group.close();
    expect(await waiting).toBe('last');
    await expect(group.run('read', stored)).rejects.toMatchObject({ code: 'provider_unavailable' });
  });
});
