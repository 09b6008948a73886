import { TravelError } from '@travellite/protocol';
import { type Statements } from './statements.js';
import { toStoreError } from './store-fault.js';

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

/**
 * Group commit: everything asked for in one turn of the event loop runs in one transaction, in the order it was asked for, and is
 * answered after it: one sync for all. An operation that throws takes no other with it: the transaction is rolled back
 * and each operation runs again in one of its own.
 */
export class CommitGroup {
  private waiting: Operation[] = [];
  private scheduled = false;
  private closed = false;
  private syncs = true;

  constructor(
    private readonly sql: Statements,
    /** Called after a rollback, before anything else runs: memory must follow the file. */
    private readonly onRollback: () => void,
  ) {}

  run<T>(care: Care, work: () => T): Promise<T> {
    if (this.closed) return Promise.reject(closedFault());
    return new Promise<T>((resolve, reject) => {
      this.waiting.push({ care, work, resolve: resolve as (value: unknown) => void, reject });
      if (this.scheduled) return;
      this.scheduled = true;
      setImmediate(() => this.flush());
    });
  }

  /** Runs what waits; later operations are refused. */
  close(): void {
    this.flush();
    this.closed = true;
  }

  private flush(): void {
    this.scheduled = false;
    const group = this.waiting;
    if (group.length === 0) return;
    this.waiting = [];
    if (this.tryAll(group)) return;
    for (const operation of group) this.runAlone(operation);
  }

  /** `false` when it was rolled back. A group of one fails for good. */
  private tryAll(group: Operation[]): boolean {
    if (group.length === 1 && group[0] !== undefined) {
      this.runAlone(group[0]);
      return true;
    }
    try {
      const values = this.inTransaction(careOf(group), () => group.map((operation) => operation.work()));
      group.forEach((operation, at) => operation.resolve(values[at]));
      return true;
    } catch {
      return false;
    }
  }

  private runAlone(operation: Operation): void {
    try {
      operation.resolve(this.inTransaction(operation.care, operation.work));
    } catch (thrown) {
      operation.reject(toStoreError(thrown));
    }
  }

  private inTransaction<T>(care: Care, work: () => T): T {
    if (care === 'read') return work();
    this.setSync(care === 'synced');
    this.sql.begin.run();
    try {
      const value = work();
      this.sql.commit.run();
      return value;
    } catch (thrown) {
      this.rollBack();
      throw thrown;
    }
  }

  /** In WAL mode NORMAL syncs at checkpoints only, which keeps the file whole; FULL syncs each commit. */
  private setSync(each: boolean): void {
    if (this.syncs === each) return;
    (each ? this.sql.syncEachCommit : this.sql.syncLater).run();
    this.syncs = each;
  }

  private rollBack(): void {
    try {
      this.sql.rollback.run();
    } catch {
      // SQLite itself rolls back on a full or failing disk; there is then nothing left to roll back.
    }
    this.onRollback();
  }
}

function careOf(group: Operation[]): Care {
  if (group.some((operation) => operation.care === 'synced')) return 'synced';
  return group.some((operation) => operation.care === 'written') ? 'written' : 'read';
}

const closedFault = () => new TravelError('provider_unavailable', 'The conversation store is closed.');
