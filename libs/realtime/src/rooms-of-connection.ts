/** Rooms a connection listens to: as many as the publisher remembers. */
const usualMost = 10_000;

/** What a connection keeps of each room it listens to, for the rooms asked for last; the others it is told to let go. */
export class RoomsOfConnection<T> {
  private readonly rooms = new Map<string, T>();

  constructor(
    private readonly letGo: (room: string, kept: T) => void,
    private readonly most = usualMost,
  ) {}

  get size(): number {
    return this.rooms.size;
  }

  /** Asked for, a room is the last to go. */
  get(room: string): T | undefined {
    const kept = this.rooms.get(room);
    if (kept === undefined) return undefined;
    this.rooms.delete(room);
    this.rooms.set(room, kept);
    return kept;
  }

  has(room: string): boolean {
    return this.rooms.has(room);
  }

  set(room: string, kept: T): void {
    this.rooms.delete(room);
    this.rooms.set(room, kept);
    if (this.rooms.size <= this.most) return;
    for (const [oldest, its] of this.rooms) {
      this.rooms.delete(oldest);
      this.letGo(oldest, its);
      return;
    }
  }

  /** Forgets a room, if it is still this that is kept of it. */
  delete(room: string, kept: T): void {
    if (this.rooms.get(room) === kept) this.rooms.delete(room);
  }
}
