/** A sync this long is worth the way to another thread and back; one this short is not. */
const slowMs = 1;
const fastMs = 0.4;
const weight = 0.1;

/** Whether the disk syncs slowly, from how long the last syncs took on average. Between the limits it stays as it was. */
export class SyncPace {
  private averageMs = 0;
  private slow = false;

  get isSlow(): boolean {
    return this.slow;
  }

  note(tookMs: number): void {
    this.averageMs += (tookMs - this.averageMs) * weight;
    this.slow = this.slow ? this.averageMs > fastMs : this.averageMs > slowMs;
  }
}
