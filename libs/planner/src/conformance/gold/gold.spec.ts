import { goldCases } from './gold-cases.js';
import { measure, table } from './measure.js';

const { feasible, infeasible } = goldCases();
const outcomes = [...feasible, ...infeasible].map(measure);

describe('the gold set of planning', () => {
  it('is large enough to mean something', () => {
    process.stdout.write(`${table(outcomes)}\n`);
    expect(outcomes.length).toBeGreaterThanOrEqual(200);
    expect(infeasible.length).toBeGreaterThanOrEqual(40);
  });

  it('shows no plan that the second checker finds fault with', () => {
    expect(outcomes.filter(({ faulty }) => faulty.length > 0)).toEqual([]);
  });

  it('solves at least 95 % of what can be solved', () => {
    const missed = outcomes.filter(({ expected, right }) => expected === 'plan' && !right);
    expect({
      missed: missed.map(({ name }) => name),
      enough: missed.length <= feasible.length * 0.05,
    }).toMatchObject({ enough: true });
  });

  it('explains everything that cannot be solved', () => {
    const wrong = outcomes.filter(({ expected, right }) => expected === 'obstacle' && !right);
    expect(wrong.map(({ name, why }) => `${name}: ${why}`)).toEqual([]);
  });
});
