import { type ConversationId } from '@travellite/protocol';
import { type Mailbox, Mailboxes } from './mailboxes.js';
import { type Statements, type StoreRow } from './statements.js';

/** What every operation works with. One per open file. */
export class Store {
  readonly boxes: Mailboxes;
  /** Batches that wait for the relay. */
  outboxSize = 0;
  private row: StoreRow;
  private lastBatch = 0;

  constructor(
    readonly sql: Statements,
    readonly now: () => number,
    readonly maxEvents: number,
    boot: string,
  ) {
    this.row = this.enter(boot);
    this.boxes = new Mailboxes(sql, now);
    this.count();
  }

  /** Memory follows the file after a rollback. */
  reload(): void {
    this.row = this.read();
    this.boxes.reload();
    this.count();
  }

  epochOf(box: Mailbox | undefined): number {
    return 1 + this.row.raises + (box?.birth ?? this.row.forgets);
  }

  /** The conversation's mailbox, made when there is none. */
  boxFor(name: ConversationId): Mailbox {
    return this.boxes.find(name) ?? this.boxes.create(name, this.row.forgets, this.row.fence_floor);
  }

  /** Ids only grow while the file is open, so that a late removal from the outbox never meets a newer batch. */
  nextBatchId(): number {
    return ++this.lastBatch;
  }

  /** The next conversation of this name starts in a higher epoch and above every fence of this one. */
  noteForgotten(box: Mailbox): void {
    const forgets = this.row.forgets + 1;
    const floor = Math.max(this.row.fence_floor, box.fence + 1);
    this.sql.forgot.run(forgets, floor);
    this.row = { ...this.row, forgets, fence_floor: floor };
  }

  count(): void {
    this.outboxSize = this.sql.countOutbox.get()?.n ?? 0;
    this.lastBatch = Math.max(this.lastBatch, this.sql.lastBatch.get()?.n ?? 0);
  }

  /**
   * A machine that stopped without closing the file may have lost what was written but not synced, also events that clients
   * have seen: then every epoch is raised, so that they are told of a gap.
   */
  private enter(boot: string): StoreRow {
    if (this.sql.readStore.get() === undefined) this.sql.insertStore.run(boot);
    const { boot: before, clean, raises } = this.read();
    const mayHaveLost = clean === 0 && before !== boot;
    this.sql.opened.run(boot, mayHaveLost ? raises + 1 : raises);
    return this.read();
  }

  private read(): StoreRow {
    return this.sql.readStore.get() as StoreRow;
  }
}
