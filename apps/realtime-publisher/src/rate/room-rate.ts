/** Rooms whose rate is remembered: those used last. */
const maxRooms = 10_000;

interface Bucket {
  tokens: number;
  at: number;
}

/**
 * How many messages a second may go to one room: a bucket of one second's messages, refilled evenly. Without a limit everything may go.
 * One message is always kept for the end of an answer.
 */
export class RoomRate {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly perSecond: number | undefined,
    private readonly now: () => number,
  ) {}

  /** Whether `count` messages of an answer that is still written may go now; they count when they may. */
  mayShow(room: string, count: number): boolean {
    if (this.perSecond === undefined) return true;
    const bucket = this.bucket(room, this.perSecond);
    if (bucket.tokens < count + 1) return false;
    bucket.tokens -= count;
    return true;
  }

  /** Counts the messages of an end of an answer, at every attempt; how long they have to wait before they go, in ms. */
  waitForEnd(room: string, count = 1): number {
    if (this.perSecond === undefined) return 0;
    const bucket = this.bucket(room, this.perSecond);
    bucket.tokens -= count;
    return bucket.tokens >= 0 ? 0 : Math.ceil((-bucket.tokens / this.perSecond) * 1000);
  }

  private bucket(room: string, perSecond: number): Bucket {
    const now = this.now();
    const known = this.buckets.get(room);
    const tokens = known
      ? Math.min(perSecond, known.tokens + ((now - known.at) / 1000) * perSecond)
      : perSecond;
    const bucket = { tokens, at: now };
    this.buckets.delete(room);
    this.buckets.set(room, bucket);
    if (this.buckets.size > maxRooms) {
      const [oldest] = this.buckets.keys();
      if (oldest !== undefined) this.buckets.delete(oldest);
    }
    return bucket;
  }
}
