import { type Counters, type Log } from '@travellite/telemetry';

const everyMs = 1_000;

/** What a service complains of, in the log: at most one line a second, with how many were left out before it. */
export class Complaints {
  private saidAt = Number.NEGATIVE_INFINITY;
  private leftOut = 0;

  constructor(
    private readonly log: Log,
    private readonly counters: Counters,
    private readonly now: () => number = () => performance.now(),
  ) {}

  note(code: string, sentence: string): void {
    this.counters.add('service_complaints');
    const now = this.now();
    if (now - this.saidAt < everyMs) {
      this.leftOut += 1;
      return;
    }
    const more = this.leftOut === 0 ? {} : { leftOut: this.leftOut };
    this.saidAt = now;
    this.leftOut = 0;
    this.log.warn('the realtime service complains', { code, sentence, ...more });
  }
}
