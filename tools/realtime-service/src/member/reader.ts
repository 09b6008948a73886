/** A message as a member's socket brings it. */
export interface MemberMessage {
  room: string;
  epoch: string;
  offset: number;
  id: string;
  timestamp: number;
  userId?: string;
  message: { type?: string; text?: string; [field: string]: unknown };
}

/**
 * Puts the messages of a room in order, each once: by offset within an epoch, by id across epochs (what a server published before a
 * restart and publishes again has the same id).
 */
export class Reader {
  readonly seen: MemberMessage[] = [];
  private readonly ids = new Set<string>();
  private readonly early = new Map<number, MemberMessage>();
  private epoch?: string;
  private next = 1;

  constructor(private readonly onMessage: (message: MemberMessage) => void) {}

  /** Where to go on after a reconnect; undefined before the first message or subscription. */
  get position(): { epoch: string; offset: number } | undefined {
    return this.epoch === undefined ? undefined : { epoch: this.epoch, offset: this.next - 1 };
  }

  /** Whether something is missing in between. */
  get hasGap(): boolean {
    return this.early.size > 0;
  }

  /** What the service answered to `subscribe`. Not recovered: reading begins anew with the first message that comes, or after `offset`. */
  begin(epoch: string, offset: number, recovered: boolean, shown: number): void {
    if (recovered && epoch === this.epoch) return;
    this.epoch = epoch;
    this.early.clear();
    this.next = offset - shown + 1;
  }

  take(message: MemberMessage): void {
    if (message.epoch !== this.epoch || message.offset < this.next) return;
    this.early.set(message.offset, message);
    for (let ready = this.early.get(this.next); ready; ready = this.early.get(this.next)) {
      this.early.delete(this.next);
      this.next += 1;
      this.show(ready);
    }
  }

  private show(message: MemberMessage): void {
    if (this.ids.has(message.id)) return;
    this.ids.add(message.id);
    this.seen.push(message);
    this.onMessage(message);
  }
}
