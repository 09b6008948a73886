import { IdMemory } from './id-memory.js';

/** One message of a room. Offsets are dense from 1 within an epoch. */
export interface Publication {
  room: string;
  epoch: string;
  offset: number;
  id: string;
  /** Unix ms. */
  ts: number;
  /** Who said it; unset for servers. */
  userId?: string;
  message: unknown;
  /** What came along with the message in the protocol it came by (tags, a name, extras). */
  attributes?: Readonly<Record<string, unknown>>;
}

/** Where a message comes from, and what came along. */
export interface PublishOptions {
  userId?: string;
  attributes?: Readonly<Record<string, unknown>>;
}

export interface StreamLimits {
  /** Messages kept of a room. */
  historySize: number;
  /** How long (ms) a message is kept, and an id remembered. */
  historyMs: number;
}

/** What a room remembers: its last messages, and the ids it has seen. A restart begins a new epoch and remembers nothing. */
export class Stream {
  offset = 0;
  private kept: Publication[] = [];
  private readonly ids: IdMemory<Publication>;

  constructor(
    private readonly room: string,
    readonly epoch: string,
    private readonly limits: StreamLimits,
    private readonly now: () => number,
  ) {
    this.ids = new IdMemory(limits.historyMs, limits.historySize * 4, now);
  }

  /** Appends a message, unless its id is known: then the first one is the answer. */
  append(
    message: unknown,
    id: string,
    options: PublishOptions = {},
  ): { publication: Publication; duplicate: boolean } {
    const known = this.ids.get(id);
    if (known) return { publication: known, duplicate: true };
    this.offset += 1;
    const publication: Publication = {
      room: this.room,
      epoch: this.epoch,
      offset: this.offset,
      id,
      ts: this.now(),
      ...(options.userId === undefined ? {} : { userId: options.userId }),
      message,
      ...(options.attributes === undefined ? {} : { attributes: options.attributes }),
    };
    this.ids.set(id, publication);
    this.kept.push(publication);
    this.trim();
    return { publication, duplicate: false };
  }

  /** The newest messages, oldest first. */
  last(limit: number): Publication[] {
    this.trim();
    return limit <= 0 ? [] : this.kept.slice(-limit);
  }

  /** What came after a position, if all of it is still known. */
  since(position: { epoch: string; offset: number }): Publication[] | undefined {
    this.trim();
    if (position.epoch !== this.epoch || position.offset > this.offset) return undefined;
    const first = this.kept[0]?.offset ?? this.offset + 1;
    return position.offset + 1 < first
      ? undefined
      : this.kept.filter(({ offset }) => offset > position.offset);
  }

  private trim(): void {
    const oldest = this.now() - this.limits.historyMs;
    const past = this.kept.findIndex(({ ts }) => ts > oldest);
    const expired = past === -1 ? this.kept.length : past;
    const drop = Math.max(expired, this.kept.length - this.limits.historySize);
    if (drop > 0) this.kept = this.kept.slice(drop);
  }
}
