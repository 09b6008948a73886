import { stepPoints } from '@travellite/turns';
import { createCrashes } from './crashes.js';

function crashes(probabilities: Record<string, number>, random: number) {
  let kills = 0;
  const faults = createCrashes(probabilities, { random: () => random, kill: () => void (kills += 1) });
  return { faults, kills: () => kills };
}

describe('createCrashes', () => {
  test('nothing asked for costs nothing', () => {
    expect(crashes({}, 0).faults).toBeUndefined();
  });

  test.each(stepPoints)('%s kills there and nowhere else, and lets nothing go on', async (point) => {
    const { faults, kills } = crashes({ [point]: 0.5 }, 0.49);
    for (const other of stepPoints) if (other !== point) await faults?.at(other);
    expect(kills()).toBe(0);
    const goesOn = Promise.resolve(faults?.at(point)).then(() => true);
    expect(kills()).toBe(1);
    expect(await Promise.race([goesOn, new Promise((resolve) => setImmediate(resolve, false))])).toBe(false);
  });

  test('a probability is one', async () => {
    const { faults, kills } = crashes({ 'commit.before': 0.5 }, 0.5);
    await faults?.at('commit.before');
    expect(kills()).toBe(0);
  });

  test('a misspelt step boundary is named', () => {
    expect(() => crashes({ 'comit.before': 1 }, 0)).toThrow(/comit\.before/);
  });
});
