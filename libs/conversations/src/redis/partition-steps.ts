import { TravelError } from '@travellite/protocol';
import { type Log } from '@travellite/telemetry';
import { type PartitionKeys } from './partition-keys.js';
import { type RedisConnection, type Reply } from './redis-connection.js';
import { type StepName } from './scripts.js';

/**
 * Runs the scripts of each partition. Every answer tells how many steps the partition has counted; a server that counts fewer than it
 * once did has lost data, and the partition is told before anything else is done in it.
 */
export class PartitionSteps {
  /** The most steps each partition was seen to count. */
  private readonly seen: number[] = [];
  /** The run of the server in which each partition was asked last. */
  private readonly runs: string[] = [];

  constructor(
    private readonly redis: RedisConnection,
    private readonly keys: readonly PartitionKeys[],
    private readonly log: Log,
  ) {}

  async run(
    name: StepName,
    partition: number,
    args: readonly (string | number)[],
    more: readonly string[] = [],
  ): Promise<Reply> {
    const keys = [...this.keysOf(partition).common, ...more];
    for (let recovered = false; ; recovered = true) {
      const known = this.redis.runId();
      const runId = typeof known === 'string' ? known : await known;
      // `recovered` once and still refused: the server began another run in between.
      if (recovered || this.runs[partition] !== runId) await this.recover(partition, runId);
      const [steps, ...reply] = await this.redis.step(name, runId, keys, [this.seenIn(partition), ...args]);
      if (steps === 'run') continue;
      this.saw(partition, steps);
      return reply;
    }
  }

  private async recover(partition: number, runId: string): Promise<void> {
    const before = this.runs[partition] ?? '';
    const args = [this.seenIn(partition), before];
    const [counted, lost] = await this.redis.step('recover', runId, this.keysOf(partition).recover, args);
    this.saw(partition, counted);
    this.runs[partition] = runId;
    if (lost === 1) this.log.error('the store lost data; epochs rise', { partition });
  }

  keysOf(partition: number): PartitionKeys {
    const keys = this.keys[partition];
    if (keys === undefined) throw new TravelError('invalid', `There is no partition ${partition}.`);
    return keys;
  }

  private seenIn(partition: number): number {
    return this.seen[partition] ?? 0;
  }

  private saw(partition: number, steps: Reply[number] | undefined): void {
    this.seen[partition] = Math.max(this.seenIn(partition), Number(steps));
  }
}
