import { planTrip } from '../../index.js';
import { secondOpinion } from '../second-opinion/second-opinion.js';
import { type GoldCase, type Level } from './case.js';

const today = '2026-11-21';

/** What came of one case. */
export interface Outcome {
  level: Level;
  name: string;
  expected: 'plan' | 'obstacle';
  options: number;
  /** How many of them the second checker finds fault with, and every fault. */
  faultyOptions: number;
  faulty: string[];
  /** A plan where there is one, the right explanation where there is none. */
  right: boolean;
  why: string;
  ms: number;
}

/** The obstacle is named, and a change of the right kind is offered that works. */
function explained(one: GoldCase, result: ReturnType<typeof planTrip>): string {
  const { obstacle } = one;
  const { infeasible } = result;
  if (infeasible === undefined || obstacle === undefined) return 'a plan was shown';
  const blocking = infeasible.blocking.map(({ code, subject }) => `${code}:${subject ?? ''}`);
  const named = obstacle.codes.every((code) =>
    blocking.some(
      (entry) =>
        entry.startsWith(`${code}:`) && (obstacle.codes.length > 1 || entry.endsWith(obstacle.subject ?? '')),
    ),
  );
  if (!named) return `named ${blocking.join(', ')}`;
  const helpful = infeasible.relaxations.filter(({ code }) => obstacle.helps.includes(code));
  if (obstacle.helps.length > 0 && helpful.length === 0) {
    return `offered ${infeasible.relaxations.map(({ code }) => code).join(', ') || 'nothing'}`;
  }
  for (const { request, message } of infeasible.relaxations) {
    const again = planTrip(request, one.catalogue, { today, names: ['cheapest'] }).options[0];
    if (again === undefined || secondOpinion(again, request, one.catalogue).length > 0)
      return `"${message}" does not help`;
  }
  return '';
}

export function measure(one: GoldCase): Outcome {
  const began = performance.now();
  const result = planTrip(one.request, one.catalogue, { today });
  const ms = performance.now() - began;
  const opinions = result.options.map((option) => secondOpinion(option, one.request, one.catalogue));
  const expected = one.obstacle === undefined ? 'plan' : 'obstacle';
  const why = expected === 'plan' ? (result.options.length > 0 ? '' : 'no plan') : explained(one, result);
  return {
    level: one.level,
    name: one.name,
    expected,
    options: result.options.length,
    faultyOptions: opinions.filter((faults) => faults.length > 0).length,
    faulty: opinions.flat(),
    right: why === '',
    why,
    ms,
  };
}

/** Figures by level as lines of a table. */
export function table(outcomes: readonly Outcome[]): string {
  const levels = [...new Set(outcomes.map(({ level }) => level))];
  const rate = (list: readonly Outcome[]) =>
    list.length === 0 ? '–' : `${list.filter(({ right }) => right).length}/${list.length}`;
  const rows = levels.map((level) => {
    const mine = outcomes.filter((outcome) => outcome.level === level);
    const shown = mine.reduce((sum, { options }) => sum + options, 0);
    const faulty = mine.reduce((sum, outcome) => sum + (outcome.faulty.length > 0 ? 1 : 0), 0);
    const sorted = mine.map(({ ms }) => ms).sort((a, b) => a - b);
    const times = `median ${sorted[Math.floor(sorted.length / 2)]!.toFixed(0)} ms`;
    const [solved, told] = [
      rate(mine.filter((one) => one.expected === 'plan')),
      rate(mine.filter((one) => one.expected === 'obstacle')),
    ];
    return `planning, ${level}: solved ${solved}, explained ${told}, plans shown ${shown}, with faults ${faulty}, ${times}`;
  });
  return rows.join('\n');
}
