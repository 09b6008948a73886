import { type GoldCase, goldCases, measure, type Outcome } from '@travellite/planner/gold';
import { type Line, type Section } from '../line.js';

const solvedAim = 0.95;

/** Planning on made-up worlds: what can be solved is, what cannot is explained, and the second checker finds no fault. */
export const measurePlanning = (cases: readonly GoldCase[] = everyCase()): Section =>
  planningSection(cases.map(measure));

/** What came of the cases, as lines of the table. */
export function planningSection(outcomes: readonly Outcome[]): Section {
  const levels = [...new Set(outcomes.map(({ level }) => level))];
  const shown = outcomes.reduce((sum, { options }) => sum + options, 0);
  const faulty = outcomes.reduce((sum, { faultyOptions }) => sum + faultyOptions, 0);
  return {
    lines: [
      ...levels.map((level) => solved(outcomes, level)),
      total(outcomes, 'plan', 'solved', solvedAim),
      ...levels.map((level) => explained(outcomes, level)),
      total(outcomes, 'obstacle', 'explained', 1),
      {
        section: 'planning',
        measure: 'plans shown that check out',
        right: shown - faulty,
        all: shown,
        aim: 1,
      },
    ],
    misses: outcomes.flatMap(({ name, right, why, faulty: faults }) => [
      ...(right ? [] : [`${name}: ${why}`]),
      ...faults.map((fault) => `${name}: ${fault}`),
    ]),
  };
}

function everyCase(): GoldCase[] {
  const { feasible, infeasible } = goldCases();
  return [...feasible, ...infeasible];
}

const solved = (outcomes: readonly Outcome[], level: Outcome['level']): Line =>
  tally(
    outcomes.filter((one) => one.level === level && one.expected === 'plan'),
    `solved, ${level}`,
  );

const explained = (outcomes: readonly Outcome[], level: Outcome['level']): Line =>
  tally(
    outcomes.filter((one) => one.level === level && one.expected === 'obstacle'),
    `impossible and explained, ${level}`,
  );

const total = (
  outcomes: readonly Outcome[],
  expected: Outcome['expected'],
  what: string,
  aim: number,
): Line => ({
  ...tally(
    outcomes.filter((one) => one.expected === expected),
    expected === 'plan' ? `${what}, all` : `impossible and ${what}, all`,
  ),
  aim,
});

const tally = (outcomes: readonly Outcome[], measured: string): Line => ({
  section: 'planning',
  measure: measured,
  right: outcomes.filter(({ right }) => right).length,
  all: outcomes.length,
});
