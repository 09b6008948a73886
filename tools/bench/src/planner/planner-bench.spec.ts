import { aims, growing, growthOf, timeScenario, type Timing } from './measure.js';
import { formatPlannerReport } from './planner-report.js';
import { makeScenario, timeOnce } from './scenario.js';

const timing = (more: Partial<Timing>): Timing => ({
  ...{ days: 7, cities: 3, candidates: 500, medianMs: 28, worstMs: 86, worlds: 9 },
  ...more,
});

describe('how cost grows', () => {
  it.each([
    ['linear', 1],
    ['quadratic', 2],
    ['constant', 0],
  ])('is read off times that are %s', (_name, power) => {
    const times = growing.map(({ candidates }) => ({ candidates, medianMs: 3 * candidates ** power }));
    expect(growthOf(times)).toBeCloseTo(power, 6);
  });
});

describe('a scenario', () => {
  it('has as many candidates in each city as it says', () => {
    const { catalogue } = makeScenario({ days: 7, cities: 3, candidates: 500 }, 1);
    const counts = catalogue.cities.map(
      ({ name }) =>
        [...catalogue.stays, ...catalogue.restaurants, ...catalogue.attractions].filter(
          ({ city }) => city === name,
        ).length,
    );
    expect(counts).toEqual([500, 500, 500]);
  });

  it.each(aims.slice(0, 3))('of $days days over $cities cities can be planned and checked', (scenario) => {
    // In one world only: the figures are the bench's, not the test's.
    const { worlds, medianMs, worstMs } = timeScenario(scenario, 1);
    expect(worlds).toBe(1);
    expect(medianMs).toBeGreaterThan(0);
    expect(worstMs).toBe(medianMs);
  });

  it('is the same for the same seed and another for another', () => {
    const shape = { days: 3, cities: 1, candidates: 30 };
    expect(makeScenario(shape, 5)).toEqual(makeScenario(shape, 5));
    expect(makeScenario(shape, 5)).not.toEqual(makeScenario(shape, 6));
  });

  it('that no world can hold is not timed', () => {
    expect(timeOnce({ days: 2, cities: 3, candidates: 6 }, 1)).toBeUndefined();
    expect(() => timeScenario({ days: 2, cities: 3, candidates: 6 }, 1)).toThrow(/hardly any/);
  });
});

describe('the report', () => {
  it('marks the aim that was missed and tells the power', () => {
    const growth = [timing({ candidates: 100, medianMs: 10 }), timing({ candidates: 200, medianMs: 20 })];
    const report = formatPlannerReport(
      [timing({ aimMs: 300 }), timing({ days: 3, cities: 1, aimMs: 20 })],
      growth,
      'v24',
    );
    expect(report).toContain('| 7 days, 3 cities | 500 | 28 | 86 | 300 |');
    expect(report).toContain('| 3 days, 1 city | 500 | 28 | 86 | 20 **missed** |');
    expect(report).toContain('to the power of 1.00');
  });
});
