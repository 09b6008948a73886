import { type RowResult } from './run-row.js';

/** Violations shown of one row. */
const shown = 12;

/** One row as lines: its figures, then what was broken. */
export function formatResult(result: RowResult): string {
  const { row, injections, messages, restMs, seconds, violations, control } = result;
  const verdict = verdictOf(result);
  const figures = [
    row.padEnd(34),
    `${String(injections).padStart(5)} faults`,
    `${String(messages).padStart(6)} messages`,
    `rest after ${(restMs / 1000).toFixed(1).padStart(4)} s`,
    `${seconds.toFixed(0).padStart(4)} s`,
    verdict,
  ];
  if (control === 'caught') return figures.join('  ');
  const lines = violations
    .slice(0, shown)
    .map(({ rule, conversation, detail }) => `    ${rule}: ${conversation} ${detail}`);
  if (violations.length > shown) lines.push(`    and ${violations.length - shown} more`);
  return [figures.join('  '), ...lines].join('\n');
}

function verdictOf({ control, violations }: RowResult): string {
  if (control === undefined) return violations.length === 0 ? 'ok' : `${violations.length} BROKEN`;
  const rules = [...new Set(violations.map(({ rule }) => rule))].join(', ');
  return control === 'caught' ? `caught: ${rules}` : 'NOT CAUGHT';
}

/** Whether the row went as it must: nothing broken, or, for a control, found out. */
export const isAsItMust = ({ control, violations }: RowResult): boolean =>
  control === undefined ? violations.length === 0 : control === 'caught';

/** The whole run in a line or two. */
export function formatSummary(results: readonly RowResult[], seconds: number): string {
  const rows = results.filter(({ control }) => control === undefined);
  const controls = results.filter(({ control }) => control !== undefined);
  const sum = (of: (result: RowResult) => number) => rows.reduce((total, result) => total + of(result), 0);
  const parts = [
    `${rows.length} rows`,
    `${sum(({ injections }) => injections)} faults (at least ${Math.min(...rows.map(({ injections }) => injections))} a row)`,
    `${sum(({ messages }) => messages)} messages`,
    `${sum(({ violations }) => violations.length)} violations`,
    `${seconds.toFixed(0)} s`,
  ];
  const caught = controls.filter(isAsItMust).length;
  const told = controls.length > 0 ? `; ${caught} of ${controls.length} sabotaged runs caught` : '';
  return `${parts.join(', ')}${told}`;
}
