interface Flight {
  promise: Promise<unknown>;
  waiters: number;
  controller: AbortController;
}

/**
 * Lets equal calls share one run. A caller that aborts leaves at once; the run goes on while anybody still waits for it
 * and is aborted when the last one left.
 */
export class SingleFlight {
  readonly #flights = new Map<string, Flight>();

  run<T>(
    key: string,
    signal: AbortSignal | undefined,
    start: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const flight = this.#flights.get(key) ?? this.#open(key, start);
    flight.waiters += 1;
    return new Promise<T>((resolve, reject) => {
      const leave = (): void => {
        flight.waiters -= 1;
        if (flight.waiters === 0) {
          if (this.#flights.get(key) === flight) this.#flights.delete(key);
          flight.controller.abort(signal?.reason);
        }
        reject(signal?.reason as Error);
      };
      if (signal?.aborted) return leave();
      signal?.addEventListener('abort', leave, { once: true });
      const done = (): void => signal?.removeEventListener('abort', leave);
      flight.promise.then(
        (value) => (done(), resolve(value as T)),
        (error: unknown) => (done(), reject(error as Error)),
      );
    });
  }

  #open(key: string, start: (signal: AbortSignal) => Promise<unknown>): Flight {
    const controller = new AbortController();
    const promise = start(controller.signal).finally(() => {
      if (this.#flights.get(key)?.controller === controller) this.#flights.delete(key);
    });
    // Everybody may have left before it ends; its failure is then nobody's.
    promise.catch(() => undefined);
    const flight: Flight = { promise, waiters: 0, controller };
    this.#flights.set(key, flight);
    return flight;
  }
}
