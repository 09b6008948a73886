import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { createFeed, createWorker, type Feed, type Worker } from '@travellite/turns';
import { type Part, probe } from '@travellite/operations';
import { type WorkerOptions } from './options.js';

/** What operators see of a worker. */
export interface WorkerState {
  /** Takes turns. */
  ok: boolean;
  /** Why not. */
  detail?: string;
  running: number;
  slots: number;
}

/** Turns shown to operators: those that run longest. */
const longestShown = 20;

/** Hosts the turn engine: begins with the application, drains with it. */
@Injectable()
export class WorkerService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly worker: Worker;
  private readonly feed: Feed | undefined;
  private readonly name: string;
  private phase: 'starting' | 'working' | 'draining' = 'starting';
  private drained: Promise<void> | undefined;

  constructor(private readonly options: WorkerOptions) {
    const { name = `worker-${process.pid}`, partitions = [], ...ports } = options;
    this.name = name;
    const worker = createWorker({ ...ports, name });
    this.worker = worker;
    const offer = worker.offer.bind(worker);
    this.feed = partitions.length > 0 ? createFeed({ ...ports, partitions, offer }) : undefined;
  }

  async onApplicationBootstrap(): Promise<void> {
    // The mailboxes can be filled as soon as somebody empties them.
    await this.worker.start();
    await this.feed?.start();
    this.phase = 'working';
    this.options.log.info('worker started', { slots: this.options.slots });
  }

  /** Takes nothing more; running turns finish or are handed back. Idempotent. */
  drain(): Promise<void> {
    this.drained ??= this.end();
    return this.drained;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.drain();
  }

  state(): WorkerState {
    const { running, slots } = this.worker.load();
    const ok = this.phase === 'working';
    return { ok, ...(ok ? {} : { detail: this.phase }), running, slots };
  }

  /** Whether this process can take turns, part by part. */
  async readiness(): Promise<Record<string, Part>> {
    const { bus, conversations } = this.options;
    return { worker: this.state(), bus: bus.health(), store: await probe(() => conversations.load()) };
  }

  /** What this process does, by ids and counts. */
  status() {
    const { running, waitingAlone, slots } = this.worker.load();
    return {
      state: this.phase,
      worker: this.name,
      slots,
      running,
      waitingAlone,
      longest: this.worker.runs().slice(0, longestShown),
    };
  }

  private async end(): Promise<void> {
    this.phase = 'draining';
    await this.feed?.close();
    await this.worker.drain(this.options.drainMs);
    await this.worker.close();
    this.options.log.info('worker stopped');
  }
}
