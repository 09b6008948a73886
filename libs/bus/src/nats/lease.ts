import { setTimeout as pause } from 'node:timers/promises';
import { type Log } from '@travellite/telemetry';
import { type JetStreamClient, type KV, type KvEntry, NatsError } from 'nats';
import { type Subscription } from '../port.js';

/** A holder that was not heard for so long has lost its lease. */
const leaseMs = 2_000;
const lookMs = 400;
/** A holder that could not say so for so long behaves as if it had lost it: sooner than anybody else may take it. */
const doubtMs = leaseMs - lookMs;

const bucket = 'travellite-leases';
const key = (name: string) => Buffer.from(name).toString('base64url');

export interface LeaseParts {
  stream: JetStreamClient;
  replicas: number;
  /** Names this process. */
  holder: string;
  log: Log;
}

/**
 * A key of a key-value bucket, written again by its holder; the bucket's revision is the fence. Others watch it by their own clocks:
 * a revision that does not change for `leaseMs` is overwritten, and of several who try one succeeds.
 */
export async function holdNatsLease(
  { stream, replicas, holder, log }: LeaseParts,
  name: string,
  onChange: (held: boolean) => void,
): Promise<Subscription> {
  const kv = await stream.views.kv(bucket, { replicas, history: 1 });
  const keeper = new LeaseKeeper(kv, key(name), holder, onChange, log.with({ lease: name }));
  const stop = new AbortController();
  const running = (async () => {
    while (!stop.signal.aborted) {
      await keeper.look();
      await pause(lookMs, undefined, { signal: stop.signal }).catch(() => undefined);
    }
    await keeper.giveUp();
  })();
  return {
    close: async () => {
      stop.abort();
      await running;
    },
  };
}

class LeaseKeeper {
  private held = false;
  /** The revision known last, and since when it has not changed. */
  private revision = 0;
  private since = performance.now();

  constructor(
    private readonly kv: KV,
    private readonly key: string,
    private readonly holder: string,
    private readonly onChange: (held: boolean) => void,
    private readonly log: Log,
  ) {}

  async look(): Promise<void> {
    const doubt = setTimeout(() => this.doubt(), Math.max(0, this.since + doubtMs - performance.now()));
    try {
      if (this.held) await this.renew();
      else await this.tryToTake();
    } catch (error) {
      if (isConflict(error)) this.lost();
      else this.log.warn('a lease could not be looked at', { cause: (error as Error).message });
    } finally {
      clearTimeout(doubt);
      this.doubt();
    }
  }

  /** Others need not wait for the lease to run out. */
  async giveUp(): Promise<void> {
    if (!this.held) return;
    const { revision } = this;
    this.lost();
    await this.kv.delete(this.key, { previousSeq: revision }).catch(() => undefined);
  }

  private async renew(): Promise<void> {
    this.seen(await this.kv.update(this.key, this.holder, this.revision));
  }

  private async tryToTake(): Promise<void> {
    const entry = await this.kv.get(this.key);
    if (isFree(entry)) return this.take(await this.kv.create(this.key, this.holder));
    if (entry.revision !== this.revision) this.seen(entry.revision);
    else if (performance.now() - this.since >= leaseMs) {
      this.take(await this.kv.update(this.key, this.holder, entry.revision));
    }
  }

  private take(revision: number): void {
    this.seen(revision);
    this.held = true;
    this.log.info('the lease is held');
    this.onChange(true);
  }

  private doubt(): void {
    if (this.held && performance.now() - this.since >= doubtMs) this.lost();
  }

  private lost(): void {
    if (!this.held) return;
    this.held = false;
    this.log.warn('the lease is not held any more');
    this.onChange(false);
  }

  private seen(revision: number): void {
    this.revision = revision;
    this.since = performance.now();
  }
}

const isFree = (entry: KvEntry | null): entry is null => entry === null || entry.operation !== 'PUT';

/** "wrong last sequence": somebody else wrote (JetStream error 10071, `JSStreamWrongLastSequenceErrF`). */
const isConflict = (error: unknown) => error instanceof NatsError && error.api_error?.err_code === 10071;
