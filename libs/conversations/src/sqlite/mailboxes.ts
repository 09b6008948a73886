import { type ConversationId, type TurnId } from '@travellite/protocol';
import { DueQueue } from './due-queue.js';
import { type ConversationRow, type Statements } from './statements.js';

/** A conversation's row as kept in memory, with what only memory knows: who waits, until when it is leased, when it is due. */
export interface Mailbox {
  readonly key: number;
  readonly name: ConversationId;
  readonly birth: number;
  version: number;
  seq: number;
  fence: number;
  endedFence: number;
  attempt: number;
  part: number;
  openedSeq: number;
  stateVersion: number;
  /** Open turns, the head first. */
  turns: { number: number; turn: TurnId }[];
  /** Unix ms; 0 when nobody holds the head. */
  leaseUntil: number;
  /** Who holds the head, for operators. */
  holder: string;
  /** Unix ms since when the head may be claimed. */
  dueAt: number;
  /** The first event that is still kept, as far as known; trimming works from here. */
  keptFrom: number;
  stamp: number;
}

/** `stateVersion` of a conversation that has no state yet. */
export const noState = -1;

/** Conversations without open turns are kept in memory up to this many. */
const maxIdle = 10_000;

/**
 * The conversations this process works with. The file is the truth and this is its image, which is right as long as this process
 * alone writes the file and every failed transaction is followed by `reload`.
 */
export class Mailboxes {
  readonly due = new DueQueue<Mailbox>();
  readonly open = new Set<Mailbox>();
  private readonly byName = new Map<string, Mailbox>();
  private nextKey = 1;
  private nextNumber = 1;

  constructor(
    private readonly sql: Statements,
    private readonly now: () => number,
  ) {
    this.reload();
  }

  find(name: ConversationId): Mailbox | undefined {
    const known = this.byName.get(name);
    if (known !== undefined) return known;
    const row = this.sql.conversation.get(name);
    return row && this.keep(row);
  }

  /** A conversation that was never written to, or was forgotten. */
  create(name: ConversationId, birth: number, fence: number): Mailbox {
    const key = this.nextKey++;
    this.sql.insertConversation.run(key, name, birth, fence);
    const row = { key, name, birth, fence, version: 0, seq: 0, ended_fence: -1, attempt: 0, part: 0 };
    return this.keep({ ...row, opened_seq: 0, state_version: noState });
  }

  save(box: Mailbox): void {
    const { version, seq, fence, endedFence, attempt, part, openedSeq, stateVersion, key } = box;
    this.sql.updateConversation.run(
      version,
      seq,
      fence,
      endedFence,
      attempt,
      part,
      openedSeq,
      stateVersion,
      key,
    );
  }

  /** Adds a turn at the end; gives its number. */
  push(box: Mailbox, turn: TurnId): number {
    const number = this.nextNumber++;
    box.turns.push({ number, turn });
    if (box.turns.length === 1) this.makeDue(box, this.now());
    return number;
  }

  /** Takes the head away; the next turn, if any, is due now. */
  pop(box: Mailbox): void {
    box.turns.shift();
    box.leaseUntil = 0;
    if (box.turns.length > 0) this.makeDue(box, this.now());
    else this.rest(box);
  }

  lease(box: Mailbox, until: number): void {
    box.leaseUntil = until;
    this.due.schedule(box, until);
  }

  makeDue(box: Mailbox, at: number): void {
    box.leaseUntil = 0;
    box.dueAt = at;
    this.open.add(box);
    this.due.schedule(box, at);
  }

  drop(box: Mailbox): void {
    this.rest(box);
    this.byName.delete(box.name);
  }

  /** Reads everything from the file again. Leases that the file does not contradict go on. */
  reload(): void {
    const before = [...this.open];
    this.open.clear();
    this.byName.clear();
    this.due.clear();
    this.nextKey = (this.sql.lastConversation.get()?.n ?? 0) + 1;
    this.nextNumber = Math.max(this.nextNumber, (this.sql.lastTurn.get()?.n ?? 0) + 1);
    this.readOpen();
    for (const old of before) {
      const box = this.byName.get(old.name);
      if (box === undefined || !this.open.has(box) || box.fence !== old.fence) continue;
      box.holder = old.holder;
      if (old.leaseUntil > 0) this.lease(box, old.leaseUntil);
      else this.makeDue(box, old.dueAt);
    }
  }

  private readOpen(): void {
    const byKey = new Map<number, Mailbox>();
    for (const row of this.sql.openConversations.all()) byKey.set(row.key, this.keep(row));
    for (const { number, conversation, turn } of this.sql.openTurns.all()) {
      const box = byKey.get(conversation);
      if (box === undefined) continue;
      box.turns.push({ number, turn });
      if (box.turns.length === 1) this.makeDue(box, this.now());
    }
  }

  private rest(box: Mailbox): void {
    this.open.delete(box);
    this.due.cancel(box);
  }

  private keep(row: ConversationRow): Mailbox {
    const box: Mailbox = {
      key: row.key,
      name: row.name as ConversationId,
      birth: row.birth,
      version: row.version,
      seq: row.seq,
      fence: row.fence,
      endedFence: row.ended_fence,
      attempt: row.attempt,
      part: row.part,
      openedSeq: row.opened_seq,
      stateVersion: row.state_version,
      turns: [],
      leaseUntil: 0,
      holder: '',
      dueAt: 0,
      keptFrom: 0,
      stamp: 0,
    };
    this.byName.set(box.name, box);
    if (this.byName.size > maxIdle + this.open.size) this.evict(box);
    return box;
  }

  /** Lets go of the idle conversations that came first, a tenth at a time. */
  private evict(except: Mailbox): void {
    let left = maxIdle / 10;
    for (const box of this.byName.values()) {
      if (left === 0) return;
      if (box === except || this.open.has(box)) continue;
      this.byName.delete(box.name);
      left -= 1;
    }
  }
}
