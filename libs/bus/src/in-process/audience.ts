import { type Subscription } from '../port.js';

type Call<L> = (listener: L) => void;

/**
 * Listeners by topic. What is told while something is being told waits for its turn, so that every listener hears everything in
 * the same order, also what another listener said in answer.
 */
export class Audience<L> {
  private readonly topics = new Map<string, Set<Seat<L>>>();
  private readonly waiting: { topic: string; call: Call<L> }[] = [];
  private telling = false;

  constructor(private readonly onFault: (thrown: unknown) => void) {}

  join(topic: string, listener: L): Subscription {
    const seat = { listener, open: true };
    const seats = this.topics.get(topic) ?? new Set();
    this.topics.set(topic, seats.add(seat));
    return {
      close: async () => {
        seat.open = false;
        seats.delete(seat);
        if (seats.size === 0 && this.topics.get(topic) === seats) this.topics.delete(topic);
      },
    };
  }

  tell(topic: string, call: Call<L>): void {
    if (this.telling) {
      this.waiting.push({ topic, call });
      return;
    }
    this.telling = true;
    this.tellSeats(topic, call);
    for (let next = this.waiting.shift(); next !== undefined; next = this.waiting.shift()) {
      this.tellSeats(next.topic, next.call);
    }
    this.telling = false;
  }

  /** Nobody hears anything any more. */
  close(): void {
    for (const seats of this.topics.values()) for (const seat of seats) seat.open = false;
    this.topics.clear();
    this.waiting.length = 0;
  }

  private tellSeats(topic: string, call: Call<L>): void {
    const seats = this.topics.get(topic);
    if (seats === undefined) return;
    for (const seat of seats) {
      // A listener may leave while the others are being told.
      if (!seat.open) continue;
      try {
        call(seat.listener);
      } catch (thrown) {
        this.onFault(thrown);
      }
    }
  }
}

interface Seat<L> {
  readonly listener: L;
  open: boolean;
}
