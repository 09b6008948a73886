import { type Faults, type LineName } from './faults.js';

/** How long (ms) something that is to come second waits for another before it. */
const holdMs = 20;

/** One ordered way to somebody, with the faults of its kind. Without faults it is a function call. */
export class Line {
  private held?: { send: () => void; timer: NodeJS.Timeout };
  private readonly late: { send: () => void; dueAt: number }[] = [];
  private timer?: NodeJS.Timeout;
  private closed = false;

  constructor(
    private readonly faults: Faults,
    private readonly name: LineName,
  ) {}

  pass(send: () => void): void {
    const { lose, duplicate, reorder, delayMs } = this.faults.plan[this.name];
    if (this.closed || this.faults.happens(lose)) return;
    const times = this.faults.happens(duplicate) ? 2 : 1;
    const act = () => {
      for (let time = 0; time < times; time += 1) this.delay(send, delayMs);
    };
    if (!this.held && this.faults.happens(reorder)) {
      this.held = { send: act, timer: setTimeout(() => this.release(), holdMs) };
      return;
    }
    act();
    this.release();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    clearTimeout(this.held?.timer);
    this.late.length = 0;
    delete this.held;
  }

  private release(): void {
    const { held } = this;
    if (!held) return;
    clearTimeout(held.timer);
    delete this.held;
    held.send();
  }

  /** Late ones keep their order, and nothing overtakes them. */
  private delay(send: () => void, delayMs: number): void {
    if (delayMs === 0 && this.late.length === 0) return send();
    const earliest = this.late.at(-1)?.dueAt ?? 0;
    this.late.push({ send, dueAt: Math.max(earliest, Date.now() + this.faults.random() * delayMs) });
    if (this.late.length === 1) this.wait();
  }

  private wait(): void {
    const [next] = this.late;
    if (!next) return;
    const waitMs = Math.max(0, Math.ceil(next.dueAt - Date.now()));
    this.timer = setTimeout(() => {
      for (let [due] = this.late; due && due.dueAt <= Date.now(); [due] = this.late) {
        this.late.shift();
        due.send();
      }
      this.wait();
    }, waitMs);
  }
}
