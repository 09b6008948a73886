import { type RoomMessage } from '@travellite/realtime';

/** The end of an answer as it goes to its room. */
export interface Publication {
  room: string;
  id: string;
  messages: readonly RoomMessage[];
}

/** Publications remembered at most. */
const maxKept = 1_000;

/** What was handed to a connection that does not confirm, for as long as its loss could still come to light. */
export class Unconfirmed {
  private kept: { at: number; publication: Publication }[] = [];

  constructor(
    private readonly doubtMs: number,
    private readonly now: () => number,
  ) {}

  add(publication: Publication): void {
    const now = this.now();
    this.kept = this.kept.filter(({ at }) => now - at < this.doubtMs).slice(-maxKept + 1);
    this.kept.push({ at: now, publication });
  }

  /** What may be lost with a connection that ended now, oldest first; it is forgotten here. */
  take(): Publication[] {
    const now = this.now();
    const doubtful = this.kept.filter(({ at }) => now - at < this.doubtMs);
    this.kept = [];
    return doubtful.map(({ publication }) => publication);
  }
}
