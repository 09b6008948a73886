import { writeReport } from '../report.js';
import { aims, growing, timeScenario } from './measure.js';
import { formatPlannerReport } from './planner-report.js';

export const plannerUsage = `       npm run bench -- planner [--worlds 9] [--write]
  times the planner on made-up worlds; ends with 1 when a median is over its aim`;

/** `npm run bench -- planner`: resolves with the exit code. */
export function benchPlanner(args: readonly string[]): number {
  const at = args.indexOf('--worlds');
  const worlds = at < 0 ? 9 : Math.max(1, Number(args[at + 1]) || 1);
  const aimed = aims.map(({ aimMs, ...scenario }) => ({ ...timeScenario(scenario, worlds), aimMs }));
  const growth = growing.map((scenario) => timeScenario(scenario, worlds));
  const report = formatPlannerReport(aimed, growth, process.version);
  process.stdout.write(`${report}\n`);
  if (args.includes('--write')) writeReport(report, 'planner');
  return aimed.some(({ medianMs, aimMs }) => medianMs > aimMs) ? 1 : 0;
}
