import { setTimeout as pause } from 'node:timers/promises';
import { silentLog } from '@travellite/telemetry';
import { type JetStreamClient } from 'nats';
import { holdNatsLease } from './lease.js';

const leaseMs = 100;

/** A bucket of one key, whose every answer to a write comes `lateMs` after the write was done. */
class SlowBucket {
  private entry: { revision: number; operation: 'PUT'; value: string } | null = null;
  private revision = 0;
  lateMs = 0;

  readonly stream = { views: { kv: async () => this } } as unknown as JetStreamClient;

  async get() {
    return this.entry;
  }
  async create(_: string, value: string) {
    if (this.entry) throw new Error('wrong last sequence');
    return this.write(value);
  }
  async update(_: string, value: string, revision: number) {
    if (this.entry?.revision !== revision) throw new Error('wrong last sequence');
    return this.write(value);
  }
  async delete() {
    this.entry = null;
  }

  private async write(value: string) {
    this.entry = { revision: (this.revision += 1), operation: 'PUT', value };
    const { revision } = this.entry;
    await pause(this.lateMs);
    return revision;
  }
}

const hold = (bucket: SlowBucket, holder: string, onChange: (held: boolean) => void) =>
  holdNatsLease({ stream: bucket.stream, replicas: 1, holder, leaseMs, log: silentLog }, 'x', onChange);

describe('a lease', () => {
  it('is not held by who learns of it only when others may think it lost', async () => {
    const bucket = new SlowBucket();
    bucket.lateMs = leaseMs;
    const changes: boolean[] = [];
    const lease = await hold(bucket, 'slow', (held) => changes.push(held));
    await pause(leaseMs * 1.5);
    expect(changes).toEqual([]);
    bucket.lateMs = 0;
    await pause(leaseMs * 3);
    expect(changes).toEqual([true]);
    await lease.close();
  });

  it('is doubted from when it was asked for, not from when the answer came', async () => {
    const bucket = new SlowBucket();
    const lost = Promise.withResolvers<number>();
    const held = Promise.withResolvers<void>();
    const lease = await hold(bucket, 'holder', (is) =>
      is ? held.resolve() : lost.resolve(performance.now()),
    );
    await held.promise;
    const slowFrom = performance.now();
    bucket.lateMs = leaseMs * 5;
    // Its last sure sign of life lies at most a look before `slowFrom`; others may take it a lease after that.
    expect((await lost.promise) - slowFrom).toBeLessThan(leaseMs);
    bucket.lateMs = 0;
    await lease.close();
  });
});
