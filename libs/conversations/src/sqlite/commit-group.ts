import { TravelError } from '@travellite/protocol';
import { type BackgroundSync } from './background-sync.js';
import { type Statements } from './statements.js';
import { toStoreError } from './store-fault.js';
import { type SyncPace } from './sync-pace.js';

/**
 * What an operation asks of the disk before it is answered: nothing, that a kill of the process cannot undo it (it has been
 * handed to the operating system), or that a loss of power cannot.
 */
export type Care = 'read' | 'written' | 'synced';

interface Operation {
  care: Care;
  work: () => unknown;
  resolve: (value: unknown) => void;
  reject: (thrown: unknown) => void;
}

export interface CommitGroupOptions {
  sql: Statements;
  /** Called after a rollback, before anything else runs: memory must follow the file. */
  onRollback: () => void;
  background: BackgroundSync;
  pace: SyncPace;
}

/**
 * Group commit: everything asked for in one turn of the event loop runs in one transaction, in the order it was asked for, and is
 * answered after it: one sync for all. An operation that throws takes no other with it: the transaction is rolled back
 * and each operation runs again in one of its own. A disk that syncs quickly does so within the commit; a slow one on another
 * thread, so that the process goes on meanwhile.
 */
export class CommitGroup {
  private waiting: Operation[] = [];
  private scheduled = false;
  private closed = false;
  private syncsCommits = true;

  constructor(private readonly options: CommitGroupOptions) {}

  run<T>(care: Care, work: () => T): Promise<T> {
    const fault = this.closed ? closedFault() : this.options.background.fault;
    if (fault !== undefined) return Promise.reject(fault);
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({ care, work, resolve: resolve as (value: unknown) => void, reject });
      if (this.scheduled) return;
      this.scheduled = true;
      setImmediate(() => this.flush());
    });
  }

  /** Runs what waits; later operations are refused. Resolves when everything is answered. */
  async close(): Promise<void> {
    this.flush();
    this.closed = true;
    await this.options.background.idle();
  }

  private flush(): void {
    this.scheduled = false;
    const group = this.waiting;
    if (group.length === 0) return;
    this.waiting = [];
    if (group.length > 1 && this.tryTogether(group)) return;
    for (const operation of group) this.runAlone(operation);
  }

  /** `false` when it was rolled back. */
  private tryTogether(group: Operation[]): boolean {
    try {
      const values = this.inTransaction(careOf(group), () => group.map((operation) => operation.work()));
      group.forEach((operation, at) => this.answer(operation, values[at]));
      return true;
    } catch {
      return false;
    }
  }

  private runAlone(operation: Operation): void {
    try {
      this.answer(operation, this.inTransaction(operation.care, operation.work));
    } catch (thrown) {
      operation.reject(toStoreError(thrown));
    }
  }

  private answer({ care, resolve, reject }: Operation, value: unknown): void {
    if (care !== 'synced' || this.syncsCommits) resolve(value);
    else this.options.background.whenSynced(() => resolve(value), reject);
  }

  private inTransaction<T>(care: Care, work: () => T): T {
    if (care === 'read') return work();
    const { sql, pace } = this.options;
    this.setSync(care === 'synced' && !pace.isSlow);
    sql.begin.run();
    try {
      const value = work();
      const begun = performance.now();
      sql.commit.run();
      if (this.syncsCommits) pace.note(performance.now() - begun);
      return value;
    } catch (thrown) {
      this.rollBack();
      throw thrown;
    }
  }

  /** In WAL mode NORMAL syncs at checkpoints only, which keeps the file whole; FULL syncs each commit. */
  private setSync(each: boolean): void {
    if (this.syncsCommits === each) return;
    (each ? this.options.sql.syncEachCommit : this.options.sql.syncLater).run();
    this.syncsCommits = each;
  }

  private rollBack(): void {
    try {
      this.options.sql.rollback.run();
    } catch {
      // SQLite itself rolls back on a full or failing disk; there is then nothing left to roll back.
    }
    this.options.onRollback();
  }
}

function careOf(group: Operation[]): Care {
  if (group.some((operation) => operation.care === 'synced')) return 'synced';
  return group.some((operation) => operation.care === 'written') ? 'written' : 'read';
}

const closedFault = () => new TravelError('provider_unavailable', 'The conversation store is closed.');
