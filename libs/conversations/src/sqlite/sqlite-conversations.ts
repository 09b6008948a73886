import {
  type ConversationId,
  type EventBody,
  type FeedPosition,
  TravelError,
  type Turn,
} from '@travellite/protocol';
import {
  type AcceptOptions,
  type ClaimOptions,
  type ClaimRef,
  type Conversations,
  type LogPosition,
  type OutboxEntry,
  type StoreLoad,
} from '../port.js';
import { BackgroundSync } from './background-sync.js';
import { readBootId } from './boot.js';
import { CommitGroup } from './commit-group.js';
import {
  commit,
  deadLetters,
  emit,
  type EventsInput,
  forget,
  giveUp,
  replayDeadLetter,
  snapshot,
  type StateInput,
} from './ending-steps.js';
import { inspect, revoke } from './operator-steps.js';
import { load } from './load.js';
import { readEvents, readOutbox, isInOutbox, removeFromOutbox } from './log.js';
import { accept, claim, release, renew } from './mailbox-steps.js';
import { type DataFile, openFile } from './open-file.js';
import { SyncPace } from './sync-pace.js';
import { TurnIdPruner } from './prune.js';
import { prepareStatements } from './statements.js';
import { Store } from './store.js';
import { toStoreError } from './store-fault.js';

export interface SqliteOptions {
  /** Data folder; made when it is missing. One process at a time. */
  folder: string;
  /** Unix ms. */
  now?: () => number;
  /** Events kept per conversation; 2000 when not given. */
  maxEvents?: number;
  /** Names the boot of this machine; read from the system when not given. */
  bootId?: string;
}

/**
 * The embedded store: one SQLite file (WAL), one process. Operations of one turn of the event loop share a transaction and, where
 * they need one, a sync (`CommitGroup`). Rejects with `conflict` when another process holds the folder.
 */
export function openSqliteConversations(options: SqliteOptions): Conversations {
  const now = options.now ?? Date.now;
  const file = openFile(options.folder);
  try {
    const sql = prepareStatements(file.db);
    const store = new Store(sql, now, options.maxEvents ?? 2000, options.bootId ?? readBootId(now));
    forgetVisitors(store);
    return new SqliteConversations(file, store);
  } catch (thrown) {
    file.close();
    throw toStoreError(thrown);
  }
}

/** Unnamed visitors' conversations last as long as their sockets, and those ended with the process that held the file before. */
function forgetVisitors(store: Store): void {
  const visitors = store.sql.visitors.all();
  if (visitors.length === 0) return;
  store.sql.begin.run();
  for (const { name } of visitors) forget(store, name as ConversationId);
  store.sql.commit.run();
}

class SqliteConversations implements Conversations {
  readonly capabilities = { synced: true, shared: false };
  private readonly group: CommitGroup;
  private readonly pruner: TurnIdPruner;
  private closing: Promise<void> | undefined;

  constructor(
    private readonly file: DataFile,
    private readonly store: Store,
  ) {
    const pace = new SyncPace();
    const background = new BackgroundSync(() => file.sync(), pace);
    this.group = new CommitGroup({ sql: store.sql, onRollback: () => store.reload(), background, pace });
    this.pruner = new TurnIdPruner(store);
  }

  async accept(turn: Turn, { opening, onBusy, maxQueued }: AcceptOptions) {
    const texts = { message: toJson(turn.message), opening: toJson(opening) };
    return this.group.run('synced', () => {
      if (this.pruner.isDue()) this.pruner.step();
      return accept(this.store, { turn, ...texts, onBusy, maxQueued });
    });
  }

  claim(options: ClaimOptions) {
    return this.group.run('written', () => claim(this.store, options));
  }

  renew(ref: ClaimRef, leaseMs: number) {
    return this.group.run('read', () => renew(this.store, ref, leaseMs));
  }

  async emit(ref: ClaimRef, part: number, bodies: EventBody[]) {
    if (bodies.length === 0) throw new TravelError('invalid', 'An emit holds at least one event.');
    const events = toInput(bodies);
    return this.group.run('synced', () => emit(this.store, ref, part, events));
  }

  async commit(ref: ClaimRef, result: Parameters<Conversations['commit']>[1]) {
    const events = toInput(result.events);
    const state: StateInput | undefined = result.state && {
      version: result.state.version,
      body: toJson(result.state),
    };
    return this.group.run('synced', () => commit(this.store, ref, events, state));
  }

  release(ref: ClaimRef, options: { delayMs: number; countAttempt: boolean }) {
    return this.group.run('written', () => release(this.store, ref, options));
  }

  async giveUp(ref: ClaimRef, { reason, events }: { reason: string; events: EventBody[] }) {
    const input = toInput(events);
    return this.group.run('synced', () => giveUp(this.store, ref, reason, input));
  }

  readEvents(conversation: ConversationId, after: LogPosition, limit: number) {
    return this.group.run('read', () => readEvents(this.store, conversation, after, limit));
  }

  snapshot(conversation: ConversationId) {
    return this.group.run('read', () => snapshot(this.store, conversation));
  }

  outbox(limit: number) {
    return this.group.run('read', () => readOutbox(this.store, limit));
  }

  isInOutbox(id: string) {
    return this.group.run('read', () => isInOutbox(this.store, id));
  }

  removeFromOutbox(entries: readonly Pick<OutboxEntry, 'id'>[]) {
    const ids = entries.map((entry) => entry.id);
    return this.group.run('written', () => removeFromOutbox(this.store, ids));
  }

  deadLetters({ limit, before }: { limit: number; before?: number }) {
    return this.group.run('read', () => deadLetters(this.store, limit, before));
  }

  replayDeadLetter(id: number) {
    return this.group.run('synced', () => replayDeadLetter(this.store, id));
  }

  inspect(conversation: ConversationId) {
    return this.group.run('read', () => inspect(this.store, conversation));
  }

  revoke(conversation: ConversationId) {
    return this.group.run('written', () => revoke(this.store, conversation));
  }

  forget(conversation: ConversationId) {
    return this.group.run('synced', () => forget(this.store, conversation));
  }

  /** What was answered is on disk: a feed goes on where it stands. */
  async feedPosition(): Promise<FeedPosition> {
    return { history: '', stream: '', sequence: 0 };
  }

  load(): Promise<StoreLoad> {
    return this.group.run('read', () => load(this.store));
  }

  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async end(): Promise<void> {
    await this.group.close();
    this.store.sql.closed.run();
    this.file.close();
  }
}

const toInput = (bodies: EventBody[]): EventsInput => ({ bodies, json: toJson(bodies) });

/** What JSON cannot hold (a cycle, a BigInt) is a fault of the caller that no repetition heals. */
function toJson(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch (cause) {
    throw new TravelError('invalid', 'State and events must be plain JSON.', { cause });
  }
}
