/** Requests that wait for their turn, so that a stopping process can wait for them. */
export class OpenRequests {
  private open = 0;
  private onNone: (() => void) | undefined;

  get size(): number {
    return this.open;
  }

  async track<T>(work: Promise<T>): Promise<T> {
    this.open += 1;
    try {
      return await work;
    } finally {
      this.open -= 1;
      if (this.open === 0) this.onNone?.();
    }
  }

  /** Resolves when no request is open, or when the time is over. */
  async ended(withinMs: number): Promise<void> {
    if (this.open === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, withinMs);
      this.onNone = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
