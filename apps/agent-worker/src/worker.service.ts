import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { createFeed, createWorker, type Feed, type Worker } from '@travellite/turns';
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

/** Hosts the turn engine: begins with the application, drains with it. */
@Injectable()
export class WorkerService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly worker: Worker;
  private readonly feed: Feed | undefined;
  private phase: 'new' | 'working' | 'draining' = 'new';
  private drained: Promise<void> | undefined;

  constructor(private readonly options: WorkerOptions) {
    const { name = `worker-${process.pid}`, partitions = [], ...ports } = options;
    this.worker = createWorker({ ...ports, name });
    this.feed = partitions.length > 0 ? createFeed({ ...ports, partitions }) : undefined;
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
    const bus = this.options.bus.health();
    const ok = this.phase === 'working' && bus.ok;
    const why = this.phase === 'working' ? bus.detail : this.phase === 'new' ? 'starting' : 'draining';
    return { ok, ...(ok || why === undefined ? {} : { detail: why }), running, slots };
  }

  private async end(): Promise<void> {
    this.phase = 'draining';
    await this.feed?.close();
    await this.worker.drain(this.options.drainMs);
    await this.worker.close();
    this.options.log.info('worker stopped');
  }
}
