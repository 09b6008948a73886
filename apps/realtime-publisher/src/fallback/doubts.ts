import { type RoomMessage } from '@travellite/realtime';

/** The end of an answer as it goes to its room. */
export interface Publication {
  room: string;
  id: string;
  messages: readonly RoomMessage[];
}

/** Publications remembered at most, of either kind. */
const maxKept = 1_000;

/**
 * What was handed to a connection that does not confirm, for as long as its loss could still come to light; and of connections that
 * ended, what is to be published again: room by room, in the order it was handed over.
 */
export class Doubts {
  private handed: { at: number; publication: Publication }[] = [];
  private lost: Publication[] = [];

  constructor(
    private readonly doubtMs: number,
    private readonly now: () => number,
  ) {}

  /** Publications to be published again. */
  get size(): number {
    return this.lost.length;
  }

  /** Rooms with such, each once. */
  get rooms(): string[] {
    return [...new Set(this.lost.map(({ room }) => room))];
  }

  /** It was handed to a connection, and nothing more is known. */
  add(publication: Publication): void {
    const now = this.now();
    this.handed = this.handed.filter(({ at }) => now - at < this.doubtMs).slice(-maxKept + 1);
    this.handed.push({ at: now, publication });
  }

  /** The connection ended now: what it was given last is to be published again. How many publications are beyond the bound and given up. */
  lose(): number {
    const now = this.now();
    const doubtful = this.handed.filter(({ at }) => now - at < this.doubtMs);
    this.handed = [];
    // What was handed over was handed over before anything that still waits from the connection before.
    const lost = [...doubtful.map(({ publication }) => publication), ...this.lost];
    this.lost = lost.slice(-maxKept);
    return lost.length - this.lost.length;
  }

  /** The next of a room to be published again. */
  next(room: string): Publication | undefined {
    return this.lost.find((one) => one.room === room);
  }

  /** It was published again, or never will be. */
  settle(publication: Publication): void {
    this.lost = this.lost.filter((one) => one !== publication);
  }
}
