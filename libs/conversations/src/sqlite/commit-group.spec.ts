import { DatabaseSync } from 'node:sqlite';
import { TravelError } from '@travellite/protocol';
import { BackgroundSync } from './background-sync.js';
import { CommitGroup } from './commit-group.js';
import { schema } from './schema.js';
import { prepareStatements, type Statements } from './statements.js';
import { SyncPace } from './sync-pace.js';

let db: DatabaseSync;
let sql: Statements;
let group: CommitGroup;
let rollbacks: number;
let transactions: string[];
let pace: SyncPace;
let syncs: { resolve: () => void; reject: (thrown: unknown) => void }[];

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
  pace = new SyncPace();
  syncs = [];
  const sync = () => new Promise<void>((resolve, reject) => syncs.push({ resolve, reject }));
  const background = new BackgroundSync(sync, pace);
  group = new CommitGroup({ sql: noted, onRollback: () => (rollbacks += 1), background, pace });
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
    await group.close();
    expect(await waiting).toBe('last');
    await expect(group.run('read', stored)).rejects.toMatchObject({ code: 'provider_unavailable' });
  });
});

describe('CommitGroup on a disk that syncs slowly', () => {
  const settle = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));
  beforeEach(() => {
    for (let sync = 0; sync < 50; sync += 1) pace.note(8);
  });

  it('answers what must be synced after the sync, and the rest at once', async () => {
    const answered: string[] = [];
    const note = (text: string | undefined) => void answered.push(String(text));
    void group.run('synced', write('a')).then(note);
    void group.run('written', write('b')).then(note);
    void group.run('read', stored).then(note);
    await settle();
    expect(answered).toEqual(['b', 'b']);
    expect(transactions).toEqual(['syncLater', 'begin', 'commit']);
    syncs[0]?.resolve();
    await settle();
    expect(answered).toEqual(['b', 'b', 'a']);
  });

  it('goes on while a sync runs, and syncs once for everything that came meanwhile', async () => {
    const first = group.run('synced', write('a'));
    await settle();
    const later = [group.run('synced', write('b')), group.run('synced', write('c'))];
    await settle();
    later.push(group.run('synced', write('d')));
    await settle();
    expect(stored()).toBe('d');
    expect(syncs).toHaveLength(1);
    syncs[0]?.resolve();
    expect(await first).toBe('a');
    await settle();
    expect(syncs).toHaveLength(2);
    syncs[1]?.resolve();
    expect(await Promise.all(later)).toEqual(['b', 'c', 'd']);
  });

  it('promises nothing any more once a sync has failed', async () => {
    const written = group.run('synced', write('a'));
    await settle();
    syncs[0]?.reject(new Error('EIO'));
    const fault = { code: 'provider_unavailable', message: expect.stringContaining('disk') as string };
    await expect(written).rejects.toMatchObject(fault);
    await expect(group.run('synced', write('a'))).rejects.toMatchObject(fault);
    await expect(group.run('read', stored)).rejects.toMatchObject(fault);
  });

  it('closes when the last sync has ended', async () => {
    const written = group.run('synced', write('a'));
    let closed = false;
    const closing = group.close().then(() => (closed = true));
    await settle();
    expect(closed).toBe(false);
    syncs[0]?.resolve();
    await closing;
    expect(await written).toBe('a');
  });

  it('syncs within the commit again when the disk is quick', async () => {
    const first = group.run('synced', write('a'));
    await settle();
    syncs[0]?.resolve();
    await first;
    for (let sync = 0; sync < 50; sync += 1) pace.note(0.1);
    await group.run('synced', write('b'));
    expect(transactions.slice(-3)).toEqual(['syncEachCommit', 'begin', 'commit']);
    expect(syncs).toHaveLength(1);
  });
});

describe('SyncPace', () => {
  const after = (...runs: [ms: number, times: number][]) => {
    const one = new SyncPace();
    for (const [ms, times] of runs) for (let n = 0; n < times; n += 1) one.note(ms);
    return one.isSlow;
  };
  it.each([
    ['at first', [], false],
    ['after quick syncs', [[0.2, 100]], false],
    [
      'after one slow sync among quick ones',
      [
        [0.2, 50],
        [6, 1],
      ],
      false,
    ],
    ['after slow syncs', [[5, 20]], true],
    [
      'after slow, then middling ones',
      [
        [5, 20],
        [0.7, 100],
      ],
      true,
    ],
    [
      'after slow, then quick ones',
      [
        [5, 20],
        [0.2, 100],
      ],
      false,
    ],
  ] as [string, [number, number][], boolean][])('%s', (_, runs, slow) => expect(after(...runs)).toBe(slow));
});
