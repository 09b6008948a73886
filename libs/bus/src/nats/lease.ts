import { setTimeout as pause } from 'node:timers/promises';
import { type Log } from '@travellite/telemetry';
import { type JetStreamClient, type KV, type KvEntry, NatsError } from 'nats';
import { type Subscription } from '../port.js';

/** Looks within one lease. */
const looks = 5;

const bucket = 'travellite-leases';
const keyOf = (name: string) => Buffer.from(name).toString('base64url');

export interface LeaseParts {
  stream: JetStreamClient;
  replicas: number;
  /** Names this process. */
  holder: string;
  /** A holder that was not heard for so long has lost its lease. */
  leaseMs: number;
  log: Log;
}

/**
 * A key of a key-value bucket, written again by its holder; the bucket's revision is the fence. Others watch it by their own clocks:
 * a revision that does not change for `leaseMs` is overwritten, and of several who try one succeeds.
 */
export async function holdNatsLease(
  { stream, replicas, holder, leaseMs, log }: LeaseParts,
  name: string,
  onChange: (held: boolean) => void,
): Promise<Subscription> {
  const kv = await stream.views.kv(bucket, { replicas, history: 1 });
  const place = { kv, key: keyOf(name), holder, leaseMs };
  const keeper = new LeaseKeeper(place, onChange, log.with({ lease: name }));
  const lookMs = leaseMs / looks;
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

interface LeasePlace {
  kv: KV;
  key: string;
  holder: string;
  leaseMs: number;
}

class LeaseKeeper {
  private held = false;
  /** The revision known last, and since when it has not changed. */
  private revision = 0;
  private since = performance.now();
  private readonly doubtMs: number;

  constructor(
    private readonly place: LeasePlace,
    private readonly onChange: (held: boolean) => void,
    private readonly log: Log,
  ) {
    // One that could not say so for so long behaves as if it had lost it: sooner than anybody else may take it.
    this.doubtMs = place.leaseMs * (1 - 1 / looks);
  }

  async look(): Promise<void> {
    // Without asking the clock: a timer may come a little too early.
    const doubt = setTimeout(() => this.lost(), Math.max(0, this.since + this.doubtMs - performance.now()));
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
    const { revision, place } = this;
    const { kv, key } = place;
    this.lost();
    await kv.delete(key, { previousSeq: revision }).catch(() => undefined);
  }

  private async renew(): Promise<void> {
    const { kv, key, holder } = this.place;
    const asked = performance.now();
    this.seen(await kv.update(key, holder, this.revision), asked);
  }

  private async tryToTake(): Promise<void> {
    const { kv, key, holder } = this.place;
    const entry = await kv.get(key);
    const asked = performance.now();
    if (isFree(entry)) return this.take(await kv.create(key, holder), asked);
    if (entry.revision !== this.revision) this.seen(entry.revision, asked);
    else if (asked - this.since >= this.place.leaseMs) {
      this.take(await kv.update(key, holder, entry.revision), asked);
    }
  }

  private take(revision: number, asked: number): void {
    this.seen(revision, asked);
    // The answer took so long that others may think it lost again.
    if (performance.now() - asked >= this.doubtMs) return;
    this.held = true;
    this.log.info('the lease is held');
    this.onChange(true);
  }

  private doubt(): void {
    if (this.held && performance.now() - this.since >= this.doubtMs) this.lost();
  }

  private lost(): void {
    if (!this.held) return;
    this.held = false;
    this.log.warn('the lease is not held any more');
    this.onChange(false);
  }

  /** One's own writing counts from when it was asked for, because others may have seen it any time after. */
  private seen(revision: number, at: number): void {
    this.revision = revision;
    this.since = at;
  }
}

const isFree = (entry: KvEntry | null): entry is null => entry === null || entry.operation !== 'PUT';

/** "wrong last sequence": somebody else wrote (JetStream error 10071, `JSStreamWrongLastSequenceErrF`). */
const isConflict = (error: unknown) => error instanceof NatsError && error.api_error?.err_code === 10071;
