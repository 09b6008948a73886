import { setTimeout as pause } from 'node:timers/promises';
import { pick, type Random } from '../random.js';
import { waitUntil } from '../wait-until.js';
import { type App, EndedEarly, type ServiceProcess, startService } from '@travellite/cluster';

/** Between two tries of a process that cannot start, in ms. */
const failedStartMs = 500;

export interface SupervisorOptions {
  app: App;
  /** Processes that are kept running. */
  count: number;
  /** Environment of the nth process. */
  env: (nth: number) => Record<string, string>;
  /** A service's own program instead of the app's. */
  main?: string;
  args?: readonly string[];
  onLine?: (line: string) => void;
}

/** Keeps processes of one app running, as a Deployment does: whoever ends is started again. */
export class Supervisor {
  private readonly running: (ServiceProcess | undefined)[] = [];
  private readonly keeping: Promise<void>[] = [];
  private readonly stopped = new AbortController();
  /** Processes that were killed, by whomever. */
  deaths = 0;

  private constructor(private readonly options: SupervisorOptions) {}

  /** Resolves when all of them say where they listen. */
  static async start(options: SupervisorOptions): Promise<Supervisor> {
    const supervisor = new Supervisor(options);
    const numbers = Array.from({ length: options.count }, (_, nth) => nth);
    await Promise.all(numbers.map((nth) => supervisor.launch(nth)));
    supervisor.keeping.push(...numbers.map((nth) => supervisor.keep(nth)));
    return supervisor;
  }

  /** Processes that run now. */
  get processes(): ServiceProcess[] {
    return this.running.filter((process) => process !== undefined);
  }

  /** From the next start of each process on. */
  setEnv(env: SupervisorOptions['env']): void {
    this.options.env = env;
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    await Promise.all(this.keeping);
  }

  private async keep(nth: number): Promise<void> {
    while (!this.stopped.signal.aborted) {
      const code = await this.running[nth]?.ended;
      this.running[nth] = undefined;
      if (this.stopped.signal.aborted) return;
      if (code === null) this.deaths += 1;
      await this.launch(nth).catch((error: unknown) => this.startedInVain(error));
    }
  }

  /** Killed while it started, as it may be, or not able to start, which is no fault of ours and would go on for ever. */
  private async startedInVain(error: unknown): Promise<void> {
    if (this.stopped.signal.aborted) return;
    if (error instanceof EndedEarly && error.code === null) {
      this.deaths += 1;
      return;
    }
    this.options.onLine?.(String(error));
    await pause(failedStartMs, undefined, { signal: this.stopped.signal }).catch(() => undefined);
  }

  private async launch(nth: number): Promise<void> {
    const { app, env, main, args, onLine } = this.options;
    this.running[nth] = await startService(app, {
      env: env(nth),
      signal: this.stopped.signal,
      ...(main === undefined ? {} : { main }),
      ...(args === undefined ? {} : { args }),
      ...(onLine === undefined ? {} : { onLine }),
    });
  }
}

/** Longest wait for a process that could be killed, in ms. */
const oneLimitMs = 10_000;

/** SIGKILL of one of its processes; `false` when none came up in time. */
export async function killOne(supervisor: Supervisor, random: Random): Promise<boolean> {
  if (!(await waitUntil(() => supervisor.processes.length > 0, oneLimitMs))) return false;
  await pick(random, supervisor.processes).end('SIGKILL');
  return true;
}
