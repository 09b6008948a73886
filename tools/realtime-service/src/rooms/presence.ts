/** Somebody in a room. */
export interface Member {
  userId: string;
  name?: string;
  status?: string;
}

export interface PresenceChange {
  userId: string;
  name?: string;
  status: string;
}

interface Entry {
  member: Member;
  connections: Set<object>;
  leaving?: NodeJS.Timeout;
}

/**
 * Who is in a room. A person is there once, whatever number of connections they have, and leaves only when they were gone for the
 * whole grace period: a reconnect tells nobody anything.
 */
export class Presence {
  private readonly entries = new Map<string, Entry>();

  constructor(
    private readonly graceMs: number,
    private readonly onChange: (change: PresenceChange) => void,
  ) {}

  join(member: Member, connection: object): void {
    const entry = this.entries.get(member.userId);
    if (!entry) {
      this.entries.set(member.userId, { member, connections: new Set([connection]) });
      this.tell(member, 'joined');
      return;
    }
    clearTimeout(entry.leaving);
    delete entry.leaving;
    entry.connections.add(connection);
  }

  /** What a member says of itself: `typing`, `away`. */
  update(userId: string, status: string): void {
    const entry = this.entries.get(userId);
    if (!entry || entry.member.status === status) return;
    entry.member = { ...entry.member, status };
    this.tell(entry.member, status);
  }

  leave(userId: string, connection: object): void {
    const entry = this.entries.get(userId);
    if (!entry?.connections.delete(connection) || entry.connections.size > 0) return;
    entry.leaving = setTimeout(() => {
      this.entries.delete(userId);
      this.tell(entry.member, 'left');
    }, this.graceMs);
  }

  list(): Member[] {
    return [...this.entries.values()].map(({ member }) => member);
  }

  close(): void {
    for (const { leaving } of this.entries.values()) clearTimeout(leaving);
    this.entries.clear();
  }

  private tell({ userId, name }: Member, status: string): void {
    this.onChange({ userId, status, ...(name === undefined ? {} : { name }) });
  }
}
