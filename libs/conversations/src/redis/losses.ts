import { type LostPartition } from '../port.js';
import { type PartitionSteps } from './partition-steps.js';

/**
 * Which partitions lost data and wait to be fed again. The mark is in the partition itself; asked are only those of which a step
 * has said that they have one, and at first all.
 */
export class Losses {
  private readonly suspects: Set<number>;

  constructor(
    private readonly steps: PartitionSteps,
    partitions: number,
  ) {
    this.suspects = new Set(Array.from({ length: partitions }, (_, partition) => partition));
  }

  suspect(partition: number): void {
    this.suspects.add(partition);
  }

  async list(): Promise<LostPartition[]> {
    const lost: LostPartition[] = [];
    for (const partition of [...this.suspects]) {
      const [status, fed, loss] = await this.steps.run('lost', partition, []);
      if (status === 'lost') lost.push({ partition, afterSequence: Number(fed), loss: Number(loss) });
      else this.suspects.delete(partition);
    }
    return lost;
  }

  async refed({ partition, loss }: LostPartition): Promise<void> {
    await this.steps.run('refed', partition, [loss]);
  }
}
