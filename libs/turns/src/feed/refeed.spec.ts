import { type LostPartition } from '@travellite/conversations';
import { silentLog } from '@travellite/telemetry';
import { SimulatedClock } from '../testing/simulated-clock.js';
import { keepRefeeding } from './refeed.js';

function surroundings() {
  const steps: string[] = [];
  const lost: LostPartition[] = [];
  const clock = new SimulatedClock();
  const refuse = new Set<string>();
  const step = (name: string) => {
    if (refuse.has(name)) throw new Error(`${name} cannot be done`);
    steps.push(name);
  };
  const refeeding = keepRefeeding({
    bus: { refeed: async (partition, after) => step(`refeed ${partition} after ${after}`) },
    conversations: {
      lostPartitions: async () => [...lost],
      refed: async (done) => {
        step(`refed ${done.partition}`);
        lost.splice(lost.indexOf(done), 1);
      },
    },
    clock,
    log: silentLog,
    lookMs: 100,
  });
  return { steps, lost, clock, refuse, refeeding };
}

describe('keepRefeeding', () => {
  test('feeds every lost partition again before it starts, and then says so to the store', async () => {
    const { steps, lost, refeeding } = surroundings();
    lost.push({ partition: 3, afterSequence: 17, loss: 1 }, { partition: 5, afterSequence: 0, loss: 2 });
    await refeeding.start();
    expect(steps).toEqual(['refeed 3 after 17', 'refed 3', 'refeed 5 after 0', 'refed 5']);
    await refeeding.close();
  });

  test('keeps the mark while the bus cannot do it, and tries again', async () => {
    const { steps, lost, clock, refuse, refeeding } = surroundings();
    lost.push({ partition: 0, afterSequence: 4, loss: 1 });
    refuse.add('refeed 0 after 4');
    await refeeding.start();
    expect(steps).toEqual([]);
    expect(lost).toHaveLength(1);
    refuse.clear();
    await clock.advance(100, async () => undefined);
    await refeeding.close();
    expect(steps).toEqual(['refeed 0 after 4', 'refed 0']);
  });

  test('looks no more once closed', async () => {
    const { steps, lost, clock, refeeding } = surroundings();
    await refeeding.start();
    await refeeding.close();
    lost.push({ partition: 0, afterSequence: 4, loss: 1 });
    await clock.advance(1000, async () => undefined);
    expect(steps).toEqual([]);
  });
});
