import { flushCompileCache } from 'node:module';
import { type Log, silentLog } from '@travellite/telemetry';
import { Releases } from './releases.js';
import { sentencesOf } from './sentences.js';

/** A service's life, as its `start` function sees it. */
export interface ServiceLife {
  /** Fires when the process is asked to stop, also while it still starts. */
  readonly stopping: AbortSignal;
  /** What is opened, to be closed in reverse order when the process ends. */
  readonly releases: Releases;
  /** From here on faults of closing are logged, and closing may take this long, in ms, before the process ends all the same. */
  setUp(settings: { log: Log; closeLimitMs: number }): void;
}

/** What is used of the process; tests bring their own. */
export interface HostProcess {
  on(event: NodeJS.Signals | 'disconnect', listener: () => void): unknown;
  exit(code: number): void;
  stderr: { write(text: string): unknown };
  /** Whether somebody watches over this process through a channel. */
  connected?: boolean;
}

const stopSignals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/**
 * Runs a service from its start to its exit code: 0 after it was asked to stop (SIGTERM, SIGINT, SIGHUP, or a watcher that
 * went away), 1 with the reason on stderr when it cannot start, cannot close in time, or is asked twice.
 */
export async function runService(
  start: (life: ServiceLife) => Promise<void>,
  host: HostProcess = process,
): Promise<void> {
  const life = new Life(host);
  for (const signal of stopSignals) host.on(signal, () => life.stop());
  if (host.connected === true) host.on('disconnect', () => life.stop());
  life.started = start(life).catch((thrown: unknown) => life.failed(thrown));
  await life.started;
  // With `NODE_COMPILE_CACHE` the next start is quicker, also when this process is killed and never gets to write it at its end.
  flushCompileCache();
}

class Life implements ServiceLife {
  started: Promise<void> = Promise.resolve();
  private readonly stopper = new AbortController();
  private settings = { log: silentLog, closeLimitMs: 10_000 };
  readonly releases = new Releases((part, error) =>
    this.settings.log.error('could not be closed', { part }, error),
  );

  constructor(private readonly host: HostProcess) {}

  get stopping(): AbortSignal {
    return this.stopper.signal;
  }

  setUp(settings: { log: Log; closeLimitMs: number }): void {
    this.settings = settings;
  }

  /** A second request must not be kept waiting by the first. */
  stop(): void {
    if (this.stopper.signal.aborted) return this.host.exit(1);
    this.stopper.abort();
    this.limit();
    void this.started.then(() => this.end(0));
  }

  /** What fails because the service was stopped while it started is no fault. */
  async failed(thrown: unknown): Promise<void> {
    if (this.stopper.signal.aborted) return;
    for (const line of sentencesOf(thrown)) this.host.stderr.write(`${line}\n`);
    this.stopper.abort();
    this.limit();
    await this.end(1);
  }

  private async end(code: number): Promise<void> {
    await this.releases.run();
    this.host.exit(code);
  }

  private limit(): void {
    const { closeLimitMs, log } = this.settings;
    setTimeout(() => {
      log.error('closing takes too long; the process ends', { closeLimitMs });
      this.host.exit(1);
    }, closeLimitMs).unref();
  }
}
