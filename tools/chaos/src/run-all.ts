import { type RowResult, runControl, type RunOptions, runRow } from './run-row.js';
import { type Row } from './rows/row.js';
import { type Control } from './sabotage/controls.js';

export interface Plan {
  rows: readonly Row[];
  controls: readonly Control[];
  /** Faults of a sabotaged run. */
  controlInjections: number;
  /** Rows that run at the same time, each on a cluster of its own. */
  lanes: number;
  onResult?: (result: RowResult) => void;
}

/** Runs everything of the plan, in lanes. The first that cannot be run at all ends it. */
export async function runAll(plan: Plan, options: RunOptions): Promise<RowResult[]> {
  // A control that shows nothing is run again, so none of them is left for the end.
  const waiting = [
    ...plan.controls.map(
      (control) => () => runControl(control, { ...options, injections: plan.controlInjections }),
    ),
    ...plan.rows.map((row) => () => runRow(row, options)),
  ];
  const results: RowResult[] = [];
  const lane = async () => {
    for (let run = waiting.shift(); run; run = waiting.shift()) {
      const result = await run();
      results.push(result);
      plan.onResult?.(result);
    }
  };
  await Promise.all(Array.from({ length: plan.lanes }, lane));
  return results;
}
