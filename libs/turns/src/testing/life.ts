import { TravelError } from '@travellite/protocol';
import { type Clock } from '../clock.js';
import { type Faults, type StepPoint } from '../faults.js';

const never = new Promise<never>(() => undefined);

/** What befalls a process when it comes to a step boundary for the `nth` time. */
export interface Fate {
  point: StepPoint;
  nth: number;
  kind: 'die' | 'freeze';
}

/** How a call to a store or bus goes wrong: not done, or done and the answer lost. */
export type Mishap = 'before' | 'after' | undefined;

/**
 * The life of one process. Dead, nothing it began goes on; frozen, nothing goes on until it is thawed, and then it does not know
 * how much time has passed. Everything it touches is wrapped so that it is so.
 */
export class Life {
  private dead = false;
  private thawed: Promise<void> | undefined;
  private thawNow: (() => void) | undefined;
  private readonly passed = new Map<StepPoint, number>();

  constructor(
    private fates: Fate[],
    private readonly mishap: () => Mishap,
  ) {}

  die(): void {
    this.dead = true;
  }

  get isDead(): boolean {
    return this.dead;
  }

  get isFrozen(): boolean {
    return this.thawed !== undefined;
  }

  freeze(): void {
    this.thawed ??= new Promise((resolve) => (this.thawNow = resolve));
  }

  thaw(): void {
    const go = this.thawNow;
    this.thawed = undefined;
    this.thawNow = undefined;
    go?.();
  }

  /** From now on nothing happens to it. */
  spare(): void {
    this.fates = [];
  }

  readonly faults: Faults = {
    at: (point) => {
      const nth = (this.passed.get(point) ?? 0) + 1;
      this.passed.set(point, nth);
      const fate = this.fates.find((one) => one.point === point && one.nth === nth);
      if (fate?.kind === 'die') this.die();
      if (fate?.kind === 'freeze') this.freeze();
      return this.still();
    },
  };

  clock(clock: Clock): Clock {
    return {
      now: () => clock.now(),
      after: (ms, action) => clock.after(ms, () => this.whenAwake(action)),
    };
  }

  /** The store or bus as this process reaches it. */
  reach<T extends object>(target: () => T, mishaps: readonly (keyof T)[] = []): T {
    return new Proxy({} as T, {
      get: (_, key) => {
        const value: unknown = Reflect.get(target(), key);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) =>
          this.call(value.bind(target()), args, mishaps.includes(key as keyof T));
      },
    });
  }

  private call(method: (...args: unknown[]) => unknown, args: unknown[], mayFail: boolean): unknown {
    // What sends and forgets is lost while the process stands still.
    if (this.dead || this.isFrozen) return this.still().then(() => this.call(method, args, mayFail));
    const mishap = mayFail ? this.mishap() : undefined;
    if (mishap === 'before') return this.afterwards(Promise.reject(unavailable()));
    const answer = method(...args);
    if (!(answer instanceof Promise)) return answer;
    return this.afterwards(mishap === 'after' ? answer.then(() => Promise.reject(unavailable())) : answer);
  }

  private async afterwards(answer: Promise<unknown>): Promise<unknown> {
    try {
      return await answer;
    } finally {
      await this.still();
    }
  }

  private async still(): Promise<void> {
    if (this.dead) await never;
    while (this.thawed !== undefined) await this.thawed;
    if (this.dead) await never;
  }

  private whenAwake(action: () => void): void {
    if (!this.dead && !this.isFrozen) action();
    else void this.still().then(action);
  }
}

const unavailable = () => new TravelError('provider_unavailable', 'It did not answer.');
