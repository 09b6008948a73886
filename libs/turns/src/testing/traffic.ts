/** Watches the calls to stores and buses, so that a test can wait until none is under way. */
export class Traffic {
  private inFlight = 0;

  watch<T extends object>(target: T): T {
    return new Proxy(target, {
      get: (_, key) => {
        const value: unknown = Reflect.get(target, key);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => this.follow(value.apply(target, args));
      },
    });
  }

  /** Everything that can happen without time passing has happened. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 3; quiet = this.inFlight === 0 ? quiet + 1 : 0) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  private follow(answer: unknown): unknown {
    if (!(answer instanceof Promise)) return answer;
    this.inFlight += 1;
    return answer.finally(() => (this.inFlight -= 1));
  }
}
